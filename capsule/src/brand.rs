//! Brands: names of regions.

use core::fmt;
use core::marker::PhantomData;
use ghost_cell::GhostToken;

/// Proof of being inside of the region `'b`.
///
/// A region is a set of values that may alias each other freely, without atomics: those whose types have
/// the lifetime `'b`. Whoever has the brand may add to the region: [`Rc::new`](crate::Rc::new) makes
/// a pointer in it, [`Capsule::open_into`](crate::Capsule::open_into) merges another region into it.
///
/// A brand comes from a function that takes a closure `for<'b> FnOnce(Brand<'b>, …)`. Such a closure must
/// work for any lifetime there is, so it can't claim that `'b` is that of another region, or `'static`, nor
/// let anything with `'b` out.
///
/// ```
/// use capsule::{Brand, Rc};
///
/// let sum = capsule::region(|b: Brand<'_>, _token| {
///     let one = Rc::new(b, 1);
///     let other = one.clone();
///     *one + *other
/// });
/// assert_eq!(sum, 2);
/// ```
///
/// # Invariants
///
/// 1. `'b` was generated: it is the lifetime that a closure `for<'b>` was called with. So there is no
///    `Brand<'static>`, and if two brands may have different regions, their types are different.
#[derive(Clone, Copy)]
pub struct Brand<'b> {
    /// Invariance: else a brand could be shortened to one of an inner region, and the pointers of one
    /// region would be those of another (ui test `brand/inner_rc_in_an_outer_region`).
    _region: Invariant<'b>,
    /// Neither `Send` nor `Sync`. Nothing rests on it; but who has a brand works on the region, and that is
    /// one thread.
    _thread: PhantomData<BelongsToOneThread>,
}

/// A lifetime that is neither shortened nor extended.
pub(crate) type Invariant<'b> = PhantomData<fn(&'b ()) -> &'b ()>;

/// A name for the compiler to say.
pub(crate) struct BelongsToOneThread(PhantomData<*mut ()>);

impl<'b> Brand<'b> {
    /// The brand of the region that a token is for.
    ///
    /// ```
    /// use capsule::{Brand, Capsule, Rc, family};
    ///
    /// let mut list = Capsule::<family!(Vec<Rc<'b, str>>)>::new(|_| Vec::new());
    /// list.with(|list, token| {
    ///     let b = Brand::of(token);
    ///     list.push(Rc::from_str(b, "new"));
    /// });
    /// ```
    #[inline]
    #[must_use]
    pub fn of(token: &GhostToken<'b>) -> Self {
        let _ = token;
        // INVARIANT: 1. `GhostToken::new` is the only source of tokens, and takes a closure `for<'b>`;
        // so is `token!`, which argues for itself.
        Self {
            _region: PhantomData,
            _thread: PhantomData,
        }
    }
}

#[cfg(feature = "std")]
impl<'t> Brand<'t> {
    /// The brand of a thread's region, by its key.
    #[inline]
    pub(crate) fn of_root(region: Invariant<'t>) -> Self {
        // INVARIANT: 1. `thread_root` takes a closure `for<'t>`.
        Self {
            _region: region,
            _thread: PhantomData,
        }
    }
}

impl fmt::Debug for Brand<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Brand")
    }
}

/// A region that isn't packed in the end: a place to open capsules in.
///
/// The closure gets the brand, and the token for the region's [cells](crate::Cell).
///
/// ```
/// use capsule::{Capsule, Rc, family};
///
/// let parts: Vec<_> = ["a", "b"]
///     .map(|name| Capsule::<family!(Rc<'b, str>)>::new(|b| Rc::from_str(b, name)))
///     .into();
/// let joined = capsule::region(|b, _token| {
///     // Each merge is O(1), and the pointers are of one type now.
///     let all: Vec<Rc<'_, str>> = parts.into_iter().map(|part| part.open_into(b)).collect();
///     all.concat()
/// });
/// assert_eq!(joined, "ab");
/// ```
///
/// # Panics
///
/// If the closure does.
#[inline]
pub fn region<R>(f: impl for<'b, 'x> FnOnce(Brand<'b>, &'x mut GhostToken<'b>) -> R) -> R {
    GhostToken::new(|mut token| f(Brand::of(&token), &mut token))
}
