//! An associated type gets no bound.

#[leak::leak_bounds]
trait Container {
    type Item: Copy + ?Leak;
    fn first(&self) -> Self::Item;
}

impl Container for [u8; 1] {
    type Item = u8;
    fn first(&self) -> u8 {
        self[0]
    }
}

fn main() {
    assert_eq!([1].first(), 1);
}
