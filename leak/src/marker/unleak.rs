use core::borrow::{Borrow, BorrowMut};
use core::fmt;
use core::future::Future;
use core::ops::{Deref, DerefMut};
use core::pin::Pin;
use core::task::{Context, Poll};

use super::Leak;

/// Marks what must be destroyed before its lifetimes end: `Unleak<T>` is [`Leak`] if, and only if,
/// `T` is `'static`.
///
/// It serves two ends.
///
/// **Making a guard.** A field of this type, or a `PhantomData` of it, takes `Leak` away from a
/// type where it borrows, and leaves it where it does not:
///
/// ```
/// use std::marker::PhantomData;
/// use leak::{Leak, Unleak};
///
/// struct JoinGuard<'a> {
///     thread: u32,
///     /// The thread borrows from `'a`, and only our destructor waits for it.
///     _borrowed: PhantomData<Unleak<&'a ()>>,
/// }
///
/// // SAFETY: clause 1 and 2: the fields are all there is, and they may be forgotten.
/// unsafe impl<'a> Leak for JoinGuard<'a> where PhantomData<Unleak<&'a ()>>: Leak {}
///
/// leak::assert_leak!(JoinGuard<'static>);
/// ```
///
/// With the feature `nightly`, that impl is not needed: the auto trait looks at the field.
/// `#[derive(Unleak)]` writes an impl that does without the field.
///
/// **Forgetting what is `'static`.** A `'static` value can be parked forever, so it may be
/// forgotten, whatever it is. Some types don't say so: trait objects, and on stable closures and
/// futures. Inside `Unleak` they do:
///
/// ```
/// use leak::Unleak;
///
/// let work: Box<dyn Fn() -> u32 + Send> = Box::new(|| 7);
/// leak::mem::forget(Unleak(work));
///
/// // `Unleak` may also go inside, next to the `dyn`.
/// let shared: std::rc::Rc<Unleak<dyn Fn() -> u32>> = std::rc::Rc::new(Unleak(|| 7));
/// let shared = leak::rc::Rc::from_std(shared);
/// assert_eq!((shared.0)(), 7);
/// ```
///
/// # Which field to mark
///
/// Mark the borrow whose target is in a state that only the destructor repairs. Other fields that
/// have the same lifetime don't need it.
///
/// In particular a *contravariant* field never does. Here `process` only takes a `Contra`, and
/// subtyping may make every lifetime in `Contra` longer, up to `'static`. So a mark on it would
/// promise nothing:
///
/// ```
/// use leak::{Leak, Unleak};
///
/// struct Variance<Contra, Co> {
///     process: fn(Contra) -> String,
///     /// Lent out, and repaired by the destructor.
///     queue: Unleak<Co>,
/// }
///
/// // SAFETY: clause 1: only `queue` rests on destruction. Clause 2: it is all we own.
/// unsafe impl<Contra, Co> Leak for Variance<Contra, Co> where Unleak<Co>: Leak {}
///
/// fn forget<'a>(value: Variance<&'a str, &'static str>) {
///     leak::mem::forget(value); // although `'a` is not `'static`
/// }
///
/// // The mark alone has no effect on a contravariant type: `'a` simply grows.
/// fn longer<'a>(marked: Unleak<fn(&'a str)>) {
///     leak::mem::forget::<Unleak<fn(&'static str)>>(marked);
/// }
/// ```
///
/// The covariant field does need it, and the mark holds:
///
/// ```compile_fail,E0521
/// # use leak::{Leak, Unleak};
/// # struct Variance<Contra, Co> { process: fn(Contra) -> String, queue: Unleak<Co> }
/// # unsafe impl<Contra, Co> Leak for Variance<Contra, Co> where Unleak<Co>: Leak {}
/// fn forget<'a>(value: Variance<&'static str, &'a str>) {
///     leak::mem::forget(value); // borrowed data escapes
/// }
/// ```
///
/// # What it does not do
///
/// `Unleak` does not make forgetting impossible: `Leak` is advisory on stable, see there. And it
/// promises nothing for a `'static` value. A `Box<dyn Trait>` is `'static` unless another lifetime
/// is written, `Box<dyn Trait + 'a>`. So is a guard for `'static`:
///
/// ```
/// # use leak::Unleak;
/// static DATA: [u8; 3] = [1, 2, 3];
/// leak::mem::forget(Unleak(&DATA));
/// ```
///
/// ```compile_fail,E0597
/// # use leak::Unleak;
/// let data = [1, 2, 3];
/// leak::mem::forget(Unleak(&data));
/// ```
// The field is public and the wrapper transparent: it guards nothing that a function could check.
// `Default`, `Clone` and the like therefore bypass no bound.
#[repr(transparent)]
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unleak<T: ?Sized>(pub T);

// SAFETY: clause 1: every lifetime in `T: 'static` is `'static`. Clause 2: the value owns nothing
// that is not part of `T`, so all that is forgotten along with it is `'static` too.
unsafe impl<T: ?Sized + 'static> Leak for Unleak<T> {}

impl<T> Unleak<T> {
    /// Wraps a value.
    ///
    /// ```
    /// use leak::Unleak;
    ///
    /// const LIMIT: Unleak<u32> = Unleak::new(7);
    /// assert_eq!(*LIMIT, 7);
    /// ```
    #[inline]
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// Gives the value back, without the mark.
    ///
    /// ```
    /// use leak::Unleak;
    ///
    /// let name = Unleak::new(String::from("guard"));
    /// assert_eq!(Unleak::into_inner(name), "guard");
    /// ```
    #[inline]
    pub fn into_inner(this: Self) -> T {
        this.0
    }
}

impl<T> From<T> for Unleak<T> {
    #[inline]
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<T: ?Sized> Deref for Unleak<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: ?Sized> DerefMut for Unleak<T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T: ?Sized> AsRef<T> for Unleak<T> {
    #[inline]
    fn as_ref(&self) -> &T {
        &self.0
    }
}

impl<T: ?Sized> AsMut<T> for Unleak<T> {
    #[inline]
    fn as_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T: ?Sized> Borrow<T> for Unleak<T> {
    #[inline]
    fn borrow(&self) -> &T {
        &self.0
    }
}

impl<T: ?Sized> BorrowMut<T> for Unleak<T> {
    #[inline]
    fn borrow_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for Unleak<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Unleak").field(&&self.0).finish()
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for Unleak<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<T: ?Sized + core::error::Error> core::error::Error for Unleak<T> {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        self.0.source()
    }
}

/// A future stays one when it is wrapped, so it can be awaited and spawned as before.
impl<F: ?Sized + Future> Future for Unleak<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        // SAFETY: the field is pinned whenever the wrapper is: `Unleak` has no `Drop` impl, is
        // `Unpin` only if `F` is, and is not `repr(packed)`. Nothing here moves it.
        let inner = unsafe { self.map_unchecked_mut(|this| &mut this.0) };
        inner.poll(cx)
    }
}
