//! `fn() -> T: !NeverGives<T>`, as the text has it.

fn never_gives<T: leak::NeverGives<H>, H>() {}

fn for_any<T>() {
    never_gives::<fn(T), T>();
}

fn main() {
    for_any::<u8>();
}
