use super::desk::{Desk, Office, Return};
use super::loans::Loans;
use crate::Leak;
use crate::structured::cancel::{Ambient, Node};
use crate::structured::{Cancelled, Loan};
use alloc::sync::Arc;
use core::cell::{Cell, RefCell};
use core::error::Error;
use core::fmt;
use core::sync::atomic::Ordering::{Relaxed, SeqCst};

pub use super::loans::Ticket;

/// The parent's side of a [`worker_pool`](super::worker_pool): assigns values to workers, and gets them
/// back.
pub struct Pool<'p, T> {
    office: &'p Office<T>,
    /// Of this thread alone. In a frame around the one that waits for the workers.
    loans: &'p RefCell<Loans<T>>,
    random: Cell<u64>,
    node: Option<Arc<Node>>,
}

/// A value that came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Completed<T> {
    /// As [`Pool::assign`] has answered.
    pub ticket: Ticket,
    /// The value, as the worker left it.
    pub value: T,
    /// The worker that had it.
    pub worker: usize,
    /// Whether the worker has looked at the value at all. Not, if it went away before.
    pub served: bool,
}

/// All workers are gone. The value that was to be assigned is in here.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct AssignError<T>(pub T);

impl<T> fmt::Display for AssignError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "all workers of the pool are gone; help: a worker's closure should return only when \
             `recv` gives an error",
        )
    }
}

impl<T> fmt::Debug for AssignError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AssignError(..)")
    }
}

impl<T> Error for AssignError<T> {}

impl<'p, T: Send> Pool<'p, T> {
    pub(super) fn new(office: &'p Office<T>, loans: &'p RefCell<Loans<T>>) -> Self {
        Self {
            office,
            loans,
            random: Cell::new(0x9e37_79b9_7f4a_7c15),
            node: Ambient::get(),
        }
    }

    /// Lends a value to a worker: of two that are picked at random, the one that has less to do.
    ///
    /// # Errors
    ///
    /// With the value, if all workers are gone.
    ///
    /// # Examples
    ///
    /// See [`worker_pool`](super::worker_pool).
    pub fn assign(&self, value: T) -> Result<Ticket, AssignError<T>> {
        let (loan, borrowed) = Loan::of(value);
        let ticket = self.loans.borrow_mut().add(loan);
        let mut job = (ticket, borrowed);
        while let Some(desk) = self.pick() {
            desk.load.fetch_add(1, Relaxed);
            match desk.tray.push_if(job, || !desk.left.load(SeqCst)) {
                Ok(()) => return Ok(ticket),
                Err(back) => job = back, // the worker has just gone
            }
            desk.load.fetch_sub(1, Relaxed);
        }
        let loan = self.loans.borrow_mut().remove(ticket);
        match loan.map(Loan::end) {
            Some(value) => Err(AssignError(value)),
            None => unreachable!("it was just added"),
        }
    }

    /// The power of two choices: nearly as even as looking at all desks, at the cost of looking at two.
    fn pick(&self) -> Option<&'p Desk<T>> {
        let desks = &self.office.desks;
        let (one, two) = (
            self.random_below(desks.len()),
            self.random_below(desks.len()),
        );
        let load = |desk: &Desk<T>| desk.load.load(Relaxed);
        let better = if load(&desks[two]) < load(&desks[one]) {
            two
        } else {
            one
        };
        let there = |desk: &&Desk<T>| !desk.left.load(SeqCst);
        let (before, from) = desks.split_at(better);
        from.iter().chain(before).find(there)
    }

    fn random_below(&self, end: usize) -> usize {
        let mut random = self.random.get();
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        self.random.set(random);
        usize::try_from(random % end as u64).unwrap_or(0)
    }

    /// The next value that comes back, in whatever order; waits for it. `None` when nothing is lent out.
    /// A cancellation point.
    ///
    /// A worker that forgets what it was [`Assigned`](super::Assigned) doesn't give it back, so this
    /// waits until the worker is gone or the set is cancelled.
    ///
    /// # Errors
    ///
    /// If the set of the pool was cancelled.
    ///
    /// # Examples
    ///
    /// See [`worker_pool`](super::worker_pool).
    pub fn completed(&self) -> Result<Option<Completed<T>>, Cancelled> {
        loop {
            self.node.as_deref().map_or(Ok(()), Node::check)?;
            // In this order: what has come back before is found.
            let all_back = self.office.all_back();
            if let Some(completed) = self.try_completed() {
                return Ok(Some(completed));
            }
            if self.lent_out() == 0 || all_back {
                return Ok(None);
            }
            let returns = &self.office.returns;
            returns.event.wait(self.node.as_deref(), || {
                !returns.is_empty() || self.office.all_back()
            })?;
        }
    }

    /// A value that has come back, if there is one.
    pub fn try_completed(&self) -> Option<Completed<T>> {
        loop {
            let Return {
                ticket,
                worker,
                served,
            } = self.office.returns.pop()?;
            // Not there if it was taken back.
            let loan = self.loans.borrow_mut().remove(ticket);
            if let Some(loan) = loan {
                return Some(Completed {
                    ticket,
                    value: loan.end(),
                    worker,
                    served,
                });
            }
        }
    }

    /// Takes a value back that is lent out: its worker finds the loan revoked. Waits only while the worker
    /// is inside. `None` if the value has come back before.
    ///
    /// # Panics
    ///
    /// If this thread is inside an edge that it entered after it had assigned the value. The value is
    /// dropped then.
    ///
    /// # Examples
    ///
    /// ```
    /// use leak::structured::worker_pool;
    ///
    /// let back = worker_pool(1, |worker| while worker.recv().map(core::mem::forget).is_ok() {}, |pool| {
    ///     let ticket = pool.assign(String::from("never served")).unwrap();
    ///     pool.take_back(ticket)
    /// });
    /// assert_eq!(back.unwrap().as_deref(), Some("never served"));
    /// ```
    pub fn take_back(&self, ticket: Ticket) -> Option<T> {
        let loan = self.loans.borrow_mut().remove(ticket);
        loan.map(Loan::end)
    }

    /// How many values are lent out or wait to be fetched.
    #[must_use]
    pub fn lent_out(&self) -> usize {
        self.loans.borrow().count
    }

    /// How many values each worker has.
    pub fn loads(&self) -> impl ExactSizeIterator<Item = usize> {
        let desks = self.office.desks.iter();
        desks.map(|desk| desk.load.load(Relaxed))
    }

    /// Calls `waker`, on a worker's thread, whenever a value has come back: for a parent that waits in a
    /// multiplexer of the system, not in [`completed`](Self::completed).
    pub fn set_waker(&self, waker: impl Fn() + Send + Sync + 'static) {
        self.office.returns.set_waker(Some(Arc::new(waker)));
    }
}

impl<T> fmt::Debug for Pool<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pool")
            .field("workers", &self.office.desks.len())
            .field("lent_out", &self.loans.borrow().count)
            .finish_non_exhaustive()
    }
}

// SAFETY: 1. and 2. It owns nothing; the loans are in the frame of `worker_pool`.
unsafe impl<T> Leak for Pool<'_, T> {}
