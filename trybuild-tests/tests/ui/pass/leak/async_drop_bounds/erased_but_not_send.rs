//! An erased value is `Send` if its trait object says so.

use leak::async_drop::{PollDestruct, async_drop, poll_drop};

fn main() {
    let value: Box<dyn PollDestruct + Send> = Box::new(poll_drop(1));
    drop(async_drop(value));
}
