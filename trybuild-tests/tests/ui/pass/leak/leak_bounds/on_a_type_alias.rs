//! Bounds of a type alias aren't enforced.

type List<T> = Vec<T>;

fn main() {
    let _: List<u8> = vec![];
}
