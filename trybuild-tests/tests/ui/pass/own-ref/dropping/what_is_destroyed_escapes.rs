//! The memory is gone after the destructor.

use own_ref::{Dropping, Own, OwnDrop};
use std::cell::RefCell;

type Kept = RefCell<Option<Job>>;

thread_local! {
    static KEPT: Kept = const { RefCell::new(None) };
}

struct Job(u8);

impl OwnDrop for Job {
    fn drop(this: Own<'_, Self>) {
        KEPT.with(|kept| *kept.borrow_mut() = Some(Own::into_inner(this)));
    }
}

fn main() {
    drop(Dropping::new(Job(1)));
    KEPT.with(|kept| assert_eq!(kept.take().map(|job| job.0), Some(1)));
}
