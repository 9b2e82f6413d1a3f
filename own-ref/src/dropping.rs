//! A destructor that owns what it destroys.

use crate::Own;
use core::fmt;
use core::mem::ManuallyDrop;
use core::ops::{Deref, DerefMut};

/// A destructor that gets an owned reference.
///
/// `Drop::drop` gets `&mut self`, and must leave a valid value behind. This one gets what it
/// destroys: it can move fields out ([`Own::split`]), or all of it ([`Own::into_inner`]), or pass it
/// on. What it leaves is dropped field by field, as after `Drop::drop`.
///
/// The destructor runs for values inside of a [`Dropping`].
///
/// # Examples
///
/// See [`Dropping`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no destructor that owns it",
    note = "implement `OwnDrop` for `{Self}`"
)]
pub trait OwnDrop {
    /// Destroys the value.
    fn drop(this: Own<'_, Self>);
}

/// A value that is destroyed by its [`OwnDrop`] implementation.
///
/// It dereferences to the value. There is no way to a pinned value inside it: the destructor
/// may move it, so `Dropping<T>` is `Unpin`, whatever `T` is.
///
/// # Examples
///
/// No `Option`, no `unsafe`:
///
/// ```
/// use own_ref::{Dropping, Own, OwnDrop};
/// use std::sync::mpsc::Sender;
/// use std::thread::JoinHandle;
///
/// struct Worker {
///     jobs: Sender<u32>,
///     thread: JoinHandle<u32>,
/// }
///
/// impl OwnDrop for Worker {
///     fn drop(this: Own<'_, Self>) {
///         let Worker { jobs, thread } = Own::into_inner(this);
///         drop(jobs); // the thread ends when there are no more jobs
///         let sum = thread.join().unwrap_or(0);
///         assert_eq!(sum, 3);
///     }
/// }
///
/// let (jobs, receiver) = std::sync::mpsc::channel();
/// let thread = std::thread::spawn(move || receiver.into_iter().sum());
/// let worker = Dropping::new(Worker { jobs, thread });
/// worker.jobs.send(1)?;
/// worker.jobs.send(2)?;
/// # Ok::<(), std::sync::mpsc::SendError<u32>>(())
/// ```
///
/// # Source
///
/// `fn drop(&own self)` of "The Inconceivable Types of Rust".
#[repr(transparent)]
pub struct Dropping<T: OwnDrop> {
    /// # Invariants
    ///
    /// 1. Holds a valid value until `Drop::drop` or `into_inner`.
    value: ManuallyDrop<T>,
}

// Nothing is pinned through it: `OwnDrop` may move the value.
impl<T: OwnDrop> Unpin for Dropping<T> {}

impl<T: OwnDrop> Dropping<T> {
    /// A value with its destructor.
    ///
    /// # Examples
    ///
    /// ```
    /// use own_ref::{Dropping, Own, OwnDrop};
    ///
    /// struct Farewell(&'static str);
    /// impl OwnDrop for Farewell {
    ///     fn drop(this: Own<'_, Self>) {
    ///         assert_eq!(Own::into_inner(this).0, "bye");
    ///     }
    /// }
    ///
    /// drop(Dropping::new(Farewell("bye")));
    /// ```
    #[inline]
    #[must_use = "dropping it runs the destructor"]
    pub const fn new(value: T) -> Self {
        // INVARIANT: 1: a value.
        Self {
            value: ManuallyDrop::new(value),
        }
    }

    /// Takes the value out. The destructor doesn't run.
    ///
    /// # Examples
    ///
    /// ```
    /// use own_ref::{Dropping, Own, OwnDrop};
    ///
    /// struct Never(u8);
    /// impl OwnDrop for Never {
    ///     fn drop(_: Own<'_, Self>) {
    ///         unreachable!()
    ///     }
    /// }
    ///
    /// assert_eq!(Dropping::into_inner(Dropping::new(Never(1))).0, 1);
    /// ```
    #[inline]
    pub fn into_inner(this: Self) -> T {
        let mut this = ManuallyDrop::new(this);
        // SAFETY: invariant 1; `this` is neither used nor dropped afterwards.
        unsafe { ManuallyDrop::take(&mut this.value) }
    }
}

impl<T: OwnDrop> Drop for Dropping<T> {
    #[inline]
    fn drop(&mut self) {
        let value: *mut T = &raw mut *self.value;
        // SAFETY: 1. invariant 1; nobody uses the value after this, as `ManuallyDrop` doesn't drop it.
        // 2. borrowed for as long as the call lasts, and `OwnDrop::drop` accepts any lifetime, so
        // nothing of it outlives the call.
        T::drop(unsafe { Own::from_raw(value) });
    }
}

impl<T: OwnDrop> Deref for Dropping<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: OwnDrop> DerefMut for Dropping<T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

impl<T: OwnDrop> From<T> for Dropping<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: OwnDrop + Default> Default for Dropping<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T: OwnDrop + fmt::Debug> fmt::Debug for Dropping<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: OwnDrop + fmt::Display> fmt::Display for Dropping<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
