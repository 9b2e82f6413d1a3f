//! The self-borrowing pair that all else is made of.

mod access;
mod asynchronous;
mod auto_traits;
mod build;
mod change;

use crate::{Family, Lend, Of, Seen};
use core::cell::UnsafeCell;
use core::fmt;
use core::marker::{PhantomData, PhantomPinned};
use core::mem::{ManuallyDrop, MaybeUninit};
use core::ptr;

/// An owner, and a value that borrows from it: `bind 'a in (O, F::Of<'a>)`.
///
/// `O` says what is owned and how it is lent: [`Shared`](crate::Shared), [`Exclusive`](crate::Exclusive), or a tuple of
/// these. `F` is the [`Family`] of the dependent. The lifetime `'x` is one that all parameters outlive: `'static`, if
/// there are none. It never changes: a closure that makes a dependent may take for granted that the family's own lifetimes
/// outlive the borrow, and [`map`](Self::map) to a family without them doesn't make that undone.
///
/// A dependent can be a `Bound` itself, whose owner borrows from this one: a chain.
///
/// The macros [`self_borrow`](crate::self_borrow) and [`bind!`](crate::bind!) write structs around this type. Use it as it is
/// where code is generic in what is borrowed.
///
/// # Examples
///
/// ```
/// use self_borrow::{Bound, Shared, family};
///
/// family!(struct Words<'a> = Vec<&'a str>);
///
/// let words = Bound::<_, Words>::new(Shared(String::from("to be")), |text| text.split(' ').collect());
/// let moved = Box::new(words);
/// assert_eq!(moved.with(|words, _| words.len()), 2);
/// ```
///
/// # Drop
///
/// The dependent first, then the owner; the owner also when the destructor of the dependent panics.
///
/// # Source
///
/// The type `bind 'a in (Box<!'a mut String>, &'a mut String)` of "The Inconceivable Types of Rust"; `yoke` has the same pair, for owners
/// that are lent shared and types that are covariant.
pub struct Bound<'x, O, F>
where
    F: Family + ?Sized + 'x,
{
    /// # Invariants
    ///
    /// 1. `owner` holds a valid `O`, and `dependent` a valid `Of<'h, F>`, for a lifetime `'h` that nobody else knows. Only a
    ///    closure that works for *every* lifetime `'h` has made it or changed it, from what `O` lends at `'h`. So whatever
    ///    is true of all `Of<'a, F>` is true of it, and nothing more: it is never touched as an `Of<'x, F>` but by
    ///    code that is generic in that lifetime.
    /// 2. `'h` lasts as long as the dependent: from when the owner was lent, it is only moved as bytes, inside of a
    ///    `MaybeUninit`, and used for `Lend::see`, until the dependent is gone.
    ///
    /// 3. `'x` outlives `'h`, also when the families that the dependent had before, or that of a clone, knew of shorter
    ///    lifetimes than `F` does: all of them outlive the same `'x`. (A closure whose result is `&'a &'s T` may
    ///    believe that `'s` outlives `'a`.) So nothing here changes `'x`, neither to a longer lifetime nor to a shorter one
    ///    (`ui/fail/self-borrow/lifetimes/mapped_away_and_returned`).
    ///
    /// Neither is held as what it is: where a `Box` or a reference is moved or passed, the language takes it to be the
    /// only way to its content, or to point to something that lives until the function returns.
    dependent: MaybeUninit<Of<'x, F>>,
    owner: MaybeUninit<O>,
    /// Takes all auto traits away: they are implemented for what holds at every lifetime, not at `'x`
    /// (`ui/fail/self-borrow/threads/send_only_at_static`).
    _no_auto: PhantomData<(*const UnsafeCell<()>, PhantomPinned)>,
    /// Invariant in `O` (as in `'x` and `F`, by the projection): nothing has been proved of it, and invariant 3 of `'x`
    /// (`ui/fail/self-borrow/variance/owner_is_shortened`).
    _invariant: PhantomData<fn(O) -> O>,
}

/// A proof for a closure that works for every lifetime `'a`: `'x` outlives it. True of the lifetime that is lent, by
/// invariant 3 of [`Bound`]. What is lent needn't mention it: `&'a str`, of a `Cow<'x, str>`.
///
/// Only `self_borrow::__private` shows it: what macros generate has types that must be well-formed.
#[expect(unreachable_pub, reason = "of hidden methods")]
pub type Within<'a, 'x> = PhantomData<&'a &'x ()>;

