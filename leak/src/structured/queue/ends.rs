use super::{PopError, PushError};
use crate::Leak;
use crate::structured::age::OwnThread;
use crate::structured::cancel::{Ambient, Node};
use crate::structured::ring::{NotPushed, Ring};
use alloc::sync::Arc;
use core::fmt;
use core::iter::FusedIterator;

/// What a producer pushes to: see [`produce_consume`](super::produce_consume).
pub struct Producer<'r, T> {
    ring: &'r Ring<T>,
    node: Option<Arc<Node>>,
    /// It checks the set of the thread that it was made on.
    _own_thread: OwnThread,
}

/// What a consumer pops from: see [`produce_consume`](super::produce_consume).
pub struct Consumer<'r, T> {
    ring: &'r Ring<T>,
    node: Option<Arc<Node>>,
    _own_thread: OwnThread,
}

impl<'r, T> Producer<'r, T> {
    /// For the set that this thread works for.
    pub(super) fn new(ring: &'r Ring<T>) -> Self {
        Self {
            ring,
            node: Ambient::get(),
            _own_thread: OwnThread::HERE,
        }
    }

    /// Pushes a value; waits while the queue is full. A cancellation point.
    ///
    /// # Errors
    ///
    /// With the value, if all consumers are gone, or the set was cancelled.
    ///
    /// # Examples
    ///
    /// See [`produce_consume`](super::produce_consume) and [`PushError`].
    pub fn push(&self, value: T) -> Result<(), PushError<T>> {
        let pushed = self.ring.push(value, self.node.as_deref());
        pushed.map_err(|(value, why)| match why {
            NotPushed::NoConsumers => PushError::Closed(value),
            NotPushed::Cancelled(cancelled) => PushError::Cancelled(value, cancelled),
        })
    }

    /// Pushes a value, if there is room.
    ///
    /// # Errors
    ///
    /// As [`push`](Self::push), and if the queue is full.
    pub fn try_push(&self, value: T) -> Result<(), PushError<T>> {
        if let Some(Err(cancelled)) = self.node.as_deref().map(Node::check) {
            return Err(PushError::Cancelled(value, cancelled));
        }
        if self.ring.has_no_consumers() {
            return Err(PushError::Closed(value));
        }
        self.ring.try_push(value).map_err(PushError::Full)
    }
}

impl<'r, T> Consumer<'r, T> {
    /// For the set that this thread works for.
    pub(super) fn new(ring: &'r Ring<T>) -> Self {
        Self {
            ring,
            node: Ambient::get(),
            _own_thread: OwnThread::HERE,
        }
    }

    /// Takes the oldest value; waits while there is none. A cancellation point.
    ///
    /// # Errors
    ///
    /// If the producers are done and the queue is empty, or the set was cancelled.
    ///
    /// # Examples
    ///
    /// ```
    /// use leak::structured::{Consumer, PopError, Producer, produce_consume};
    ///
    /// let (_, sums) = produce_consume(
    ///     4,
    ///     [|queue: &Producer<'_, u64>| for n in 1..=100 { queue.push(n).unwrap(); }],
    ///     [|queue: &Consumer<'_, u64>| {
    ///         let mut sum = 0;
    ///         loop {
    ///             match queue.pop() {
    ///                 Ok(n) => sum += n,
    ///                 Err(PopError::Finished) => break Ok(sum),
    ///                 Err(PopError::Cancelled(cancelled)) => break Err(cancelled), // not all of them
    ///             }
    ///         }
    ///     }],
    /// ).unwrap();
    /// assert_eq!(sums, [Ok(5050)]);
    /// ```
    pub fn pop(&self) -> Result<T, PopError> {
        let popped = self.ring.pop(self.node.as_deref())?;
        popped.ok_or(PopError::Finished)
    }

    /// Takes the oldest value, if there is one.
    ///
    /// # Errors
    ///
    /// As [`pop`](Self::pop).
    pub fn try_pop(&self) -> Result<Option<T>, PopError> {
        self.node.as_deref().map_or(Ok(()), Node::check)?;
        // In this order: a producer leaves after its last push.
        let no_producers = self.ring.has_no_producers();
        match self.ring.try_pop() {
            None if no_producers => Err(PopError::Finished),
            popped => Ok(popped),
        }
    }

    /// The values that are left for this consumer, up to the end or the cancellation of the set: whether
    /// it was that, [`checkpoint`](crate::structured::checkpoint) says.
    ///
    /// # Examples
    ///
    /// ```
    /// use leak::structured::{Cancelled, Consumer, Producer, checkpoint, produce_consume};
    ///
    /// let (_, all) = produce_consume(
    ///     2,
    ///     [|queue: &Producer<'_, u32>| (0..5).try_for_each(|n| queue.push(n))],
    ///     [|queue: &Consumer<'_, u32>| {
    ///         let all: Vec<u32> = queue.iter().collect();
    ///         checkpoint()?;
    ///         Ok::<_, Cancelled>(all)
    ///     }],
    /// ).unwrap();
    /// assert_eq!(all[0].as_deref(), Ok(&[0, 1, 2, 3, 4][..]));
    /// ```
    #[must_use]
    pub const fn iter(&self) -> Iter<'_, 'r, T> {
        Iter {
            consumer: self,
            ended: false,
        }
    }
}

/// The values that a [`Consumer`] gets.
pub struct Iter<'c, 'r, T> {
    consumer: &'c Consumer<'r, T>,
    ended: bool,
}

impl<T> Iterator for Iter<'_, '_, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        if self.ended {
            return None;
        }
        let next = self.consumer.pop().ok();
        self.ended = next.is_none();
        next
    }
}

impl<T> FusedIterator for Iter<'_, '_, T> {}

impl<'c, 'r, T> IntoIterator for &'c Consumer<'r, T> {
    type Item = T;
    type IntoIter = Iter<'c, 'r, T>;

    fn into_iter(self) -> Iter<'c, 'r, T> {
        self.iter()
    }
}

macro_rules! end {
    ($($name:ident),*) => {$(
        impl<T> $name<'_, T> {
            /// How many values are waiting. It may have changed when you look at it.
            #[must_use]
            pub fn len(&self) -> usize {
                self.ring.len()
            }

            /// Whether no value is waiting.
            #[must_use]
            pub fn is_empty(&self) -> bool {
                self.len() == 0
            }

            /// How many values have room.
            #[must_use]
            pub fn capacity(&self) -> usize {
                self.ring.capacity()
            }
        }

        impl<T> fmt::Debug for $name<'_, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name))
                    .field("len", &self.ring.len())
                    .field("capacity", &self.ring.capacity())
                    .finish_non_exhaustive()
            }
        }

        // SAFETY: 1. and 2. It owns nothing; the call that made it counts it out.
        unsafe impl<T> Leak for $name<'_, T> {}
    )*};
}
end!(Producer, Consumer);

impl<T> fmt::Debug for Iter<'_, '_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.consumer.fmt(f)
    }
}

// SAFETY: 1. and 2. As for `Consumer`.
unsafe impl<T> Leak for Iter<'_, '_, T> {}
