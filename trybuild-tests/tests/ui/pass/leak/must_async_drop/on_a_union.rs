//! A union has no asynchronous destructor.

#[leak::async_drop::must_async_drop]
#[allow(dead_code)]
struct Word {
    whole: u32,
}

fn main() {
    let _: fn(Word) = drop;
}
