//! The parameters of the block itself.

struct Queue<T>(Vec<T>);

#[leak::leak_bounds]
impl<T> Queue<T> {
    fn push(&mut self, item: T) {
        self.0.push(item);
    }
}

fn main() {
    Queue(vec![]).push(1);
    Queue(vec![]).push(&raw const DATA);
}

#[derive(Clone, Copy, leak::Leak)]
struct Data;

static DATA: Data = Data;
