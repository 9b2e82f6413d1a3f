//! A macro below the derive adds a field, which the glue would not destroy.

use leak::async_drop::{AsyncDrop, async_drop};

#[derive(AsyncDrop)]
#[hostile_macros::add_field(late: String)]
struct Owner {
    early: u8,
}

fn main() {
    drop(async_drop(Owner { early: 1, late: String::new() }));
}
