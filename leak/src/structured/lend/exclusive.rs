use super::Revoked;
use super::core::{Core, Frame};
use crate::Leak;
use crate::structured::Family;
use crate::structured::sync::Arc;
use core::fmt;
use core::marker::PhantomData;

/// Lends `data` for changes: to one call on one other thread, once.
///
/// As [`lend`](super::lend), but who enters has the data to itself, so `Send` is enough for it. All
/// edges of the lender lead to the same data, and the first who enters is the only one.
///
/// # Examples
///
/// ```
/// use leak::structured::{Value, lend_mut, scope};
///
/// let mut lines = vec![String::from("head")];
/// lend_mut::<Value<Vec<String>>, _>(&mut lines, |lender| {
///     let edge = lender.edge();
///     scope(|set| {
///         set.spawn(move |_| edge.enter(|lines| lines.push(String::from("body")))).join()
///     })
/// }).unwrap().unwrap().unwrap();
/// assert_eq!(lines, ["head", "body"]);
/// ```
pub fn lend_mut<'x, F: Family, R>(
    data: &mut F::Of<'x>,
    body: impl for<'f> FnOnce(&'f LenderMut<'f, F>) -> R,
) -> R
where
    F::Of<'x>: Send,
{
    let data: *mut F::Of<'x> = data;
    // SAFETY: 1. `data` is borrowed for this call, whose local variable the frame is. It is used by no
    // one but who enters, and that is one call.
    let frame = unsafe { Frame::new(data.cast_const().cast()) };
    body(&LenderMut {
        frame: &frame,
        family: PhantomData,
    })
}

/// The lending side of [`lend_mut`].
#[derive(Debug)]
pub struct LenderMut<'f, F: Family> {
    frame: &'f Frame,
    family: PhantomData<fn() -> F>,
}

impl<F: Family> LenderMut<'_, F> {
    /// An edge to this frame, to be sent wherever it is needed.
    pub fn edge(&self) -> EdgeMut<F> {
        EdgeMut {
            core: Arc::clone(self.frame.core()),
            family: PhantomData,
        }
    }

    /// Whether nobody can enter any more: somebody has, or the lender was closed.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.frame.core().is_closed()
    }

    /// Revokes all edges, and waits for who is inside.
    ///
    /// # Panics
    ///
    /// As [`Lender::close`](super::Lender::close).
    pub fn close(&self) {
        self.frame.close();
    }

    /// Revokes all edges, and waits for nobody.
    pub fn revoke(&self) {
        self.frame.revoke();
    }
}

/// A way into another frame, for one call: see [`lend_mut`].
#[must_use = "an edge does nothing unless it is entered"]
pub struct EdgeMut<F: Family> {
    core: Arc<Core>,
    family: PhantomData<fn() -> F>,
}

impl<F: Family> EdgeMut<F> {
    /// Runs `f` with what was lent. The frame that lends waits for it.
    ///
    /// # Errors
    ///
    /// If the frame that lends has ended, or is about to, or somebody else was here before. `f` was not
    /// called.
    ///
    /// # Examples
    ///
    /// See [`lend_mut`].
    pub fn enter<R>(
        self,
        f: impl for<'e, 'x> FnOnce(&'e mut F::Of<'x>) -> R,
    ) -> Result<R, Revoked> {
        let (data, _entered) = self.core.enter_as_the_only_one()?;
        let data = data.cast_mut().cast::<F::Of<'_>>();
        // SAFETY: `lend_mut` made the pointer from an `&mut F::Of<'x>` for some `'x`, and its frame
        // waits while `_entered` lives (invariant 1 of `Core`). Nobody else enters, ever. `f` works
        // for any `'x`, so for that one. `Of<'x>` is `Send`, or there would be no edge.
        Ok(f(unsafe { &mut *data }))
    }

    /// Whether it is too late to enter.
    #[must_use]
    pub fn is_revoked(&self) -> bool {
        self.core.is_closed()
    }
}

impl<F: Family> fmt::Debug for EdgeMut<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("EdgeMut").field(&*self.core).finish()
    }
}

// SAFETY: 1. and 2. It owns nothing but memory. The frame doesn't wait for edges, only for calls.
unsafe impl<F: Family> Leak for EdgeMut<F> {}
// SAFETY: 1. and 2. It is only ever handed out by reference, and its frame is a local of `lend_mut`.
unsafe impl<F: Family> Leak for LenderMut<'_, F> {}
