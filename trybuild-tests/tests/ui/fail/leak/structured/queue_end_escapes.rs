//! The ends of a queue stay in the call that owns its memory.

use leak::structured::{Consumer, Producer, produce_consume};

fn main() {
    let mut kept = None;
    produce_consume(
        1,
        [|queue: &Producer<'_, u32>| queue.push(1).is_ok()],
        [|queue: &Consumer<'_, u32>| kept = Some(queue.iter())],
    )
    .unwrap();
    assert!(kept.is_some());
}
