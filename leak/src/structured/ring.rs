//! A bounded queue for many producers and many consumers, in memory that a frame owns.
//!
//! The algorithm is Dmitry Vyukov's bounded queue: every slot has a sequence number, which says whose
//! turn it is. Here the numbers also say what is initialised, to the destructor.

use super::cancel::{Cancelled, Node};
use super::event::Event;
use super::panics::Collected;
use super::sync::{AtomicUsize, UnsafeCell, fence, pause};
use alloc::boxed::Box;
use core::mem::MaybeUninit;
use core::sync::atomic::Ordering::{Acquire, Relaxed, Release, SeqCst};

/// # Invariants
///
/// Positions are `lap * one_lap + index`, with `one_lap` a power of two above the capacity.
///
/// 1. A slot whose `turn` is a position with its own index is empty, and belongs to who moves `tail` on
///    from that position.
/// 2. A slot whose `turn` is one more than that holds a value, which belongs to who moves `head` on
///    from that position, or to who has the ring to itself.
pub(super) struct Ring<T> {
    tail: Padded,
    head: Padded,
    slots: Box<[Slot<T>]>,
    one_lap: usize,
    pub(super) not_full: Event,
    pub(super) not_empty: Event,
    producers: AtomicUsize,
    consumers: AtomicUsize,
}

struct Slot<T> {
    turn: AtomicUsize,
    value: UnsafeCell<MaybeUninit<T>>,
}

/// On a cache line of its own, or both ends would slow each other down.
#[repr(align(128))]
struct Padded(AtomicUsize);

// SAFETY: values go from one thread to another. No two threads have one at the same time (invariants 1
// and 2), and no reference to a value is given out.
unsafe impl<T: Send> Send for Ring<T> {}
// SAFETY: as above.
unsafe impl<T: Send> Sync for Ring<T> {}

/// Why a blocking push gave up.
pub(super) enum NotPushed {
    NoConsumers,
    Cancelled(Cancelled),
}

impl<T> Ring<T> {
    /// A ring without ends. `capacity` is not zero.
    pub(super) fn new(capacity: usize) -> Self {
        // INVARIANT: 1: empty, and it is the turn of position `index`, of lap zero.
        let slots = (0..capacity).map(|index| Slot {
            turn: AtomicUsize::new(index),
            value: UnsafeCell::new(MaybeUninit::uninit()),
        });
        Self {
            tail: Padded(AtomicUsize::new(0)),
            head: Padded(AtomicUsize::new(0)),
            slots: slots.collect(),
            // Above the capacity, so that "one more" never is a position of the next slot's lap.
            one_lap: (capacity + 1).next_power_of_two(),
            not_full: Event::default(),
            not_empty: Event::default(),
            producers: AtomicUsize::new(0),
            consumers: AtomicUsize::new(0),
        }
    }

    fn slot(&self, position: usize) -> &Slot<T> {
        &self.slots[position & (self.one_lap - 1)]
    }

    /// The position that follows.
    fn next(&self, position: usize) -> usize {
        if (position & (self.one_lap - 1)) + 1 < self.slots.len() {
            position + 1
        } else {
            (position & !(self.one_lap - 1)).wrapping_add(self.one_lap)
        }
    }

    /// Whether nobody has begun to push what wasn't popped yet.
    fn is_empty(&self) -> bool {
        let head = self.head.0.load(SeqCst);
        self.tail.0.load(SeqCst) == head
    }

    fn is_full(&self) -> bool {
        let tail = self.tail.0.load(SeqCst);
        self.head.0.load(SeqCst).wrapping_add(self.one_lap) == tail
    }

    /// Pushes, if there is room.
    pub(super) fn try_push(&self, value: T) -> Result<(), T> {
        let mut tail = self.tail.0.load(Relaxed);
        let mut round = 0;
        loop {
            let slot = self.slot(tail);
            let turn = slot.turn.load(Acquire);
            if turn == tail {
                let next = self.next(tail);
                match self
                    .tail
                    .0
                    .compare_exchange_weak(tail, next, SeqCst, Relaxed)
                {
                    Ok(_) => {
                        // Writing drops nothing and can't panic, so the turn is passed on for certain.
                        slot.value.with_mut(|place| {
                            // SAFETY: the slot is ours by invariant 1.
                            unsafe { &mut *place }.write(value);
                        });
                        // INVARIANT: 2: it holds a value now.
                        slot.turn.store(tail + 1, Release);
                        self.not_empty.notify_one();
                        return Ok(());
                    }
                    Err(now) => tail = now,
                }
            } else if turn.wrapping_add(self.one_lap) == tail + 1 {
                // The value of the lap before. Whether the ring is full, `head` says.
                fence(SeqCst);
                if self.head.0.load(Relaxed).wrapping_add(self.one_lap) == tail {
                    return Err(value);
                }
                Self::let_others_go_on(&mut round);
                tail = self.tail.0.load(Relaxed);
            } else {
                Self::let_others_go_on(&mut round);
                tail = self.tail.0.load(Relaxed);
            }
        }
    }

