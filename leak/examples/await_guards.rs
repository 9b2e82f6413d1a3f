//! Tasks of tokio as guard objects: whoever owns them cancels them and waits until they are gone,
//! in order.
//!
//! ```text
//! cargo run -p leak --example await_guards
//! ```

use core::error::Error;
use core::pin::Pin;
use core::sync::atomic::{AtomicUsize, Ordering};
use leak::async_drop::{AsyncDrop, AwaitGuard, JoinError, async_drop};
use leak::async_scope;
use std::sync::{Mutex, PoisonError};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

/// What happened, in this order.
static EVENTS: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Tasks that have begun and are not gone.
static RUNNING: AtomicUsize = AtomicUsize::new(0);

fn note(event: String) {
    println!("  {event}");
    EVENTS
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(event);
}

fn events() -> Vec<String> {
    core::mem::take(&mut *EVENTS.lock().unwrap_or_else(PoisonError::into_inner))
}

/// Counts a task, for as long as its variables are there.
struct Running(&'static str);

impl Running {
    fn new(name: &'static str) -> Self {
        RUNNING.fetch_add(1, Ordering::SeqCst);
        Self(name)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        RUNNING.fetch_sub(1, Ordering::SeqCst);
        note(format!("{} is gone", self.0));
    }
}

/// A task that works until it is cancelled.
fn worker(name: &'static str, started: mpsc::Sender<&'static str>) -> AwaitGuard<()> {
    let work = async move {
        let _running = Running::new(name);
        // Its owner waits for it.
        started.send(name).await.expect("its owner waits");
        drop(started);
        core::future::pending::<()>().await;
    };
    AwaitGuard::spawn(work, |task| drop(tokio::spawn(task)))
}

/// Owns its tasks: the log last, since the others may still write to it.
#[derive(AsyncDrop)]
struct Service {
    front: AwaitGuard<()>,
    workers: Vec<AwaitGuard<()>>,
    log: AwaitGuard<()>,
}

/// The text's own example: a handle of tokio's that aborts its task, then waits for it.
#[derive(AsyncDrop)]
struct CancellableJoinHandle(JoinHandle<()>);

impl AsyncDrop for CancellableJoinHandle {
    async fn async_drop(mut self: Pin<&mut Self>) {
        self.0.abort();
        let ended = (&mut self.0).await;
        note(format!(
            "aborted: {}",
            ended.is_err_and(|error| error.is_cancelled())
        ));
    }
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> Result<(), Box<dyn Error>> {
    std::panic::set_hook(Box::new(|panic| println!("  {panic}")));

    println!("a result:");
    let sum = AwaitGuard::spawn(async { (1..=10).sum::<u32>() }, |task| {
        drop(tokio::spawn(task));
    });
    assert_eq!(sum.join().await?, 55);

    println!("a service goes down in order:");
    let (started, mut has_started) = mpsc::channel(4);
    let service = Service {
        front: worker("front", started.clone()),
        workers: vec![
            worker("worker 1", started.clone()),
            worker("worker 2", started.clone()),
        ],
        log: worker("log", started),
    };
    while has_started.recv().await.is_some() {}
    assert_eq!(RUNNING.load(Ordering::SeqCst), 4);
    async_drop(service).await;
    assert_eq!(RUNNING.load(Ordering::SeqCst), 0, "nothing goes on");
    assert_eq!(
        events(),
        [
            "front is gone",
            "worker 1 is gone",
            "worker 2 is gone",
            "log is gone"
        ]
    );

    println!("an error in a scope with tasks:");
    let (started, mut has_started) = mpsc::channel(4);
    let result = async_scope!(s => {
        s.own(worker("first", started.clone()));
        s.own(worker("second", started));
        while has_started.recv().await.is_some() {}
        let number: u32 = "not a number".parse()?;
        Ok::<_, core::num::ParseIntError>(number)
    })
    .await;
    assert!(result.is_err());
    assert_eq!(
        RUNNING.load(Ordering::SeqCst),
        0,
        "nothing goes on behind the error"
    );
    assert_eq!(events(), ["second is gone", "first is gone"]);

    println!("a panic of a task goes to who waits for it:");
    let task = async { panic!("in the task") };
    let guard: AwaitGuard<()> = AwaitGuard::spawn(task, |task| drop(tokio::spawn(task)));
    assert!(matches!(guard.join().await, Err(JoinError::Panicked(_))));

    println!("a handle of tokio's own:");
    let handle = tokio::spawn(async {
        let _running = Running::new("tokio's task");
        core::future::pending::<()>().await;
    });
    async_drop(CancellableJoinHandle(handle)).await;
    assert_eq!(RUNNING.load(Ordering::SeqCst), 0);
    assert_eq!(events().pop().as_deref(), Some("aborted: true"));

    println!("all as it should be");
    Ok(())
}
