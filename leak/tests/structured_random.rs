//! Everything that threads can do with sets, lenders, edges and loans, in random order: frames lend to
//! whoever comes, threads enter whatever they find, all of them panic and cancel.
//!
//! What must hold: who is inside sees live data, nobody is inside when the lending call has returned,
//! every destructor has run exactly once, and nothing hangs.

use core::cell::Cell;
use core::panic::AssertUnwindSafe;
use core::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use core::time::Duration;
use leak::structured::{
    Borrowed, Consumer, Edge, EdgeMut, Loan, Producer, ThreadSet, Value, checkpoint, lend,
    lend_mut, produce_consume, race, scope, worker_pool,
};
use std::panic::{catch_unwind, resume_unwind};
use std::sync::{Arc, Mutex};
use std::time::Instant;
use test_support::{forget_reachable, message};

const RUNS: u64 = if cfg!(miri) { 3 } else { 300 };
/// So many things are opened in a run at most.
const MOST: usize = if cfg!(miri) { 25 } else { 120 };

/// What all frames of a run share.
#[derive(Default)]
struct World {
    opened: AtomicUsize,
    made: AtomicUsize,
    dropped: AtomicUsize,
    mail: Mutex<Vec<Mail>>,
}

/// What is sent around: all of it borrows nothing.
enum Mail {
    Edge(Edge<Value<Data>>),
    EdgeMut(EdgeMut<Value<DataMut>>),
    Borrowed(Borrowed<DataMut>),
}

/// Lent to many. Its destructor says that nobody is inside.
struct Data {
    alive: AtomicBool,
    inside: AtomicUsize,
    counted: Counted,
}

/// Lent to one.
struct DataMut {
    alive: Cell<bool>,
    counted: Counted,
}

/// Counts its destructions.
struct Counted(Arc<World>);

impl Counted {
    fn new(world: &Arc<World>) -> Self {
        world.made.fetch_add(1, SeqCst);
        Self(Arc::clone(world))
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.dropped.fetch_add(1, SeqCst);
    }
}

impl Data {
    fn new(world: &Arc<World>) -> Self {
        Self {
            alive: AtomicBool::new(true),
            inside: AtomicUsize::new(0),
            counted: Counted::new(world),
        }
    }
}

impl Drop for Data {
    fn drop(&mut self) {
        assert_eq!(self.inside.load(SeqCst), 0, "somebody is inside");
        assert!(self.alive.swap(false, SeqCst), "dropped twice");
    }
}

impl DataMut {
    fn new(world: &Arc<World>) -> Self {
        Self {
            alive: Cell::new(true),
            counted: Counted::new(world),
        }
    }
}

impl Drop for DataMut {
    fn drop(&mut self) {
        assert!(self.alive.replace(false), "dropped twice");
    }
}

/// Leaves when dropped, by a panic too.
struct Inside<'a>(&'a Data);

impl<'a> Inside<'a> {
    fn new(data: &'a Data) -> Self {
        data.inside.fetch_add(1, SeqCst);
        assert!(data.alive.load(SeqCst));
        Self(data)
    }
}

impl Drop for Inside<'_> {
    fn drop(&mut self) {
        assert!(
            self.0.alive.load(SeqCst),
            "dropped while somebody is inside"
        );
        self.0.inside.fetch_sub(1, SeqCst);
    }
}

/// One thread's way.
struct Walker {
    world: Arc<World>,
    random: u64,
}

const EXPECTED: &str = "expected";

impl Walker {
    fn new(world: &Arc<World>, seed: u64) -> Self {
        Self {
            world: Arc::clone(world),
            random: seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1,
        }
    }

    fn random(&mut self, below: usize) -> usize {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        usize::try_from((self.random >> 32) % below as u64).unwrap()
    }

    /// A walker for another thread.
    fn other(&mut self) -> Self {
        let seed = self.random ^ (self.random(1 << 20) as u64) << 21;
        Self::new(&self.world, seed)
    }

    fn may_open(&self) -> bool {
        self.world.opened.fetch_add(1, SeqCst) < MOST
    }

