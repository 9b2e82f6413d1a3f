//! In an impl block, the attribute covers the block and its methods.

struct Queue(usize);

#[leak::leak_bounds]
impl Queue {
    fn push<T: ?Leak>(&mut self, _: T) {
        self.0 += 1;
    }
}

fn main() {
    let mut queue = Queue(0);
    queue.push(1);
    queue.push(&raw const DATA);
    assert_eq!(queue.0, 2);
}

#[derive(Clone, Copy, leak::Leak)]
struct Data;

static DATA: Data = Data;
