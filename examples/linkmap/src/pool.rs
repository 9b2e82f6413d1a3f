//! Worker threads that borrow what they work on.

use core::any::Any;
use core::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use leak::JoinGuard;
use leak::thread::Builder;

use crate::failure::Failure;
use crate::output::note;

/// Answers `work(item)` for each item, in the order of the items, computed on `jobs` threads.
///
/// The threads borrow `items`, `work` and the counter on this function's stack. They are held by
/// guards that are joined on every way out of it.
pub(crate) fn map<I: Sync, O: Send>(
    jobs: usize,
    items: &[I],
    work: impl Fn(&I) -> O + Sync,
) -> Result<Vec<O>, Failure> {
    let next = AtomicUsize::new(0);
    let turns = || take_turns(&next, items, &work);
    leak::scope(|s| {
        let mut crew: Vec<JoinGuard<'_, _>> = Vec::new();
        for number in 1..=jobs.min(items.len()) {
            match Builder::new()
                .name(format!("worker {number}"))
                .spawn_scoped(s, turns)
            {
                Ok(guard) => crew.push(guard),
                Err(error) => {
                    note(format_args!(
                        "linkmap: could not start worker thread {number} of {jobs}: {error}; \
                         going on with {}",
                        crew.len().max(1)
                    ));
                    break;
                }
            }
        }
        if crew.is_empty() {
            return Ok(in_order(vec![turns()]));
        }
        // All of them are joined before the first failure is looked at: one is enough to report.
        let shares: Vec<thread::Result<_>> = crew.into_iter().map(JoinGuard::join).collect();
        let shares: thread::Result<Vec<_>> = shares.into_iter().collect();
        Ok(in_order(shares.map_err(|payload| Failure::Worker {
            message: panic_message(&*payload).to_owned(),
        })?))
    })
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

fn in_order<O>(shares: Vec<Vec<(usize, O)>>) -> Vec<O> {
    let mut all: Vec<(usize, O)> = shares.into_iter().flatten().collect();
    all.sort_unstable_by_key(|&(index, _)| index);
    all.into_iter().map(|(_, answer)| answer).collect()
}

fn panic_message(payload: &(dyn Any + Send)) -> &str {
    payload
        .downcast_ref::<&'static str>()
        .copied()
        .or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("for an unknown reason")
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
        for jobs in [1, 2, 7, 64] {
            assert_eq!(
                map(jobs, &items, |item| item * 2).ok(),
                Some(doubled.clone())
            );
        }
    }

    #[test]
    fn there_are_as_many_threads_as_jobs() {
        let all_here = Barrier::new(4);
        let names = Mutex::new(HashSet::new());
        map(4, &[(); 4], |()| {
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
        assert!(map(8, &[], |&(): &()| ()).is_ok_and(|answers| answers.is_empty()));
    }

    #[test]
    fn a_panic_in_a_worker_is_reported_after_all_others_are_done() {
        let done = AtomicUsize::new(0);
        let items: Vec<u32> = (0..100).collect();
        let result = map(3, &items, |item| {
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