    fn walk(&mut self, steps: usize) {
        for _ in 0..self.random(steps) {
            if checkpoint().is_err() && self.random(2) == 0 {
                return;
            }
            match self.random(14) {
                0..3 => self.visit(),
                3 if self.random(5) == 0 => resume_unwind(Box::new(EXPECTED)),
                4 | 5 => self.caught(Self::lends),
                6 => self.caught(Self::lends_mut),
                7 => self.caught(Self::loans),
                8..11 => self.caught(Self::scopes),
                11 => self.caught(Self::queues),
                12 => self.caught(Self::pools),
                _ => self.caught(Self::races),
            }
        }
    }

    /// Goes on after half of the panics.
    fn caught(&mut self, f: fn(&mut Self)) {
        if !self.may_open() {
            return self.visit();
        }
        if let Err(payload) = catch_unwind(AssertUnwindSafe(|| f(self))) {
            assert_eq!(message(&*payload), EXPECTED);
            if self.random(2) == 0 {
                resume_unwind(payload);
            }
        }
    }

    fn post(&mut self, mail: Mail) {
        if self.random(8) == 0 {
            if let Mail::Borrowed(borrowed) = mail {
                return drop(borrowed); // forgotten, it might keep the value for ever
            }
            return forget_reachable(mail);
        }
        self.world.mail.lock().unwrap().push(mail);
    }

    /// Enters whatever is there.
    fn visit(&mut self) {
        let mail = {
            let world = Arc::clone(&self.world);
            let mut mail = world.mail.lock().unwrap();
            let index = self.random(mail.len().max(1));
            if mail.is_empty() {
                return;
            }
            mail.swap_remove(index)
        };
        match mail {
            Mail::Edge(edge) => {
                let entered = edge.enter(|data| {
                    let inside = Inside::new(data);
                    self.walk(3);
                    drop(inside);
                });
                if entered.is_ok() && self.random(2) == 0 {
                    self.post(Mail::Edge(edge));
                }
            }
            Mail::EdgeMut(edge) => {
                _ = edge.enter(|data| {
                    assert!(data.alive.get());
                    let mine = Counted::new(&self.world);
                    data.counted = mine;
                    self.walk(3);
                    assert!(data.alive.get());
                });
            }
            Mail::Borrowed(mut borrowed) => {
                let entered = borrowed.enter(|data| {
                    assert!(data.alive.get());
                    self.walk(3);
                    assert!(data.alive.get());
                });
                if entered.is_ok() && self.random(2) == 0 {
                    self.post(Mail::Borrowed(borrowed));
                }
            }
        }
    }

    fn lends(&mut self) {
        let data = Data::new(&self.world);
        lend::<Value<Data>, _>(&data, |lender| {
            for _ in 0..=self.random(3) {
                self.post(Mail::Edge(lender.edge()));
            }
            self.walk(4);
            if self.random(4) == 0 {
                lender.revoke();
                self.walk(2);
            }
        });
        assert_eq!(data.inside.load(SeqCst), 0, "the call has returned");
        assert_eq!(Arc::as_ptr(&data.counted.0), Arc::as_ptr(&self.world));
    }

    fn lends_mut(&mut self) {
        let mut data = DataMut::new(&self.world);
        lend_mut::<Value<DataMut>, _>(&mut data, |lender| {
            for _ in 0..=self.random(2) {
                self.post(Mail::EdgeMut(lender.edge()));
            }
            self.walk(4);
        });
        assert!(data.alive.get());
    }

    fn loans(&mut self) {
        let (loan, borrowed) = Loan::new(DataMut::new(&self.world));
        self.post(Mail::Borrowed(borrowed));
        self.walk(4);
        if self.random(2) == 0 {
            drop(loan);
        } else {
            let data = loan.end(); // not older than the innermost edge: it was made in here
            assert!(data.alive.get());
        }
    }

