use super::desk::Office;
use super::loans::Loans;
use super::{Pool, Worker};
use crate::structured::panics::{Collected, Panics};
use crate::structured::scope;
use core::cell::RefCell;

/// Runs `body` with a pool of `n` workers: each runs `worker` on its own thread, and serves what `body`
/// assigns.
///
/// The values belong to the parent, which lends them to the workers. They come back in any order, to be
/// logged or stored by the parent. A worker may serve one value after the other
/// ([`run`](Worker::run), [`recv`](Worker::recv)), or keep many and multiplex
/// ([`try_recv`](Worker::try_recv), [`set_waker`](Worker::set_waker)).
///
/// When `body` returns, the workers finish what they were assigned, and the values that `body` hasn't
/// fetched are dropped. When it panics, the set of the pool is cancelled.
///
/// # Errors
///
/// With all panics of workers and of destructors. A worker that panics cancels the pool.
///
/// # Panics
///
/// If `n` is zero, if `body` panics, or if the system refuses a thread.
///
/// # Examples
///
/// ```
/// use leak::structured::worker_pool;
///
/// struct Connection { request: String, answer: String, served_by: usize }
///
/// let mut log = Vec::new();
/// worker_pool(
///     3,
///     |worker| worker.run(|connection: &mut Connection| {
///         connection.answer = connection.request.to_uppercase();
///         connection.served_by = worker.index();
///     }),
///     |pool| {
///         for request in ["a", "b", "c", "d"] {
///             let connection = Connection { request: request.into(), answer: String::new(), served_by: 0 };
///             pool.assign(connection).unwrap();
///         }
///         while let Ok(Some(completed)) = pool.completed() {
///             log.push(completed.value.answer);
///         }
///     },
/// )?;
/// log.sort();
/// assert_eq!(log, ["A", "B", "C", "D"]);
/// # Ok::<_, leak::structured::Panics>(())
/// ```
///
/// # Source
///
/// The thread pool pattern of the text, with dynamic edges and the power of two random choices.
pub fn worker_pool<T, W, R>(
    n: usize,
    worker: W,
    body: impl for<'p> FnOnce(&'p Pool<'p, T>) -> R,
) -> Result<R, Panics>
where
    T: Send,
    W: Fn(&Worker<'_, T>) + Sync,
{
    assert!(
        n > 0,
        "a pool without workers serves nobody; help: one worker is the least"
    );
    // Outside of the scope: what is lent outlives the workers.
    let loans = RefCell::new(Loans::default());
    let office = Office::new(n);
    let ended = scope(|set| {
        let (office, worker) = (&office, &worker);
        for index in 0..n {
            let at_desk = AtDesk { office, index };
            set.spawn(move |_| {
                let at_desk = at_desk;
                worker(&Worker::new(at_desk.office, at_desk.index));
            })
            .detach();
        }
        let result = body(&Pool::new(office, &loans));
        office.close();
        result
    });
    let mut panics = Collected::default();
    let result = panics.value(ended);
    drop(office);
    loans.into_inner().drop_all(&mut panics);
    panics.or(result)
}

/// A worker that is still to come, or at work.
struct AtDesk<'p, T> {
    office: &'p Office<T>,
    index: usize,
}

impl<T> Drop for AtDesk<'_, T> {
    fn drop(&mut self) {
        self.office.leave(self.index);
    }
}
