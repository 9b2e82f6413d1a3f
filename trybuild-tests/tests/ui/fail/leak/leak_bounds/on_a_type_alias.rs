//! Bounds of a type alias aren't enforced.

#[leak::leak_bounds]
type List<T> = Vec<T>;

fn main() {
    let _: List<u8> = vec![];
}
