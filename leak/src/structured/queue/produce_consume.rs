use super::{Consumer, Producer};
use crate::structured::panics::{Collected, Panics};
use crate::structured::ring::Ring;
use crate::structured::{JoinGuard, scope};
use alloc::vec::Vec;

/// Runs producers and consumers, each on its own thread, around a queue of limited length, and answers with
/// what they return.
///
/// The queue is memory of this call: the text's *Allocator* frame, an ancestor of all producers and
/// consumers. A producer that is faster than the consumers waits. When the producers are done, pops end;
/// when the consumers are gone, pushes give the value back. What nobody popped is dropped at the end, the
/// oldest first.
///
/// The whole is one subprogram: nothing of it is left when the call returns. It is cancelled with the set
/// around it, at each [`push`](Producer::push) and [`pop`](Consumer::pop). Closures of different kinds go
/// into one array as `Box<dyn FnOnce…>`.
///
/// # Errors
///
/// With all panics of producers, consumers, and destructors of what was left.
///
/// # Panics
///
/// If the capacity is zero, or the system refuses a thread. What was started is cancelled and waited
/// for.
///
/// # Examples
///
/// ```
/// use leak::structured::{Consumer, Producer, produce_consume};
///
/// let text = String::from("one two three\nfour five\nsix");
/// let (_, counts) = produce_consume(
///     8,
///     [|lines: &Producer<'_, _>| {
///         for line in text.lines() { lines.push(line)?; } // slices of `text`: nothing is cloned
///         Ok::<_, leak::structured::PushError<_>>(())
///     }],
///     [0, 1].map(|_| |lines: &Consumer<'_, &str>| {
///         lines.iter().map(|line| line.split(' ').count()).sum::<usize>()
///     }),
/// )?;
/// assert_eq!(counts.iter().sum::<usize>(), 6);
/// # Ok::<_, leak::structured::Panics>(())
/// ```
pub fn produce_consume<T, P, C, A, B>(
    capacity: usize,
    producers: impl IntoIterator<Item = P>,
    consumers: impl IntoIterator<Item = C>,
) -> Result<(Vec<A>, Vec<B>), Panics>
where
    T: Send,
    P: FnOnce(&Producer<'_, T>) -> A + Send,
    C: FnOnce(&Consumer<'_, T>) -> B + Send,
    A: Send,
    B: Send,
{
    assert!(
        capacity > 0,
        "a queue without room lets nothing through; help: a capacity of 1 is the least"
    );
    let mut ring = Ring::new(capacity);
    let ended = {
        let ring = &ring;
        // Counted in before anybody runs, or a quick consumer would think that all producers are done.
        let producers: Vec<_> = producers
            .into_iter()
            .map(|f| (f, Counted::producer(ring)))
            .collect();
        let consumers: Vec<_> = consumers
            .into_iter()
            .map(|f| (f, Counted::consumer(ring)))
            .collect();
        scope(move |set| {
            let producers: Vec<_> = producers
                .into_iter()
                .map(|(f, counted)| {
                    set.spawn(move |_| {
                        let _counted = counted;
                        f(&Producer::new(ring))
                    })
                })
                .collect();
            let consumers: Vec<_> = consumers
                .into_iter()
                .map(|(f, counted)| {
                    set.spawn(move |_| {
                        let _counted = counted;
                        f(&Consumer::new(ring))
                    })
                })
                .collect();
            // Where a value is missing, the set has the panic, and the others don't matter.
            let first = producers.into_iter().filter_map(JoinGuard::value);
            let first = first.collect();
            let second = consumers.into_iter().filter_map(JoinGuard::value);
            (first, second.collect())
        })
    };
    let mut panics = Collected::default();
    let values = panics.value(ended);
    ring.drop_leftovers(&mut panics);
    panics.or(values)
}

/// A producer or consumer that is still to come, or at work.
struct Counted<'r, T> {
    ring: &'r Ring<T>,
    leave: fn(&Ring<T>),
}

impl<'r, T> Counted<'r, T> {
    fn producer(ring: &'r Ring<T>) -> Self {
        ring.add_producer();
        let leave = Ring::remove_producer;
        Self { ring, leave }
    }

    fn consumer(ring: &'r Ring<T>) -> Self {
        ring.add_consumer();
        let leave = Ring::remove_consumer;
        Self { ring, leave }
    }
}

impl<T> Drop for Counted<'_, T> {
    fn drop(&mut self) {
        (self.leave)(self.ring);
    }
}
