//! A thread that could receive its guard, hidden in a box, from a channel.

use leak::LeakFnOnce;
use leak::sync::mpsc::Receiver;
use leak::thread::spawn_fn_unchecked;

fn main() {
    let name = String::from("ann");
    let work = |receiver: Receiver<fn()>, ()| drop(receiver);
    let (_, receiver) = leak::sync::mpsc::rendezvous();
    // SAFETY: 1. It is dropped here.
    drop(unsafe { spawn_fn_unchecked(LeakFnOnce::new(receiver, work)) });
    drop(name);
}
