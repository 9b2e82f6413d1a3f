//! Types that wait for a lifetime.

/// What a [`Family`] is at the lifetime `'a`.
///
/// The second parameter is never written. It says that `Self` outlives `'a`, where that is taken for granted:
/// in the bound `for<'a> FamilyAt<'a>`, which would otherwise be about lifetimes that are longer than
/// those in `Self`. So a family may have lifetimes and parameters of its own, and needn't be `'static`.
///
/// # Examples
///
/// ```
/// use self_borrow::FamilyAt;
///
/// struct Words;
///
/// impl<'a> FamilyAt<'a> for Words {
///     type Of = Vec<&'a str>;
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a family of types",
    note = "declare one with `family!`, or implement `FamilyAt<'a>` for each lifetime `'a`"
)]
pub trait FamilyAt<'a, Implied = &'a Self> {
    /// The type.
    type Of;
}

/// A function from lifetimes to types: a type "with a hole", as `Vec<&'_ str>`.
///
/// Implemented for all types that implement [`FamilyAt<'a>`](FamilyAt) for every lifetime `'a`.
/// [`family!`](crate::family!) declares such a type.
pub trait Family: for<'a> FamilyAt<'a> {}

impl<F: ?Sized + for<'a> FamilyAt<'a>> Family for F {}

/// The type that the family `F` has at the lifetime `'a`.
///
/// # Examples
///
/// ```
/// use self_borrow::{Of, family};
///
/// family!(struct Words<'a> = Vec<&'a str>);
/// let words: Of<'_, Words> = "one two".split(' ').collect();
/// assert_eq!(words.len(), 2);
/// ```
pub type Of<'a, F> = <F as FamilyAt<'a>>::Of;

/// Declares a [`Family`].
///
/// # Examples
///
/// ```
/// use self_borrow::{Bound, Shared, family};
///
/// family! {
///     /// The words of a text.
///     pub struct Words<'a> = Vec<&'a str>
/// }
///
/// let words: Bound<'static, _, Words> =
///     Bound::new(Shared(String::from("one two")), |text| text.split(' ').collect());
/// words.with(|words, _text| assert_eq!(words[1], "two"));
/// ```
#[macro_export]
macro_rules! family {
    ($(#[$attr:meta])* $vis:vis struct $name:ident<$lifetime:lifetime> = $ty:ty $(;)?) => {
        $(#[$attr])*
        #[derive(Debug, Clone, Copy)]
        $vis struct $name;

        impl<$lifetime> $crate::FamilyAt<$lifetime> for $name {
            type Of = $ty;
        }
    };
}
