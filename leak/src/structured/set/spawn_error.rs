use core::error::Error;
use core::fmt;
use std::io;

/// The system refused a thread. The closure is in here, with all that it captured.
///
/// # Examples
///
/// ```
/// use leak::structured::scope;
///
/// let text = String::from("not lost");
/// let refused = scope(|set| {
///     let refused = set.spawn_with_stack(usize::MAX / 4, move |_| text).unwrap_err();
///     let closure = refused.into_closure();
///     set.spawn(closure).join() // with an ordinary stack
/// });
/// assert_eq!(refused.unwrap().unwrap(), "not lost");
/// ```
pub struct SpawnError<F> {
    pub(super) error: io::Error,
    pub(super) f: F,
}

impl<F> SpawnError<F> {
    /// The closure, which was not called.
    pub fn into_closure(self) -> F {
        self.f
    }

    /// What the system said.
    pub fn io_error(&self) -> &io::Error {
        &self.error
    }
}

impl<F> fmt::Display for SpawnError<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the system refused a thread: {}; help: run the closure here (`into_closure`), join \
             children before more are spawned, raise the limit on threads or memory, or share a \
             fixed number of threads with `worker_pool`",
            self.error
        )
    }
}

impl<F> fmt::Debug for SpawnError<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SpawnError")
            .field("error", &self.error)
            .finish_non_exhaustive()
    }
}

impl<F> Error for SpawnError<F> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.error)
    }
}

/// To be passed on with `?` where only the reason counts. The closure is dropped.
impl<F> From<SpawnError<F>> for io::Error {
    fn from(error: SpawnError<F>) -> Self {
        error.error
    }
}
