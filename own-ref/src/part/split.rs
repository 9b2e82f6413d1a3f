//! From an owned reference to a value to owned references to its fields.

use crate::Own;
use core::fmt;
use core::marker::PhantomData;
use core::ptr;

/// A struct or enum that can be split into owned references to its fields: see [`Own::split`].
///
/// # Safety
///
/// 1. `split` passes fields of `self` to [`Claim::own`], those that lie in the value itself, each at
///    most once; and nothing else. It does not drop or move them.
/// 2. The claim is used for nothing else, and doesn't outlive the call.
/// 3. The type has no `Drop` implementation.
///
/// # Examples
///
/// See [`Own::split`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be split into owned fields",
    note = "add `#[derive(own_ref::Fields)]` to `{Self}`"
)]
pub unsafe trait Split: Sized {
    /// The fields: a struct like `Self`, or an enum like `Self`, of owned references.
    type Owned<'a>;

    /// Claims the fields.
    #[doc(hidden)]
    fn split<'a>(&mut self, claim: &Claim<'a>) -> Self::Owned<'a>;
}

/// The right to own the fields of a value that is being split.
#[doc(hidden)]
pub struct Claim<'a>(PhantomData<fn(&'a ()) -> &'a ()>);

impl<'a> Claim<'a> {
    /// An owned reference to a field of the value. Sound by the clauses of [`Split`], whose
    /// implementations alone get a claim.
    #[inline]
    pub fn own<F>(&self, field: &mut F) -> Own<'a, F> {
        // SAFETY: 1. a field of an owned value, which nobody owns as a whole any more, and each is
        // claimed once, by clause 1 of `Split`. 2. the memory is borrowed for `'a` by whoever
        // called `Own::split`; fields don't overlap.
        unsafe { Own::from_raw(ptr::from_mut(field)) }
    }
}

impl fmt::Debug for Claim<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Claim")
    }
}

impl<'a, T: Split> Own<'a, T> {
    /// Splits the value into owned references to its fields.
    ///
    /// For a struct `S`, `#[derive(Fields)]` makes a struct `SOwn` with the same fields; move some out and
    /// the compiler drops the others. For an enum `E` it makes an enum `EOwn` to match on.
    /// Tuples split into tuples, `Option` and `Result` into themselves.
    ///
    /// # Examples
    ///
    /// ```
    /// # mod expanded { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expanded/my_strings.rs")); }
    /// # use expanded::{MyStrings, MyStringsOwn};
    /// use own_ref::{Own, Slot};
    ///
    /// let mut slot = Slot::new();
    /// let MyStringsOwn { x, mut y } = Own::split(slot.put(MyStrings { x: String::from("x"), y: vec![1] }));
    /// let text: String = Own::into_inner(x);
    /// y.push(2);
    /// assert_eq!((text.as_str(), &**y), ("x", &[1, 2][..]));
    ///
    /// let mut slot = Slot::new();
    /// if let Some(text) = Own::split(slot.put(Some(String::from("inside")))) {
    ///     assert_eq!(*text, "inside"); // Own<'_, String>
    /// }
    /// ```
    #[inline]
    #[must_use = "dropping what it returns drops the fields"]
    pub fn split(this: Self) -> T::Owned<'a> {
        let value = Self::into_raw(this);
        // SAFETY: a valid value that is ours alone, as `this` was. No field of it is out, and the
        // reference ends before one is used.
        let value = unsafe { &mut *value };
        value.split(&Claim(PhantomData))
    }
}
