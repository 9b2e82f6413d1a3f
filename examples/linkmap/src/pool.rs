//! Worker threads that borrow what they work on.

use core::any::Any;
use core::fmt;
use core::mem::replace;
use core::sync::atomic::{AtomicUsize, Ordering};
use std::io;
use std::thread;

use leak::JoinGuard;
use leak::thread::Builder;

use crate::failure::Failure;
use crate::output::complain;

/// Answers `work(item)` for each item, in the order of the items, computed on `jobs` threads.
/// `jobs` is lowered if the system refuses some.
///
/// The threads borrow `items`, `work` and the counter on this stack; nothing is cloned or counted.
/// Their guards are ordinary values in a `Vec`, and `#[framed]` sees to it that every thread has
/// ended on every way out of here.
#[leak::framed]
pub(crate) fn map<I: Sync, O: Send>(
    jobs: &mut usize,
    items: &[I],
    work: impl Fn(&I) -> O + Sync,
) -> Result<Vec<O>, Failure> {
    let next = AtomicUsize::new(0);
    let turns = || take_turns(&next, items, &work);
    leak::frame!(s);

    let mut crew = Vec::new();
    for number in 1..=items.len().min(*jobs) {
        let builder = Builder::new().name(format!("worker {number}"));
        match builder.spawn_scoped(s, turns) {
            Ok(guard) => crew.push(guard),
            Err(error) => {
                let started = crew.len();
                complain(TooFewThreads {
                    jobs: replace(jobs, started),
                    started,
                    error,
                });
                break;
            }
        }
    }
    if crew.is_empty() {
        return Ok(in_order(turns()));
    }
    // All are joined before a panic is looked at: one is enough to report.
    let shares: Vec<thread::Result<_>> = crew.into_iter().map(JoinGuard::join).collect();
    let mut all = Vec::with_capacity(items.len());
    for share in shares {
        all.extend(share.map_err(|payload| Failure::Worker {
            message: panic_message(&*payload).to_owned(),
        })?);
    }
    Ok(in_order(all))
}

/// One worker: takes the next item until there is none.
fn take_turns<I, O>(next: &AtomicUsize, items: &[I], work: impl Fn(&I) -> O) -> Vec<(usize, O)> {
    let mut share = Vec::new();
    loop {
        let index = next.fetch_add(1, Ordering::Relaxed);
        let Some(item) = items.get(index) else {
            return share;
        };
        share.push((index, work(item)));
    }
}

fn in_order<O>(mut answers: Vec<(usize, O)>) -> Vec<O> {
    answers.sort_unstable_by_key(|&(index, _)| index);
    answers.into_iter().map(|(_, answer)| answer).collect()
}

fn panic_message(payload: &(dyn Any + Send)) -> &str {
    payload
        .downcast_ref::<&'static str>()
        .copied()
        .or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("for an unknown reason")
}

/// The system refused a thread. The others do its work; if there is none, this one does.
struct TooFewThreads {
    jobs: usize,
    started: usize,
    error: io::Error,
}

impl fmt::Display for TooFewThreads {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            jobs,
            started,
            error,
        } = self;
        write!(
            f,
            "could start only {started} of {jobs} worker threads: {error}"
        )
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::sync::{Barrier, Mutex};

    use super::*;

    #[test]
    fn answers_are_in_the_order_of_the_items() {
        let items: Vec<u32> = (0..1000).collect();
        let doubled: Vec<u32> = items.iter().map(|item| item * 2).collect();
        for mut jobs in [0, 1, 2, 7, 64] {
            assert_eq!(
                map(&mut jobs, &items, |item| item * 2).ok(),
                Some(doubled.clone())
            );
        }
    }

    #[test]
    fn there_are_as_many_threads_as_jobs() {
        let all_here = Barrier::new(4);
        let names = Mutex::new(HashSet::new());
        map(&mut 4, &[(); 4], |()| {
            all_here.wait();
            names
                .lock()
                .expect("no panic")
                .insert(thread::current().name().map(str::to_owned));
        })
        .expect("no worker fails");
        assert_eq!(names.into_inner().expect("no panic").len(), 4);
    }

    #[test]
    fn no_items_need_no_threads() {
        assert!(map(&mut 8, &[], |&(): &()| ()).is_ok_and(|answers| answers.is_empty()));
    }

    #[test]
    fn a_panic_in_a_worker_is_reported_after_all_others_are_done() {
        let done = AtomicUsize::new(0);
        let items: Vec<u32> = (0..100).collect();
        let result = map(&mut 3, &items, |item| {
            assert!(*item != 5, "five");
            done.fetch_add(1, Ordering::Relaxed);
        });
        assert!(
            matches!(&result, Err(Failure::Worker { message }) if message == "five"),
            "{result:?}"
        );
        assert_eq!(done.into_inner(), 99);
    }
}