/// The same for a closure that gets the dependent by a reference, and that it is borrowed within the lend: of a dependent whose type is
/// a projection, the reference doesn't tell.
#[expect(unreachable_pub, reason = "of hidden methods")]
pub type Borrowed<'s, 'a, 'x> = PhantomData<&'s &'a &'x ()>;

/// An owner whose dependent is somewhere else: being built, changed or taken apart. Drops the owner if that panics.
pub(crate) struct Lending<O> {
    /// # Invariants
    ///
    /// 1. Holds a valid owner.
    owner: MaybeUninit<O>,
}

impl<O> Lending<O> {
    #[inline]
    pub(crate) fn new(owner: O) -> Self {
        // INVARIANT: 1: it has just been given.
        Self {
            owner: MaybeUninit::new(owner),
        }
    }

    /// # Safety
    ///
    /// 1. `'a` is over before the owner is dropped or [`end`](Self::end)ed.
    /// 2. The owner is lent once.
    #[inline]
    pub(crate) unsafe fn lend<'a>(&mut self) -> crate::Lent<'a, O>
    where
        O: Lend + 'a,
    {
        // SAFETY: 1. valid by invariant 1; the caller's clauses.
        unsafe { O::lend(self.owner.as_mut_ptr()) }
    }

    /// # Safety
    ///
    /// 1. `'a` is over before the owner is dropped or [`end`](Self::end)ed.
    #[inline]
    pub(crate) unsafe fn see<'a>(&self) -> Seen<'a, O>
    where
        O: Lend + 'a,
    {
        // SAFETY: 1. valid by invariant 1; the caller's clause.
        unsafe { O::see(self.owner.as_ptr()) }
    }

    /// The owner, as bytes.
    #[inline]
    fn release(self) -> MaybeUninit<O> {
        let this = ManuallyDrop::new(self);
        // SAFETY: from a reference, and not used again. The `MaybeUninit` is copied, which claims nothing.
        unsafe { ptr::read(&raw const this.owner) }
    }

    /// The owner. Nothing borrows from it any more.
    #[inline]
    pub(crate) fn end(self) -> O {
        // SAFETY: valid by invariant 1.
        unsafe { self.release().assume_init() }
    }

    /// # Safety
    ///
    /// 1. The dependent fulfils the invariants of `Bound`, with this owner.
    #[inline]
    unsafe fn bind<'x, F>(self, dependent: Of<'x, F>) -> Bound<'x, O, F>
    where
        F: Family + ?Sized + 'x,
    {
        // INVARIANT: 1., 2. by clause 1.
        Bound {
            dependent: MaybeUninit::new(dependent),
            owner: self.release(),
            _no_auto: PhantomData,
            _invariant: PhantomData,
        }
    }
}

impl<O> Drop for Lending<O> {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: valid by invariant 1, and not used again.
        unsafe { self.owner.assume_init_drop() }
    }
}

impl<'x, O, F> Bound<'x, O, F>
where
    F: Family + ?Sized + 'x,
{
    /// The dependent by value, and the owner in a guard. What is done with the dependent must work for
    /// every lifetime, and be over before the guard ends.
    #[inline]
    fn take_apart(self) -> (Of<'x, F>, Lending<O>) {
        let this = ManuallyDrop::new(self);
        // SAFETY: from a reference, and not used again. The `MaybeUninit` is copied, which claims nothing.
        let owner = unsafe { ptr::read(&raw const this.owner) };
        // SAFETY: valid by invariant 1, and not used again.
        let dependent = unsafe { this.dependent.assume_init_read() };
        // INVARIANT: 1: by invariant 1 of `Bound`.
        (dependent, Lending { owner })
    }
}

impl<'x, O, F> Drop for Bound<'x, O, F>
where
    F: Family + ?Sized + 'x,
{
    #[inline]
    fn drop(&mut self) {
        /// Drops the owner after the dependent, even if that panics.
        struct Owner<'m, O>(&'m mut MaybeUninit<O>);

        impl<O> Drop for Owner<'_, O> {
            fn drop(&mut self) {
                // SAFETY: valid by invariant 1 of `Bound`, and not used again.
                unsafe { self.0.assume_init_drop() }
            }
        }

        let _owner = Owner(&mut self.owner);
        // SAFETY: valid by invariant 1, and not used again. It can't be observed at which lifetime it is dropped:
        // drop glue is the same for all.
        unsafe { self.dependent.assume_init_drop() }
    }
}

impl<O, F> fmt::Debug for Bound<'_, O, F>
where
    F: Family + ?Sized,
    for<'a> Of<'a, F>: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.with_dependent(|dependent| {
            f.debug_struct("Bound")
                .field("dependent", dependent)
                .finish_non_exhaustive()
        })
    }
}
