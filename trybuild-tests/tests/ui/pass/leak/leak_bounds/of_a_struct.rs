//! A struct can't even be named with a parameter that is not `Leak`.

#[leak::leak_bounds]
struct Queue<T: ?::leak::Leak>(Vec<T>);

fn main() {
    drop(Queue(vec![1]));
    drop(Queue(vec![&raw const DATA]));
}

#[derive(Clone, Copy, leak::Leak)]
struct Data;

static DATA: Data = Data;
