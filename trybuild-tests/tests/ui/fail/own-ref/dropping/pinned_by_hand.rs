//! `OwnDrop` may move the value, so nothing is pinned in a `Dropping`.

use core::marker::PhantomPinned;
use core::pin::Pin;
use own_ref::{Dropping, Own, OwnDrop};

struct Job(PhantomPinned);

impl OwnDrop for Job {
    fn drop(this: Own<'_, Self>) {
        let _moved = Own::into_inner(this);
    }
}

fn main() {
    let job = Pin::new(Dropping::new(Job(PhantomPinned)));
    let _: PhantomPinned = job.0;
}
