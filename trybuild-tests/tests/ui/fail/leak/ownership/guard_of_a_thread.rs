//! The guard of a thread: its type doesn't say what the thread's closure has captured. It could be the `Arc` that the guard lies in.

use leak::AllowedInRc;
use leak::sync::Arc;
use std::sync::Mutex;

#[derive(AllowedInRc)]
struct Worker<'a> {
    lent: &'a str,
    thread: Mutex<Option<leak::thread::JoinGuard<'a, ()>>>,
}

fn main() {
    let worker = Arc::new_allowed(Worker {
        lent: "ann",
        thread: Mutex::default(),
    });
    assert_eq!(worker.lent.len(), 3);
    assert!(worker.thread.lock().is_ok());
}