    fn scopes(&mut self) {
        let ended = scope(|set| {
            for _ in 0..=self.random(2) {
                self.child(set);
            }
            match self.random(8) {
                0 => set.cancel(),
                1 => set.deadline(Instant::now() + Duration::from_micros(50)),
                2 => {
                    _ = set.handle().sleep(Duration::from_micros(20));
                }
                _ => {}
            }
            self.walk(4);
            Counted::new(&self.world)
        });
        if let Err(panics) = ended {
            assert!(panics.messages().all(|said| said == EXPECTED), "{panics:?}");
            if self.random(2) == 0 {
                panics.resume();
            }
        }
    }

    fn child<'s>(&mut self, set: &'s ThreadSet<'s, '_>) {
        let mut walker = self.other();
        let guard = set.spawn(move |cancel| {
            let counted = Counted::new(&walker.world);
            walker.walk(5);
            if walker.random(6) == 0 {
                cancel.cancel();
            }
            counted
        });
        match self.random(4) {
            0 => drop(guard.join()),
            1 => guard.detach(),
            2 => forget_reachable(guard.is_finished()),
            _ => {}
        }
    }

    fn queues(&mut self) {
        let (mut sender, mut receiver) = (self.other(), self.other());
        let ended = produce_consume(
            1 + self.random(3),
            [move |queue: &Producer<'_, Counted>| {
                while sender.random(20) > 0 {
                    if queue.push(Counted::new(&sender.world)).is_err() {
                        return;
                    }
                }
                sender.walk(3);
            }],
            [move |queue: &Consumer<'_, Counted>| {
                while receiver.random(20) > 0 && queue.pop().is_ok() {}
                receiver.walk(3);
            }],
        );
        if let Err(panics) = ended {
            panics.resume();
        }
    }

    fn pools(&mut self) {
        let walker = Mutex::new(self.other());
        let ended = worker_pool(
            1 + self.random(2),
            |worker| {
                let mut walker = walker.lock().unwrap().other();
                while let Ok(mut assigned) = worker.recv() {
                    _ = assigned.enter(|data: &mut DataMut| {
                        assert!(data.alive.get());
                        walker.walk(2);
                    });
                    if walker.random(20) == 0 {
                        return;
                    }
                }
            },
            |pool| {
                for _ in 0..self.random(6) {
                    let assigned = pool.assign(DataMut::new(&self.world));
                    if let (Ok(ticket), 0) = (assigned, self.random(5)) {
                        drop(pool.take_back(ticket));
                    }
                }
                self.walk(3);
                for _ in 0..self.random(6) {
                    drop(pool.completed());
                }
            },
        );
        if let Err(panics) = ended {
            panics.resume();
        }
    }

    fn races(&mut self) {
        let racers: Vec<Walker> = (0..=self.random(2)).map(|_| self.other()).collect();
        let first = race(racers.into_iter().map(|mut walker| {
            move |_: leak::structured::Cancel<'_>| {
                walker.walk(4);
                Counted::new(&walker.world)
            }
        }));
        match first {
            Ok(first) => assert!(first.is_some()),
            Err(panics) => panics.resume(),
        }
    }
}

#[test]
fn every_destructor_runs_once_and_nothing_hangs() {
    let mut most = 0;
    for seed in 1..=RUNS {
        let world = Arc::new(World::default());
        let walked = catch_unwind(AssertUnwindSafe(|| {
            Walker::new(&world, seed).walk(60);
        }));
        if let Err(payload) = walked {
            assert_eq!(message(&*payload), EXPECTED, "seed {seed}");
        }
        // What was not fetched: edges of frames that have ended, halves of loans that have.
        let mail = core::mem::take(&mut *world.mail.lock().unwrap());
        assert!(mail.iter().all(|mail| match mail {
            Mail::Edge(edge) => edge.is_revoked(),
            Mail::EdgeMut(edge) => edge.is_revoked(),
            Mail::Borrowed(borrowed) => borrowed.is_revoked(),
        }));
        drop(mail);
        let made = world.made.load(SeqCst);
        assert_eq!(made, world.dropped.load(SeqCst), "seed {seed}");
        most = most.max(made);
    }
    assert!(most > 20, "the walks go nowhere");
}
