//! `async_drop` is for types that say what it means.

use leak::async_drop::async_drop;


struct File(&'static str);

fn main() {
    drop(async_drop(File("any")));
}
