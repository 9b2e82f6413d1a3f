//! The atomic protocols under loom, which tries the interleavings and the reorderings that the memory model
//! allows. A data race on a tracked cell, a deadlock and a wrong result each fail a model.
//!
//! ```text
//! bash .ci/run loom
//! ```

use super::ring::Ring;
use super::sync::{Arc, UnsafeCell};
use super::word::Word;
use super::{EdgeMut, Loan, Revoked, Value, lend, lend_mut};
use alloc::vec::Vec;
use loom::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use loom::thread;

/// Memory whose accesses are tracked.
struct Tracked(UnsafeCell<u32>);

// SAFETY: loom reports every race.
unsafe impl Sync for Tracked {}

impl Tracked {
    fn new() -> Self {
        Self(UnsafeCell::new(0))
    }

    fn read(&self) -> u32 {
        // SAFETY: loom reports it if somebody writes.
        self.0.with(|value| unsafe { *value })
    }

    fn add(&self) {
        // SAFETY: loom reports it if somebody else is here.
        self.0.with_mut(|value| unsafe { *value += 1 });
    }
}

#[test]
fn the_frame_waits_for_those_inside() {
    loom::model(|| {
        let data = Tracked::new();
        let threads = lend::<Value<Tracked>, _>(&data, |lender| {
            [lender.edge(), lender.edge()]
                .map(|edge| thread::spawn(move || edge.enter(Tracked::read)))
        });
        data.add(); // races with the reads, if one of them is still inside
        for thread in threads {
            let entered = thread.join().unwrap();
            assert!(entered == Ok(0) || entered == Err(Revoked));
        }
    });
}

#[test]
fn what_was_done_inside_is_seen_outside() {
    loom::model(|| {
        let word = Arc::new(Word::new());
        let done = Arc::new(Tracked::new());
        let thread = {
            let (word, done) = (Arc::clone(&word), Arc::clone(&done));
            thread::spawn(move || {
                for _ in 0..2 {
                    let Some(entered) = word.enter() else { return };
                    done.add();
                    drop(entered);
                }
            })
        };
        word.close();
        word.wait();
        assert!(done.read() <= 2);
        assert!(word.enter().is_none() && word.enter_as_the_only_one().is_none());
        thread.join().unwrap();
    });
}

#[test]
fn one_call_enters_an_exclusive_edge() {
    loom::model(|| {
        let mut data = Tracked::new();
        let threads = lend_mut::<Value<Tracked>, _>(&mut data, |lender| {
            [lender.edge(), lender.edge()].map(|edge: EdgeMut<Value<Tracked>>| {
                thread::spawn(move || edge.enter(|data| data.add()))
            })
        });
        let now = data.read();
        let entered = threads.map(|thread| thread.join().unwrap().is_ok());
        assert_eq!(u32::from(entered[0]) + u32::from(entered[1]), now);
    });
}

#[test]
fn a_loan_is_taken_back() {
    loom::model(|| {
        let (loan, mut borrowed) = Loan::new(0_u32);
        let thread = thread::spawn(move || {
            let first = borrowed.enter(|n| *n += 1);
            let second = borrowed.enter(|n| *n += 1);
            u32::from(first.is_ok()) + u32::from(second.is_ok())
        });
        let value = loan.end();
        assert_eq!(thread.join().unwrap(), value);
    });
}

#[test]
fn a_loan_is_waited_for() {
    loom::model(|| {
        let (loan, mut borrowed) = Loan::new(0_u32);
        let thread = thread::spawn(move || borrowed.enter(|n| *n += 1).unwrap());
        loan.wait_without_a_set();
        assert_eq!(loan.end(), 1);
        thread.join().unwrap();
    });
}

/// Counts its destructions.
struct Counted(Arc<AtomicUsize>);

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.fetch_add(1, Relaxed);
    }
}

/// Runs producers and consumers around a ring, and looks at what came through.
fn ring(capacity: usize, producers: usize, each: usize, consumers: usize, pops: usize) {
    loom::model(move || {
        let dropped = Arc::new(AtomicUsize::new(0));
        let ring = Arc::new(Ring::new(capacity));
        (0..producers).for_each(|_| ring.add_producer());
        (0..consumers).for_each(|_| ring.add_consumer());
        let consuming: Vec<_> = (0..consumers)
            .map(|_| {
                let ring = Arc::clone(&ring);
                thread::spawn(move || {
                    let popped = (0..pops)
                        .map_while(|_| ring.pop(None).unwrap_or(None))
                        .count();
                    ring.remove_consumer();
                    popped
                })
            })
            .collect();
        let produce = {
            let (ring, dropped) = (Arc::clone(&ring), Arc::clone(&dropped));
            move || {
                let pushed = (0..each)
                    .map_while(|_| ring.push(Counted(Arc::clone(&dropped)), None).ok())
                    .count();
                ring.remove_producer();
                pushed
            }
        };
        let producing: Vec<_> = (1..producers)
            .map(|_| thread::spawn(produce.clone()))
            .collect();
        let mut pushed = produce();
        drop(produce);
        pushed += producing
            .into_iter()
            .map(|t| t.join().unwrap())
            .sum::<usize>();
        let popped: usize = consuming.into_iter().map(|t| t.join().unwrap()).sum();
        assert!(popped <= pushed);
        let consumers_stayed = popped < pops * consumers;
        assert!(
            !consumers_stayed || popped == producers * each,
            "something was lost"
        );
        drop(ring); // and what is left in it
        assert!(
            dropped.load(Relaxed) >= pushed,
            "something was never dropped"
        );
        assert!(
            dropped.load(Relaxed) <= producers * each,
            "something was dropped twice"
        );
    });
}

#[test]
fn ring_of_one_blocks_both_sides() {
    ring(1, 1, 3, 1, 4);
}

#[test]
fn ring_goes_round() {
    ring(2, 1, 3, 1, 4);
}

#[test]
fn ring_with_two_producers() {
    ring(1, 2, 1, 1, 3);
}

#[test]
fn ring_with_two_consumers() {
    ring(1, 1, 2, 2, 2);
}

#[test]
fn ring_whose_consumer_goes() {
    ring(1, 1, 3, 1, 1);
}
