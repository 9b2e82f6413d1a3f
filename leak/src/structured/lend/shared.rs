use super::Revoked;
use super::core::{Core, Frame};
use crate::Leak;
use crate::structured::Family;
use crate::structured::sync::Arc;
use core::fmt;
use core::marker::PhantomData;

/// Lends `data` to other threads' frames while `body` runs.
///
/// The edges that `body` hands out may go anywhere. Whoever holds one enters it, and has the data for
/// the time of a call. When `body` returns or unwinds, edges that nobody is inside of are revoked, and
/// `lend` returns when those who are inside have left.
///
/// A forgotten edge keeps nobody waiting: only a call that runs can, and no call can be forgotten.
///
/// # Examples
///
/// Two threads of one set; one borrows from the other's stack.
///
/// ```
/// use leak::structured::{Edge, Value, lend, scope};
/// use std::sync::{Mutex, mpsc::channel};
///
/// let (send, receive) = channel::<Edge<Value<Mutex<String>>>>();
/// let (tell, told) = channel();
/// scope(|set| {
///     set.spawn(move |_| {
///         let text = Mutex::new(String::from("on the receiver's stack"));
///         lend::<Value<_>, _>(&text, |lender| {
///             send.send(lender.edge()).unwrap();
///             told.recv().unwrap(); // without it, the edge might be revoked before it is entered
///         });
///         assert_eq!(text.into_inner().unwrap(), "written on the receiver's stack");
///     }).detach();
///     set.spawn(move |_| {
///         let edge = receive.recv().unwrap();
///         edge.enter(|text| text.lock().unwrap().insert_str(0, "written ")).unwrap();
///         tell.send(()).unwrap();
///     }).detach();
/// }).unwrap();
/// ```
///
/// # Source
///
/// The dynamic edges of *dynamic restricted structured concurrency*: the frame that lends is the
/// text's receiving or "Allocator" frame, a call of [`enter`](Edge::enter) its sending frame.
pub fn lend<'x, F: Family, R>(
    data: &F::Of<'x>,
    body: impl for<'f> FnOnce(&'f Lender<'f, F>) -> R,
) -> R
where
    F::Of<'x>: Sync,
{
    let data: *const F::Of<'x> = data;
    // SAFETY: 1. `data` is borrowed for this call, whose local variable the frame is.
    let frame = unsafe { Frame::new(data.cast()) };
    body(&Lender {
        frame: &frame,
        family: PhantomData,
    })
}

/// The lending side of [`lend`].
#[derive(Debug)]
pub struct Lender<'f, F: Family> {
    frame: &'f Frame,
    family: PhantomData<fn() -> F>,
}

impl<F: Family> Lender<'_, F> {
    /// An edge to this frame, to be sent wherever it is needed.
    pub fn edge(&self) -> Edge<F> {
        Edge {
            core: Arc::clone(self.frame.core()),
            family: PhantomData,
        }
    }

    /// How many calls are inside right now.
    #[must_use]
    pub fn entered(&self) -> usize {
        self.frame.core().inside()
    }

    /// Revokes all edges, and waits for those who are inside. What the end of the frame does too.
    ///
    /// # Panics
    ///
    /// If this thread is inside one of the edges, or inside another that it entered after this lender was
    /// opened: it would wait for itself. Nothing was revoked then.
    ///
    /// # Examples
    ///
    /// ```
    /// use leak::structured::{Revoked, Value, lend};
    ///
    /// lend::<Value<u32>, _>(&7, |lender| {
    ///     let edge = lender.edge();
    ///     assert_eq!(edge.enter(|n| *n), Ok(7));
    ///     lender.close();
    ///     assert_eq!(edge.enter(|n| *n), Err(Revoked));
    /// });
    /// ```
    pub fn close(&self) {
        self.frame.close();
    }

    /// Revokes all edges, and waits for nobody: those who are inside stay until they leave.
    pub fn revoke(&self) {
        self.frame.revoke();
    }
}

/// A way into another frame: see [`lend`].
///
/// It borrows nothing, so it may be stored and sent without limits. It is a counted pointer to one word
/// of state; clone it as you like.
#[must_use = "an edge does nothing unless it is entered"]
pub struct Edge<F: Family> {
    core: Arc<Core>,
    family: PhantomData<fn() -> F>,
}

impl<F: Family> Edge<F> {
    /// Runs `f` with what was lent. The frame that lends waits for it.
    ///
    /// `f` gets the data for lifetimes of its own, so it can't keep any of it, nor put anything
    /// shorter-lived in.
    ///
    /// # Errors
    ///
    /// If the frame that lends has ended, or is about to. `f` was not called.
    ///
    /// # Examples
    ///
    /// See [`lend`].
    #[inline]
    pub fn enter<R>(&self, f: impl for<'e, 'x> FnOnce(&'e F::Of<'x>) -> R) -> Result<R, Revoked> {
        let (data, _entered) = self.core.enter()?;
        // SAFETY: `lend` made the pointer from an `&F::Of<'x>` for some `'x`, and its frame waits while
        // `_entered` lives (invariant 1 of `Core`). `f` works for any `'x`, so for that one. `Of<'x>` is
        // `Sync`, or there would be no edge.
        Ok(f(unsafe { &*data.cast::<F::Of<'_>>() }))
    }

    /// Whether it is too late to enter.
    #[must_use]
    pub fn is_revoked(&self) -> bool {
        self.core.is_closed()
    }
}

impl<F: Family> Clone for Edge<F> {
    fn clone(&self) -> Self {
        Self {
            core: Arc::clone(&self.core),
            family: PhantomData,
        }
    }
}

impl<F: Family> fmt::Debug for Edge<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Edge").field(&*self.core).finish()
    }
}

// SAFETY: 1. and 2. It owns nothing but memory. The frame doesn't wait for edges, only for calls.
unsafe impl<F: Family> Leak for Edge<F> {}
// SAFETY: 1. and 2. It is only ever handed out by reference, and its frame is a local of `lend`.
unsafe impl<F: Family> Leak for Lender<'_, F> {}
