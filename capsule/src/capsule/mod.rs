//! Regions that are packed.

mod combine;
mod convert;
mod forward;
mod open;

use core::marker::PhantomData;
use core::mem::ManuallyDrop;
use core::panic::{RefUnwindSafe, UnwindSafe};
use core::ptr;

use crate::{CapsuleSend, Family};

pub use open::Poisoned;

/// A value together with all of its aliases, which is moved as a whole.
///
/// What is in it may share memory by [`Rc`](crate::Rc) as it likes, in cycles too. Nothing outside shares it, so
/// the capsule can go to another thread, and nothing in it needs an atomic operation for that. A
/// capsule is as large as its content and a flag; packing, moving and opening it don't look at the content.
///
/// ```
/// use capsule::{Capsule, Cell, Rc, family};
///
/// type Pair = family!([Rc<'b, Cell<'b, u32>>; 2]);
///
/// let mut pair = Capsule::<Pair>::new(|b| {
///     let one = Rc::new(b, Cell::new(1));
///     [one.clone(), one]
/// });
/// let thread = std::thread::spawn(move || {
///     pair.with(|[one, other], token| {
///         *one.borrow_mut(token) += 1;
///         *other.borrow(token)
///     })
/// });
/// assert_eq!(thread.join().unwrap(), 2);
/// ```
///
/// # Opening
///
/// | | |
/// |---|---|
/// | [`with`](Self::with), [`with_ref`](Self::with_ref), [`try_with`](Self::try_with) | works on the content where it is |
/// | [`map`](Self::map), [`try_map`](Self::try_map), [`split`](Self::split) | takes it out, and packs what comes of it |
/// | [`open_into`](Self::open_into), [`zip`](Self::zip) | merges it into another region |
/// | [`into_inner`](Self::into_inner) | takes it out, if it has no brand |
///
/// All of them are O(1), apart from what the closure does.
///
/// Each opening has its own brand and one token, which it gets by reference. Nothing with the brand can be kept. To keep
/// something, leave it in the content.
///
/// # Poisoning
///
/// When a closure panics that had the content by `&mut`, the capsule is poisoned, as a
/// [`Mutex`](https://doc.rust-lang.org/1.95.0/std/sync/struct.Mutex.html#poisoning) is: the content is kept, since it is whole as
/// far as memory is concerned, and may have lost its invariants. Until [`clear_poison`](Self::clear_poison), opening it panics
/// ([`try_with`](Self::try_with): returns an error); dropping it drops the content. When a closure panics that had the content by
/// value, it is dropped by the panic, and there is no capsule.
///
/// # What it can't do
///
/// - `Clone`, since the clones would share. Make a deep copy in an opening.
/// - `PartialEq` and `Ord`: two capsules are two regions, and `T<'a> == T<'b>` is not what anyone implements. If one
///   brand were lent to both, the comparison could move a pointer of one into a cell of the other.
/// - Be torn: parts of a content may alias each other. What has no brand can be taken out by
///   [`split`](Self::split), also another capsule that was inside.
///
/// # Where it comes from
///
/// The idea is that of the capsules of OCaml, and of a thread on the Rust forum, which names the type and gives its
/// first signatures; that an aliasing lifetime in a type can say what may cross threads is from "Natural aliasing model".
///
/// # Invariants
///
/// 1. What the content shares by pointers with the brand of its region, nothing else shares.
pub struct Capsule<F: Family> {
    /// At a lifetime that nobody sees: no trait of the user is called for it, but for destructors, whose
    /// implementations can't depend on it.
    content: F::Of<'static>,
    poisoned: bool,
    /// Not `Send` and `Sync` because `F::Of<'static>` is. If it is for every brand, says the impl below.
    /// (Ui test `send/only_at_static`.)
    _at_any_brand: PhantomData<*mut ()>,
}

// SAFETY: Clauses of `CapsuleSend`, for `F::Of<'b>` with any `'b`, so in particular with the one that the content
// was made for, and without any condition on `'b` that it wouldn't fulfil. 1. What the content shares, it shares with
// values of the same brand, and all of these are in the content, by invariant 1: they all go to the other
// thread. (A pointer of another brand can't be in it: `F` is `'static`, so no other brand than `'b` is in its type; a
// trait object `dyn Trait + 'b` could hide one only if it outlived every `'b`, that is, were `'static`, and
// no brand is.) 2. The other thread may use and drop it. 3. It borrows nothing.
unsafe impl<F: Family> Send for Capsule<F> where for<'b> F::Of<'b>: CapsuleSend {}

// SAFETY: Through a shared reference only shared references to the content and to a token of its own brand
// can be had, as in `with_ref`, and it is `Sync` for that brand.
unsafe impl<F: Family> Sync for Capsule<F> where for<'b> F::Of<'b>: Sync {}

// SAFETY: 1. to 3. A capsule is `Send` under the same condition, and `'static`, as `F` is.
unsafe impl<F: Family> CapsuleSend for Capsule<F> where for<'b> F::Of<'b>: CapsuleSend {}

// Nothing in it is ever pinned.
impl<F: Family> Unpin for Capsule<F> {}
// It is poisoned by panics.
impl<F: Family> UnwindSafe for Capsule<F> {}
impl<F: Family> RefUnwindSafe for Capsule<F> {}

impl<F: Family> Family for Capsule<F> {
    type Of<'b> = Self;
}

/// Changes the brand of a value.
///
/// # Safety
///
/// 1. All values that alias this one by pointers with the brand `'a` are in it, or have the brand `'c` from
///    now on.
#[inline]
pub(crate) unsafe fn rebrand<'c, F: Family>(content: F::Of<'_>) -> F::Of<'c> {
    let content = ManuallyDrop::new(content);
    // SAFETY: the types differ in a lifetime only, so a value of one is a value of the other; it is read once, as
    // the original is never used or dropped again. What is said of it by lifetimes is clause 1.
    unsafe { ptr::from_ref(&content).cast::<F::Of<'c>>().read() }
}

/// Changes the brand of a value that is lent.
///
/// # Safety
///
/// 1. As for [`rebrand`], for as long as the loan lasts; after that, the same for the other way.
#[inline]
unsafe fn rebrand_mut<'x, 'c, F: Family>(content: &'x mut F::Of<'static>) -> &'x mut F::Of<'c> {
    // SAFETY: as in `rebrand`; the reference is reborrowed.
    unsafe { &mut *ptr::from_mut(content).cast() }
}

/// Changes the brand of a value that is lent to be read.
///
/// # Safety
///
/// 1. As for [`rebrand_mut`].
#[inline]
pub(crate) unsafe fn rebrand_ref<'x, 'c, F: Family>(content: &'x F::Of<'static>) -> &'x F::Of<'c> {
    // SAFETY: as in `rebrand`; the reference is reborrowed.
    unsafe { &*ptr::from_ref(content).cast() }
}
