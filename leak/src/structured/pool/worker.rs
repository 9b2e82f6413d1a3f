use super::Ticket;
use super::desk::{Desk, Office};
use crate::Leak;
use crate::structured::age::OwnThread;
use crate::structured::cancel::{Ambient, Node};
use crate::structured::{Borrowed, Cancelled, Revoked};
use alloc::sync::Arc;
use core::error::Error;
use core::fmt;
use core::sync::atomic::Ordering::SeqCst;

/// A worker's side of a [`worker_pool`](super::worker_pool).
pub struct Worker<'p, T> {
    office: &'p Office<T>,
    index: usize,
    node: Option<Arc<Node>>,
    /// It checks the set of the thread that it was made on.
    _own_thread: OwnThread,
}

/// A value that the parent has lent to a worker. Dropping it gives the value back.
#[must_use = "dropping it gives the value back"]
pub struct Assigned<'p, T> {
    office: &'p Office<T>,
    worker: usize,
    ticket: Ticket,
    served: bool,
    /// `None` only in the destructor.
    borrowed: Option<Borrowed<T>>,
}

/// Why nothing is assigned to this worker, now or ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RecvError {
    /// The body of the pool has ended, and all is done.
    Closed,
    /// The set was cancelled.
    Cancelled(Cancelled),
}

impl fmt::Display for RecvError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Closed => f.write_str("the body of the pool has ended, and all is done"),
            Self::Cancelled(cancelled) => cancelled.fmt(f),
        }
    }
}

impl Error for RecvError {}

impl From<Cancelled> for RecvError {
    fn from(cancelled: Cancelled) -> Self {
        Self::Cancelled(cancelled)
    }
}

impl<'p, T> Worker<'p, T> {
    /// For the set that this thread works for.
    pub(super) fn new(office: &'p Office<T>, index: usize) -> Self {
        Self {
            office,
            index,
            node: Ambient::get(),
            _own_thread: OwnThread::HERE,
        }
    }

    fn desk(&self) -> &'p Desk<T> {
        &self.office.desks[self.index]
    }

    /// The number of this worker, from zero.
    #[must_use]
    pub const fn index(&self) -> usize {
        self.index
    }

    /// The next value; waits for it. A cancellation point.
    ///
    /// # Errors
    ///
    /// If there will be none, or the set was cancelled.
    ///
    /// # Examples
    ///
    /// See [`worker_pool`](super::worker_pool).
    pub fn recv(&self) -> Result<Assigned<'p, T>, RecvError> {
        loop {
            if let Some(assigned) = self.try_recv()? {
                return Ok(assigned);
            }
            let Desk { tray, .. } = self.desk();
            tray.event.wait(self.node.as_deref(), || {
                !tray.is_empty() || self.office.closed.load(SeqCst)
            })?;
        }
    }

    /// The next value, if there is one.
    ///
    /// # Errors
    ///
    /// As [`recv`](Self::recv).
    pub fn try_recv(&self) -> Result<Option<Assigned<'p, T>>, RecvError> {
        self.node.as_deref().map_or(Ok(()), Node::check)?;
        // In this order: nothing comes after the end.
        let closed = self.office.closed.load(SeqCst);
        match self.desk().tray.pop() {
            Some((ticket, borrowed)) => Ok(Some(Assigned {
                office: self.office,
                worker: self.index,
                ticket,
                served: false,
                borrowed: Some(borrowed),
            })),
            None if closed => Err(RecvError::Closed),
            None => Ok(None),
        }
    }

    /// Serves one value after the other until there are no more.
    pub fn run(&self, mut serve: impl FnMut(&mut T)) {
        while let Ok(mut assigned) = self.recv() {
            // If the parent has taken it back, there is nothing to do.
            _ = assigned.enter(&mut serve);
        }
    }

    /// Calls `waker`, on the parent's thread, whenever a value was assigned to this worker, and at the
    /// end: for a worker that waits in a multiplexer of the system, not in [`recv`](Self::recv). (A
    /// cancellation doesn't call it: use a timeout, and [`try_recv`](Self::try_recv).)
    pub fn set_waker(&self, waker: impl Fn() + Send + Sync + 'static) {
        self.desk().tray.set_waker(Some(Arc::new(waker)));
    }
}

impl<T> Assigned<'_, T> {
    /// Runs `f` with the value. As often as you like: between two calls the parent may take it back.
    ///
    /// # Errors
    ///
    /// If the parent has taken the value back.
    ///
    /// # Examples
    ///
    /// ```
    /// use leak::structured::worker_pool;
    ///
    /// let logged = worker_pool(
    ///     2,
    ///     |worker| while let Ok(mut number) = worker.recv() {
    ///         number.enter(|n| *n += 1).unwrap();
    ///         number.enter(|n| *n *= 10).unwrap();
    ///     },
    ///     |pool| {
    ///         for n in [1, 2, 3] { pool.assign(n).unwrap(); }
    ///         let mut logged: Vec<u32> = vec![];
    ///         while let Ok(Some(completed)) = pool.completed() { logged.push(completed.value); }
    ///         logged.sort();
    ///         logged
    ///     },
    /// );
    /// assert_eq!(logged.unwrap(), [20, 30, 40]);
    /// ```
    pub fn enter<R>(&mut self, f: impl FnOnce(&mut T) -> R) -> Result<R, Revoked> {
        let borrowed = self.borrowed.as_mut().ok_or(Revoked)?;
        let served = &mut self.served;
        borrowed.enter(|value| {
            *served = true;
            f(value)
        })
    }

    /// Which of the parent's values it is.
    #[must_use]
    pub const fn ticket(&self) -> Ticket {
        self.ticket
    }

    /// Whether the parent has taken the value back.
    #[must_use]
    pub fn is_revoked(&self) -> bool {
        self.borrowed.as_ref().is_none_or(Borrowed::is_revoked)
    }
}

impl<T> Drop for Assigned<'_, T> {
    fn drop(&mut self) {
        drop(self.borrowed.take());
        self.office.give_back(self.ticket, self.worker, self.served);
    }
}

impl<T> fmt::Debug for Worker<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Worker")
            .field("index", &self.index)
            .finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for Assigned<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Assigned")
            .field("ticket", &self.ticket)
            .finish_non_exhaustive()
    }
}

// SAFETY: 1. and 2. It owns nothing; the call that made it says when it leaves.
unsafe impl<T> Leak for Worker<'_, T> {}
// SAFETY: 1. and 2. The parent owns the value; what is in here is a counted pointer to it.
unsafe impl<T: Leak> Leak for Assigned<'_, T> {}
