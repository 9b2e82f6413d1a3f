//! `Self` gets no bound.

#[leak::leak_bounds]
trait Container: Sized {
    fn len(self) -> usize;
}

impl Container for [u8; 1] {
    fn len(self) -> usize {
        1
    }
}

fn main() {
    assert_eq!(Container::len([1]), 1);
}
