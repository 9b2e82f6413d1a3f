//! What the parent of a pool owns and has lent, by ticket.

use crate::structured::Loan;
use crate::structured::panics::Collected;
use alloc::vec::Vec;

/// A number for something that was assigned, different for each in the pool.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket {
    pub(super) place: usize,
    pub(super) generation: u64,
}

/// Places are used again, tickets are not.
pub(super) struct Loans<T> {
    places: Vec<Option<(Ticket, Loan<T>)>>,
    free: Vec<usize>,
    next: u64,
    pub(super) count: usize,
}

impl<T> Default for Loans<T> {
    fn default() -> Self {
        Self {
            places: Vec::new(),
            free: Vec::new(),
            next: 0,
            count: 0,
        }
    }
}

impl<T> Loans<T> {
    pub(super) fn add(&mut self, loan: Loan<T>) -> Ticket {
        let place = self.free.pop().unwrap_or_else(|| {
            self.places.push(None);
            self.places.len() - 1
        });
        let ticket = Ticket {
            place,
            generation: self.next,
        };
        self.next += 1;
        self.count += 1;
        self.places[place] = Some((ticket, loan));
        ticket
    }

    pub(super) fn remove(&mut self, ticket: Ticket) -> Option<Loan<T>> {
        let place = self.places.get_mut(ticket.place)?;
        let (_, loan) = place.take_if(|(there, _)| *there == ticket)?;
        self.free.push(ticket.place);
        self.count -= 1;
        Some(loan)
    }

    /// Drops what is left, one by one, the oldest places first.
    pub(super) fn drop_all(self, panics: &mut Collected) {
        for (_, loan) in self.places.into_iter().flatten() {
            panics.run(|| drop(loan));
        }
    }
}
