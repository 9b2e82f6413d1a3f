use super::{Anchor, FnJoinGuard, JoinGuard, SendJoinGuard};
use crate::{LeakFnOnce, NeverGives, Scope};
use alloc::string::String;
use std::io;
use std::thread;

/// Describes a thread before it is started, and gives an error when the system refuses it.
///
/// # Examples
///
/// ```
/// use leak::thread::Builder;
///
/// let text = String::from("borrowed");
/// let name = leak::scope(|s| {
///     let guard = Builder::new()
///         .name(String::from("reader"))
///         .spawn_scoped(s, || assert_eq!(text, "borrowed"))?;
///     Ok::<_, std::io::Error>(guard.thread().name().map(String::from))
/// })?;
/// assert_eq!(name.as_deref(), Some("reader"));
/// # Ok::<_, std::io::Error>(())
/// ```
#[derive(Debug)]
#[must_use = "a builder starts nothing by itself"]
pub struct Builder(thread::Builder);

impl Builder {
    /// A thread without a name, with the default stack.
    #[expect(
        clippy::new_without_default,
        reason = "std's builder has no default either"
    )]
    pub fn new() -> Self {
        Self(thread::Builder::new())
    }

    /// Names the thread.
    ///
    /// # Panics
    ///
    /// When the thread is started, if the name holds a zero byte.
    pub fn name(self, name: String) -> Self {
        Self(self.0.name(name))
    }

    /// Sets the size of the stack in bytes.
    pub fn stack_size(self, size: usize) -> Self {
        Self(self.0.stack_size(size))
    }

    /// Starts a thread that `scope` waits for.
    ///
    /// # Errors
    ///
    /// If the system refuses the thread. `f` was dropped then, and the scope is as it was.
    pub fn spawn_scoped<'s, F, T>(
        self,
        scope: &'s Scope<'s, '_>,
        f: F,
    ) -> io::Result<crate::JoinGuard<'s, T>>
    where
        F: FnOnce() -> T + Send + 's,
        T: Send + 's,
    {
        scope.spawn_with(self.0, f)
    }

    /// Starts a thread that borrows nothing.
    ///
    /// # Errors
    ///
    /// If the system refuses the thread. `f` was dropped then.
    pub fn spawn<F, T>(self, f: F) -> io::Result<JoinGuard<'static, T>>
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send + 'static,
    {
        self.0.spawn(f).map(JoinGuard::from)
    }

    /// Starts a thread that borrows for `'a`.
    ///
    /// # Errors
    ///
    /// If the system refuses the thread. `f` was dropped then.
    ///
    /// # Safety
    ///
    /// As for [`spawn_unchecked`](super::spawn_unchecked).
    pub unsafe fn spawn_unchecked<'a, F, T>(self, f: F) -> io::Result<JoinGuard<'a, T>>
    where
        F: FnOnce() -> T + Send + 'a,
        T: Send + 'a,
    {
        // SAFETY: "the spawned thread does not outlive any references in the supplied thread
        // closure and its return type": it is joined by the destruction of the guard, which the
        // caller promises to happen before `'a` ends.
        let handle = unsafe { self.0.spawn_unchecked(f) }?;
        // SAFETY: the caller's clauses are the same.
        Ok(unsafe { JoinGuard::new(handle) })
    }

    /// Starts a thread that borrows for `'a`, with a guard that can be sent.
    ///
    /// # Errors
    ///
    /// If the system refuses the thread. `f` was dropped then.
    ///
    /// # Safety
    ///
    /// As for [`spawn_send_unchecked`](super::spawn_send_unchecked).
    pub unsafe fn spawn_send_unchecked<'a, 'b, F, T>(
        self,
        anchor: &'b Anchor<'a>,
        f: F,
    ) -> io::Result<SendJoinGuard<'b, T>>
    where
        F: FnOnce() -> T + Send + 'a,
        T: Send + 'a,
    {
        let Anchor { .. } = anchor;
        // SAFETY: the clauses of this function are those of the other and more; `'b` ends before
        // `'a` does.
        let guard = unsafe { self.spawn_unchecked::<'b, F, T>(f) }?;
        Ok(SendJoinGuard::new(guard))
    }

    /// Starts a thread that borrows for `'a` and can't get at its own guard.
    ///
    /// # Errors
    ///
    /// If the system refuses the thread. `f` was dropped then.
    ///
    /// # Safety
    ///
    /// As for [`spawn_fn_unchecked`](super::spawn_fn_unchecked).
    pub unsafe fn spawn_fn_unchecked<'a, C, T>(
        self,
        f: LeakFnOnce<C, (), T>,
    ) -> io::Result<FnJoinGuard<'a, C, T>>
    where
        LeakFnOnce<C, (), T>: NeverGives<FnJoinGuard<'a, C, T>> + Send + 'a,
        T: Send + 'a,
    {
        // SAFETY: 1. The caller promises it. 2. The thread has its captures and what can be got
        // from them, and no guard of this type can be; it is `Send` in this type only.
        let guard = unsafe { self.spawn_unchecked::<'a, _, T>(move || f.call(())) }?;
        Ok(FnJoinGuard::new(guard))
    }
}
