//! The guard of a thread can't outlive the scope that waits for the thread.

fn main() {
    let mut outside = None;
    leak::scope(|s| {
        let guard = s.spawn(|| 1);
        outside = Some(guard);
    });
    drop(outside);
}