    /// Pops, if there is something.
    pub(super) fn try_pop(&self) -> Option<T> {
        let mut head = self.head.0.load(Relaxed);
        let mut round = 0;
        loop {
            let slot = self.slot(head);
            let turn = slot.turn.load(Acquire);
            if turn == head + 1 {
                let next = self.next(head);
                match self
                    .head
                    .0
                    .compare_exchange_weak(head, next, SeqCst, Relaxed)
                {
                    Ok(_) => {
                        let value = slot.value.with_mut(|place| {
                            // SAFETY: the slot is ours by invariant 2.
                            let place = unsafe { &*place };
                            // SAFETY: a value, and the turn that says so is passed on below.
                            unsafe { place.assume_init_read() }
                        });
                        // INVARIANT: 1: empty, and the turn of the next lap.
                        slot.turn.store(head.wrapping_add(self.one_lap), Release);
                        self.not_full.notify_one();
                        return Some(value);
                    }
                    Err(now) => head = now,
                }
            } else if turn == head {
                // Empty in this lap. Whether the ring is empty, `tail` says.
                fence(SeqCst);
                if self.tail.0.load(Relaxed) == head {
                    return None;
                }
                Self::let_others_go_on(&mut round);
                head = self.head.0.load(Relaxed);
            } else {
                Self::let_others_go_on(&mut round);
                head = self.head.0.load(Relaxed);
            }
        }
    }

    /// Somebody is between moving an end on and passing the turn on.
    fn let_others_go_on(round: &mut u32) {
        pause(*round);
        *round += 1;
    }

    /// Pushes when there is room.
    pub(super) fn push(&self, mut value: T, node: Option<&Node>) -> Result<(), (T, NotPushed)> {
        loop {
            // In this order: a cancellation is why the consumers are gone, if there is one.
            if let Some(Err(cancelled)) = node.map(Node::check) {
                return Err((value, NotPushed::Cancelled(cancelled)));
            }
            if self.has_no_consumers() {
                return Err((value, NotPushed::NoConsumers));
            }
            match self.try_push(value) {
                Ok(()) => return Ok(()),
                Err(back) => value = back,
            }
            let room = self
                .not_full
                .wait(node, || !self.is_full() || self.has_no_consumers());
            match room {
                // The notification may have been one of several, for others too.
                Ok(true) => {
                    let pushed = self.try_push(value);
                    if !self.is_full() {
                        self.not_full.notify_one();
                    }
                    match pushed {
                        Ok(()) => return Ok(()),
                        Err(back) => value = back,
                    }
                }
                Ok(false) => {}
                Err(cancelled) => return Err((value, NotPushed::Cancelled(cancelled))),
            }
        }
    }

    /// Pops when there is something. `None` when there is nothing and there are no producers.
    pub(super) fn pop(&self, node: Option<&Node>) -> Result<Option<T>, Cancelled> {
        loop {
            node.map_or(Ok(()), Node::check)?;
            // In this order: a producer counts itself out after its last push.
            let no_producers = self.has_no_producers();
            if let Some(value) = self.try_pop() {
                return Ok(Some(value));
            }
            if no_producers {
                return Ok(None);
            }
            let notified = self
                .not_empty
                .wait(node, || !self.is_empty() || self.has_no_producers())?;
            if notified {
                let value = self.try_pop();
                // The notification may have been one of several, for others too.
                if !self.is_empty() {
                    self.not_empty.notify_one();
                }
                if value.is_some() {
                    return Ok(value);
                }
            }
        }
    }

    /// How many values there are, more or less.
    pub(super) fn len(&self) -> usize {
        let tail = self.tail.0.load(SeqCst);
        let head = self.head.0.load(SeqCst);
        let laps =
            (tail & !(self.one_lap - 1)).wrapping_sub(head & !(self.one_lap - 1)) / self.one_lap;
        let index = |position: usize| position & (self.one_lap - 1);
        (laps * self.slots.len() + index(tail))
            .saturating_sub(index(head))
            .min(self.slots.len())
    }

    pub(super) fn capacity(&self) -> usize {
        self.slots.len()
    }

    pub(super) fn add_producer(&self) {
        self.producers.fetch_add(1, SeqCst);
    }

    pub(super) fn add_consumer(&self) {
        self.consumers.fetch_add(1, SeqCst);
    }

    pub(super) fn has_no_producers(&self) -> bool {
        self.producers.load(SeqCst) == 0
    }

    pub(super) fn has_no_consumers(&self) -> bool {
        self.consumers.load(SeqCst) == 0
    }

    /// After the last one, pops end when the ring is empty.
    pub(super) fn remove_producer(&self) {
        if self.producers.fetch_sub(1, SeqCst) == 1 {
            self.not_empty.notify_all();
        }
    }

    /// After the last one, pushes fail.
    pub(super) fn remove_consumer(&self) {
        if self.consumers.fetch_sub(1, SeqCst) == 1 {
            self.not_full.notify_all();
        }
    }

    /// Drops what nobody popped, the oldest first.
    pub(super) fn drop_leftovers(&mut self, panics: &mut Collected) {
        // Nobody else has the ring, so every value's turn was passed on: they lie in a row.
        while let Some(value) = self.try_pop() {
            panics.run(|| drop(value));
        }
    }
}

impl<T> Drop for Ring<T> {
    fn drop(&mut self) {
        let mut panics = Collected::default();
        self.drop_leftovers(&mut panics);
        drop(panics.end());
    }
}
