//! Several answers, or the first of several.

use super::cancel::Cancel;
use super::panics::Panics;
use super::{JoinGuard, scope};
use alloc::vec::Vec;
use std::sync::{Mutex, PoisonError};

/// Runs all tasks at once, and answers with what the first one returns. The others are cancelled, and
/// waited for. `None` if there are no tasks.
///
/// # Errors
///
/// If a task panics, the winner's value is dropped: who loses a race still has to end well.
///
/// # Panics
///
/// If the system refuses a thread.
///
/// # Examples
///
/// ```
/// use core::time::Duration;
/// use leak::structured::{Cancel, race};
///
/// let first = race([3600, 0].map(|seconds| move |cancel: Cancel<'_>| {
///     cancel.sleep(Duration::from_secs(seconds)).ok();
///     seconds
/// }));
/// assert_eq!(first.unwrap(), Some(0));
/// ```
pub fn race<T, F>(tasks: impl IntoIterator<Item = F>) -> Result<Option<T>, Panics>
where
    T: Send,
    F: FnOnce(Cancel<'_>) -> T + Send,
{
    let first = Mutex::new(None);
    scope(|set| {
        for task in tasks {
            set.spawn(|cancel| {
                let value = task(cancel.clone());
                if let Ok(()) = fill(&first, value) {
                    cancel.cancel();
                }
            })
            .detach();
        }
    })?;
    Ok(first.into_inner().unwrap_or_else(PoisonError::into_inner))
}

/// Runs all tasks at once, and answers with the first success. The others are cancelled then, and waited
/// for. If there is no success, the answer has all errors, in the order of the tasks.
///
/// # Errors
///
/// The outer error is for panics, as in [`race`]; the inner one says that no task has succeeded.
///
/// # Panics
///
/// If the system refuses a thread.
///
/// # Examples
///
/// ```
/// use leak::structured::{Cancel, any};
///
/// let parse = |text: &'static str| move |_: Cancel<'_>| text.parse::<u8>().map_err(|_| text);
/// assert_eq!(any(["x", "12", "y"].map(parse)).unwrap(), Ok(12));
/// assert_eq!(any(["x", "y"].map(parse)).unwrap(), Err(vec!["x", "y"]));
/// ```
pub fn any<T, E, F>(tasks: impl IntoIterator<Item = F>) -> Result<Result<T, Vec<E>>, Panics>
where
    T: Send,
    E: Send,
    F: FnOnce(Cancel<'_>) -> Result<T, E> + Send,
{
    match all(tasks
        .into_iter()
        .map(|task| |cancel: Cancel<'_>| swap(task(cancel))))?
    {
        Ok(errors) => Ok(Err(errors)),
        Err(value) => Ok(Ok(value)),
    }
}

/// Runs all tasks at once, and answers with all their values, in the order of the tasks. At the first
/// error the others are cancelled, and waited for.
///
/// # Errors
///
/// The outer error is for panics; the inner one is the first error of a task.
///
/// # Panics
///
/// If the system refuses a thread.
///
/// # Examples
///
/// ```
/// use leak::structured::{Cancel, all};
///
/// let parse = |text: &'static str| move |_: Cancel<'_>| text.parse::<u8>().map_err(|_| text);
/// assert_eq!(all(["1", "12"].map(parse)).unwrap(), Ok(vec![1, 12]));
/// assert_eq!(all(["1", "x"].map(parse)).unwrap(), Err("x"));
/// ```
pub fn all<T, E, F>(tasks: impl IntoIterator<Item = F>) -> Result<Result<Vec<T>, E>, Panics>
where
    T: Send,
    E: Send,
    F: FnOnce(Cancel<'_>) -> Result<T, E> + Send,
{
    let first = Mutex::new(None);
    let values = scope(|set| {
        let running: Vec<_> = tasks
            .into_iter()
            .map(|task| {
                set.spawn(|cancel| match task(cancel.clone()) {
                    Ok(value) => Some(value),
                    Err(error) => {
                        if let Ok(()) = fill(&first, error) {
                            cancel.cancel();
                        }
                        None
                    }
                })
            })
            .collect();
        let values = running.into_iter().filter_map(JoinGuard::value);
        values.collect::<Option<Vec<T>>>()
    })?;
    let first = first.into_inner().unwrap_or_else(PoisonError::into_inner);
    match (first, values) {
        (Some(error), _) => Ok(Err(error)),
        (None, Some(values)) => Ok(Ok(values)),
        (None, None) => unreachable!("a value is missing only beside an error"),
    }
}

/// Puts a value in, unless there is one. A surplus value comes back, to be dropped without the lock.
fn fill<T>(place: &Mutex<Option<T>>, value: T) -> Result<(), T> {
    let mut place = place.lock().unwrap_or_else(PoisonError::into_inner);
    if place.is_some() {
        return Err(value);
    }
    *place = Some(value);
    Ok(())
}

fn swap<T, E>(result: Result<T, E>) -> Result<E, T> {
    match result {
        Ok(value) => Err(value),
        Err(error) => Ok(error),
    }
}
