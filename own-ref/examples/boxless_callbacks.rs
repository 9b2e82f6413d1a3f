//! A list of callbacks of different types, each called once, without a heap.
//!
//! ```text
//! cargo run -p own-ref --example boxless_callbacks
//! ```
#![no_std]
#![forbid(unsafe_code)]

extern crate std;

use own_ref::{CallOnce, Filling, Own, Slot, unsize};
use std::println;

/// What the callbacks change.
#[derive(Debug, Default)]
struct World {
    tick: u32,
    total: u32,
}

/// `FnOnce(&mut World)`, owned by reference.
type Callback<'a> = Own<'a, dyn for<'w> CallOnce<(&'w mut World,), Output = ()> + 'a>;

/// Turns a closure in its place into a callback.
fn callback<'a, F>(closure: Own<'a, F>) -> Callback<'a>
where
    F: FnOnce(&mut World) + 'a,
{
    unsize!(closure => dyn for<'w> CallOnce<(&'w mut World,), Output = ()> + 'a)
}

/// Something that is moved into a callback, and has a destructor.
struct Ticket<'a>(&'a str);

impl Drop for Ticket<'_> {
    fn drop(&mut self) {
        println!("  ticket {} is used up", self.0);
    }
}

/// Calls what is there, as a queue does.
fn run(queue: Filling<'_, Callback<'_>>, world: &mut World) {
    for callback in Own::into_items(queue.into_filled()).map(Own::into_inner) {
        world.tick += 1;
        Own::call(callback, (world,));
    }
}

fn main() {
    let name = *b"borrowed";
    let name = core::str::from_utf8(&name).unwrap_or("?");

    // Each closure lies in a slot of its own, the list of pointers in another.
    let mut closures = (Slot::new(), Slot::new(), Slot::new());
    let mut list = Slot::<[Callback<'_>; 4]>::new();
    let mut queue = list.hole().into_slice().filling();

    let ticket = Ticket(name);
    queue.extend([
        callback(closures.0.put(|world: &mut World| world.total += 1)),
        callback(closures.1.put(move |world: &mut World| {
            let ticket = ticket; // all of it, not only the name
            println!("  tick {}: with ticket {}", world.tick, ticket.0);
            world.total += 10;
        })),
        callback(closures.2.put({
            let big = [7_u32; 16]; // stored in the slot, like everything that is captured
            move |world: &mut World| world.total += big.iter().sum::<u32>()
        })),
    ]);
    println!(
        "{} of {} callbacks, {} bytes each",
        queue.as_slice().len(),
        queue.capacity(),
        size_of::<Callback<'_>>()
    );

    let mut world = World::default();
    run(queue, &mut world);
    println!("{world:?}");
    assert_eq!(world.total, 1 + 10 + 7 * 16);

    println!("one that is never called:");
    let mut slot = Slot::new();
    let ticket = Ticket("unused");
    drop(callback(slot.put(move |_: &mut World| drop(ticket))));
}
