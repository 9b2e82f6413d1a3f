//! Types that differ by their brand.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

use crate::Plain;

/// A family of types, one for each brand: what a [`Capsule`](crate::Capsule) holds.
///
/// While a capsule is open, its content has the type `Of<'b>`, where `'b` is the brand of this opening. While it
/// is stored, it has none that could be named.
///
/// # How to get one
///
/// - `#[derive(Family)]` on a type with one lifetime: then `Graph<'static>` stands for all `Graph<'b>`.
/// - [`family!`](crate::family): the name of a family of types that aren't yours, on the spot.
/// - [`Plain<T>`](Plain) for what has no brand. Tuples, `Vec`, `Box`, `Option` and arrays of families
///   are families.
///
/// ```
/// use capsule::{Family, Rc, family};
///
/// struct Pair<'b>(Rc<'b, u32>, Rc<'b, u32>);
///
/// // What the derive writes:
/// impl Family for Pair<'static> {
///     type Of<'b> = Pair<'b>;
/// }
///
/// type Pairs = Vec<Pair<'static>>; // a family too: `Vec<Pair<'b>>`
/// type Names = family!(Vec<Rc<'b, str>>); // and this is another
/// ```
///
/// # Why `'static`
///
/// A family must not contain the brand of another region: its alias could stay there when the capsule
/// goes (ui test `send/rc_of_an_outer_region`). As the family is `'static`, the only brand in `Of<'b>` is `'b`.
///
/// # `Of<'b>` is a type for every `'b`
///
/// The compiler sees to that where an impl writes the type out, as the derive does, and [`family!`](crate::family) has it checked. An
/// impl that forwards to an associated type below `for<'b>` escapes the check (a bug of the compiler; the ui test
/// `compiler/known_brand_hole_by_projection` records it): write types out.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a family of types, so a capsule can't hold it",
    label = "not a family",
    note = "a capsule holds a type `T<'b>` for any brand `'b`: put `#[derive(Family)]` on the struct and \
            write `T<'static>` here, or write `family!(Vec<T<'b>>)` on the spot",
    note = "what has no brand is packed as `Plain<T>`"
)]
pub trait Family: 'static {
    /// The type in the region `'b`.
    type Of<'b>;
}

/// The name of a [`Family`] on the spot: `family!(Vec<Rc<'b, str>>)`.
///
/// The first lifetime that stands there is the brand. Where another comes first, name it:
/// `family!(for<'b> (Plain<Cow<'static, str>>, Rc<'b, str>))`.
///
/// ```
/// use capsule::{Capsule, Rc, family};
///
/// let capsule = Capsule::<family!(Vec<Rc<'b, str>>)>::new(|b| vec![Rc::from_str(b, "a"); 3]);
/// ```
///
/// It can't name type parameters of an enclosing function or impl: for these, derive [`Family`] for a struct that has them.
#[macro_export]
macro_rules! family {
    (@find {$($all:tt)*} $brand:lifetime $($rest:tt)*) => {
        $crate::family!(for<$brand> $($all)*)
    };
    (@find {$($all:tt)*} ($($inside:tt)*) $($rest:tt)*) => {
        $crate::family!(@find {$($all)*} $($inside)* $($rest)*)
    };
    (@find {$($all:tt)*} [$($inside:tt)*] $($rest:tt)*) => {
        $crate::family!(@find {$($all)*} $($inside)* $($rest)*)
    };
    (@find {$($all:tt)*} $token:tt $($rest:tt)*) => {
        $crate::family!(@find {$($all)*} $($rest)*)
    };
    (@find {$($all:tt)*}) => {
        $crate::__private::compile_error!(
            "there is no lifetime that could be the brand\n\nhelp: write one, as in `family!(Vec<Rc<'b, str>>)`; \
             what has no brand is packed as `Plain<T>`"
        )
    };
    (for<$brand:lifetime> $of:ty) => {
        $crate::__private::Named<
            dyn for<$brand> $crate::__private::At<$brand, Type = $of>,
            {
                // Nobody else asks whether this is a type for every brand: below `for`, the compiler doesn't.
                #[allow(dead_code, reason = "it is compiled, not run")]
                fn is_a_type_for_every_brand<$brand>() {
                    let _ = $crate::__private::PhantomData::<$of>;
                }
                true
            },
        >
    };
    ($($tokens:tt)*) => {
        $crate::family!(@find {$($tokens)*} $($tokens)*)
    };
}

/// `Type` is the type at `'b`: what the trait objects of [`family!`] say.
#[doc(hidden)]
pub trait At<'b> {
    /// The type.
    type Type;
}

/// The family that a trait object describes, and that was checked.
#[doc(hidden)]
pub struct Named<D: ?Sized, const CHECKED: bool>(PhantomData<fn() -> PhantomData<D>>);

impl<D: ?Sized, const CHECKED: bool> fmt::Debug for Named<D, CHECKED> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Named")
    }
}

impl<D: ?Sized + 'static + for<'b> At<'b>> Family for Named<D, true> {
    type Of<'b> = <D as At<'b>>::Type;
}

impl<T: 'static> Family for Plain<T> {
    type Of<'b> = Self;
}

impl<F: Family> Family for Vec<F> {
    type Of<'b> = Vec<F::Of<'b>>;
}

impl<F: Family> Family for Box<F> {
    type Of<'b> = Box<F::Of<'b>>;
}

impl<F: Family> Family for Option<F> {
    type Of<'b> = Option<F::Of<'b>>;
}

impl<F: Family, const N: usize> Family for [F; N] {
    type Of<'b> = [F::Of<'b>; N];
}

macro_rules! tuples {
    ($($T:ident)*) => {
        impl<$($T: Family),*> Family for ($($T,)*) {
            type Of<'b> = ($($T::Of<'b>,)*);
        }
    };
}

tuples! {}
tuples! { A }
tuples! { A B }
tuples! { A B C }
tuples! { A B C D }
tuples! { A B C D E }
tuples! { A B C D E G }
tuples! { A B C D E G H }
tuples! { A B C D E G H I }
tuples! { A B C D E G H I J }
tuples! { A B C D E G H I J K }
tuples! { A B C D E G H I J K L }
tuples! { A B C D E G H I J K L M }
