//! Everything that threads, their results and the destructors of these can do with a scope and with
//! each other's guards, in random order.

use core::panic::AssertUnwindSafe;
use core::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use leak::{JoinGuard, Scope, scope};
use std::panic::{catch_unwind, resume_unwind};
use std::sync::Mutex;
use test_support::{forget_reachable, leak_reachable};

const WALKS: u64 = if cfg!(miri) { 5 } else { 200 };

/// What the threads of a walk share.
struct World<'s, 'env> {
    scope: &'s Scope<'s, 'env>,
    /// Anybody's guards, for anybody, next to the number of the thread. Some are still here when
    /// the scope ends.
    guards: Mutex<Vec<(usize, JoinGuard<'s, Walker<'s, 'env>>)>>,
    count: &'env Count,
}

#[derive(Default)]
struct Count {
    walkers: AtomicUsize,
    dropped: AtomicUsize,
    owned: AtomicUsize,
}

/// A thread, and then its result, which goes on when it is dropped.
struct Walker<'s, 'env> {
    world: &'s World<'s, 'env>,
    number: usize,
    random: u64,
}

/// Counts itself out.
struct Owned<'env>(&'env Count);

impl Drop for Owned<'_> {
    fn drop(&mut self) {
        self.0.owned.fetch_sub(1, SeqCst);
    }
}

impl<'s, 'env> Walker<'s, 'env> {
    fn new(world: &'s World<'s, 'env>, seed: u64) -> Self {
        let number = world.count.walkers.fetch_add(1, SeqCst);
        let random = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        Self {
            world,
            number,
            random,
        }
    }

    fn random(&mut self, below: usize) -> usize {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        (self.random >> 32) as usize % below
    }

    fn walk(&mut self, steps: usize) {
        // From some number on, only what is there is brought to its end.
        if self.number < 60 {
            for _ in 0..self.random(steps) {
                self.step();
            }
        }
    }

    fn step(&mut self) {
        match self.random(8) {
            0..3 => self.start(),
            3..7 => self.take(),
            _ => {
                let Count { owned, .. } = self.world.count;
                owned.fetch_add(2, SeqCst);
                self.world.scope.own(Owned(self.world.count)).keep();
                drop(self.world.scope.own(Owned(self.world.count)));
            }
        }
    }

    fn start(&mut self) {
        let mut walker = Walker::new(self.world, self.random);
        let number = walker.number;
        let guard = self.world.scope.spawn(move || {
            walker.walk(4);
            if walker.random(9) == 0 {
                resume_unwind(Box::new("the thread"));
            }
            walker
        });
        match self.random(4) {
            0 => guard.detach(),
            _ => self.world.guards.lock().unwrap().push((number, guard)),
        }
    }

    fn take(&mut self) {
        let index = self.random(16);
        let guard = {
            let mut guards = self.world.guards.lock().unwrap();
            // Who waits for younger threads only never waits in a circle.
            match guards.get(index) {
                Some((number, _)) if *number > self.number => guards.swap_remove(index).1,
                _ => return,
            }
        };
        match self.random(4) {
            0 => drop(guard.join()),
            1 => guard.detach(),
            2 => forget_reachable(guard),
            _ => drop(catch_unwind(AssertUnwindSafe(|| drop(guard)))),
        }
    }
}

impl Drop for Walker<'_, '_> {
    fn drop(&mut self) {
        self.world.count.dropped.fetch_add(1, SeqCst);
        self.walk(2);
    }
}

#[test]
fn nothing_is_lost_on_a_random_walk() {
    for seed in 1..=WALKS {
        let count = Count::default();
        let end = catch_unwind(AssertUnwindSafe(|| {
            scope(|s| {
                let world = leak_reachable(World {
                    scope: s,
                    guards: Mutex::default(),
                    count: &count,
                });
                Walker::new(world, seed).walk(40);
            });
        }));
        // A panic of a thread, or none; not one of this test.
        if let Err(payload) = end {
            assert_eq!(
                test_support::message(&*payload),
                "the thread",
                "seed {seed}"
            );
        }
        let Count {
            walkers,
            dropped,
            owned,
        } = count;
        assert_eq!(walkers.into_inner(), dropped.into_inner(), "seed {seed}");
        assert_eq!(owned.into_inner(), 0, "seed {seed}");
    }
}

/// More threads than may be left unjoined, so their handles are given back while others join them.
#[test]
fn joins_race_with_the_return_of_unjoined_threads() {
    const THREADS: usize = if cfg!(miri) { 20 } else { 3000 };
    let results = AtomicUsize::new(0);
    let all_started = AtomicBool::new(false);
    scope(|s| {
        let guards: &Mutex<Vec<JoinGuard<'_, usize>>> = leak_reachable(Mutex::default());
        for kind in 0..3 {
            let all_started = &all_started;
            s.spawn(move || {
                loop {
                    let last = all_started.load(SeqCst);
                    let taken = guards.lock().unwrap().pop();
                    match (taken, kind) {
                        (Some(guard), 0) => drop(guard),
                        (Some(guard), 1) => guard.detach(),
                        (Some(guard), _) => {
                            assert!(guard.join().is_ok());
                        }
                        (None, _) if last => break,
                        (None, _) => std::thread::yield_now(),
                    }
                }
            })
            .detach();
        }
        for n in 0..THREADS {
            let guard = s.spawn(|| results.fetch_add(1, SeqCst));
            if n % 4 == 0 {
                forget_reachable(guard);
            } else {
                let mut guards = guards.lock().unwrap();
                let index = guards.len() / 2;
                guards.insert(index, guard);
            }
        }
        all_started.store(true, SeqCst);
    });
    assert_eq!(results.into_inner(), THREADS);
}
