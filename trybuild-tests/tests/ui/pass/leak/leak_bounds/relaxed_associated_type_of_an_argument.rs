//! An associated type gets no bound, in an argument neither.

#[leak::leak_bounds]
fn count(iter: impl Iterator<Item: Copy>) -> usize {
    iter.count()
}

fn main() {
    assert_eq!(count([1].iter()), 1);
}
