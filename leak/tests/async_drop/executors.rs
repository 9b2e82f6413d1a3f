//! The same program on tokio, with one thread and with several, and on smol.

use crate::steps::{Async, Log};
use core::future::Future;
use core::pin::Pin;
use core::time::Duration;
use leak::async_drop::{
    AsyncDrop, AwaitGuard, Held, PollDestruct, async_drop, async_drop_boxed, poll_drop,
};
use leak::async_scope;
use std::sync::Arc;
use test_support::leak_reachable;

/// Says goodbye through a channel, and waits for the answer.
#[derive(AsyncDrop)]
struct Client {
    log: &'static Log,
    requests: smol::channel::Sender<&'static str>,
    answers: smol::channel::Receiver<()>,
    last: Async<'static>,
}

impl AsyncDrop for Client {
    async fn async_drop(self: Pin<&mut Self>) {
        self.requests
            .send("goodbye")
            .await
            .expect("the server listens");
        self.answers.recv().await.expect("the server answers");
        self.log.note("answered");
    }
}

/// What an executor is asked for.
type Spawn = fn(Pin<Box<dyn Future<Output = ()> + Send>>);

async fn program(spawn: Spawn) {
    let log = leak_reachable(Log::default());
    let (requests, server) = smol::channel::bounded(1);
    let (answer, answers) = smol::channel::bounded(1);
    let serving = AwaitGuard::spawn(
        async move {
            while let Ok(request) = server.recv().await {
                log.note(request);
                answer.send(()).await.expect("the client waits");
            }
        },
        |task| spawn(Box::pin(task)),
    );
    let client = move |name| Client {
        log,
        requests: requests.clone(),
        answers: answers.clone(),
        last: Async(log, name),
    };

    // One value, a vector, an erased one.
    async_drop((client("a"), vec![client("b")])).await;
    let erased: Box<dyn PollDestruct + Send> = Box::new(poll_drop(client("c")));
    async_drop_boxed(erased).await;
    let each = |name: &str| ["goodbye", "answered", name].map(str::to_owned);
    assert_eq!(log.take(), [each("a"), each("b"), each("c")].concat());

    // Destroyed on another thread than it was made on.
    let moved = client("moved");
    let destroyed = AwaitGuard::spawn(async_drop(moved), |task| spawn(Box::pin(task)));
    destroyed.join().await.expect("it is destroyed");
    assert_eq!(log.take(), each("moved"));

    // A scope: `?`, then newest first.
    let clients = Arc::new(client);
    let made = clients.clone();
    let scope = async_scope!(move s => {
        s.own(made("d"));
        let early: Held<'_, '_, _> = s.own(made("e"));
        early.destroy().await;
        s.own(made("f"));
        Err::<(), _>("early")?;
        Ok::<_, &str>(())
    });
    let scope = AwaitGuard::spawn(scope, |task| spawn(Box::pin(task)));
    let result = scope.join().await.expect("the scope ends");
    assert_eq!(result, Err("early"));
    assert_eq!(log.take(), [each("e"), each("f"), each("d")].concat());

    // A scope that is cancelled while it waits hands over; the rest is destroyed all the same.
    let made = clients.clone();
    let (done, is_done) = smol::channel::bounded::<()>(1);
    let (started, has_started) = smol::channel::bounded::<()>(1);
    let scope = async_scope!(move s, hand_over = |rest| spawn(Box::pin(async move {
        rest.await;
        drop(done);
    })) => {
        s.own(made("g"));
        s.own(made("h"));
        started.send(()).await.expect("the test waits");
        core::future::pending::<()>().await;
    });
    let scope = AwaitGuard::spawn(scope, |task| spawn(Box::pin(task)));
    has_started.recv().await.expect("it starts");
    async_drop(scope).await;
    assert!(is_done.recv().await.is_err());
    assert_eq!(log.take(), [each("h"), each("g")].concat());

    // Many at once.
    let guards: Vec<_> = (0..if cfg!(miri) { 5 } else { 100 })
        .map(|n| {
            let task = async move {
                async_drop(vec![Async(log, "x"), Async(log, "x")]).await;
                n
            };
            AwaitGuard::spawn(task, |task| spawn(Box::pin(task)))
        })
        .collect();
    let count = guards.len();
    for (n, guard) in guards.into_iter().enumerate() {
        assert_eq!(guard.join().await.ok(), Some(n));
    }
    assert_eq!(log.take(), vec!["x"; 2 * count]);

    async_drop(serving).await;
    drop(clients);
}

/// Nothing hangs.
fn watchdog() -> std::sync::mpsc::Sender<()> {
    let (alive, watched) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let outcome = watched.recv_timeout(Duration::from_mins(2));
        if outcome == Err(std::sync::mpsc::RecvTimeoutError::Timeout) {
            eprintln!("a test hangs");
            std::process::abort();
        }
    });
    alive
}

#[test]
#[cfg_attr(
    miri,
    ignore = "tokio's runtimes ask the system for more than Miri has"
)]
fn on_tokio_with_one_thread() {
    let _alive = watchdog();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    runtime.block_on(program(|task| drop(tokio::spawn(task))));
}

#[test]
#[cfg_attr(
    miri,
    ignore = "tokio's runtimes ask the system for more than Miri has"
)]
fn on_tokio_with_several_threads() {
    let _alive = watchdog();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(3)
        .build()
        .unwrap();
    // Spawned, so that it has to be `Send`.
    runtime.block_on(async {
        let spawned = tokio::spawn(program(|task| drop(tokio::spawn(task))));
        spawned.await.unwrap();
    });
}

#[test]
#[cfg_attr(miri, ignore = "smol asks the system for more than Miri has")]
fn on_smol() {
    let _alive = watchdog();
    smol::block_on(program(|task| smol::spawn(task).detach()));
}

/// tokio aborts a task by dropping its future: the scope in it hands over.
#[test]
#[cfg_attr(
    miri,
    ignore = "tokio's runtimes ask the system for more than Miri has"
)]
fn aborted_by_tokio() {
    let _alive = watchdog();
    let log = leak_reachable(Log::default());
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .build()
        .unwrap();
    runtime.block_on(async {
        let (done, is_done) = tokio::sync::oneshot::channel::<()>();
        let (started, has_started) = tokio::sync::oneshot::channel();
        let task = tokio::spawn(
            async_scope!(move s, hand_over = |rest| drop(tokio::spawn(async {
                rest.await;
                drop(done);
            })) => {
                s.own(vec![Async(log, "a"), Async(log, "b")]);
                started.send(()).expect("the test waits");
                core::future::pending::<()>().await;
            }),
        );
        has_started.await.unwrap();
        task.abort();
        assert!(task.await.unwrap_err().is_cancelled());
        assert!(is_done.await.is_err());
    });
    assert_eq!(log.take(), ["a", "b"]);
}
