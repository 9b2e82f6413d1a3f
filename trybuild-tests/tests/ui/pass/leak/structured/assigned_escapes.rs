//! What a worker was assigned stays in the call that owns the pool.

use leak::structured::worker_pool;
use std::sync::Mutex;

fn main() {
    let kept = Mutex::new(None);
    worker_pool(
        1,
        |worker| *kept.lock().unwrap() = worker.recv().ok().map(drop),
        |pool| pool.assign(1).unwrap(),
    )
    .unwrap();
    assert!(kept.into_inner().unwrap().is_some());
}
