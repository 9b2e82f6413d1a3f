//! A function whose argument takes a `T` gives one to whoever calls it with a callback.

fn never_gives<T: leak::NeverGives<H>, H>() {}

fn for_any<T>() {
    never_gives::<fn(T), T>();
}

fn main() {
    for_any::<u8>();
}
