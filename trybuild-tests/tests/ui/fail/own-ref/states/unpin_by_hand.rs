//! `Unpin` for the enum is what the derive says; anything else could move a pinned field.

#[path = "../../../../../../own-ref/tests/expanded/fetch.rs"]
#[allow(dead_code)]
mod fetch;

impl<P, D, R> Unpin for fetch::Fetch<P, D, R> {}

fn main() {
    fn is_unpin<T: Unpin>() {}
    is_unpin::<fetch::Fetch<u8, u8, u8>>();
}
