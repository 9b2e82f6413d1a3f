//! A parameter is relaxed where it is declared.

struct Queue<T>(Vec<T>);

#[leak::leak_bounds]
impl<T> Queue<T> {
    fn len(&self) -> usize
    where
        T: Copy + ?Leak,
    {
        self.0.len()
    }
}

fn main() {
    assert_eq!(Queue(vec![1]).len(), 1);
}
