//! The unsafe half of `#[derive(Fields)]`.
//!
//! The derive writes no `unsafe`. It stands in the macros here, next to `$crate`, so that a forged path
//! (`crate = path`) lends it to nobody. What they need to be sound is checked by the derive crate and
//! by the blocks that it passes; calling one of them by hand is like writing `unsafe`.

use core::fmt;
use core::marker::PhantomData;

/// A type that was inferred from a value. Invariant, so that lifetimes must be equal too.
pub struct Exactly<T>(PhantomData<fn(T) -> T>);

impl<T> Clone for Exactly<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Exactly<T> {}

impl<T> fmt::Debug for Exactly<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Exactly")
    }
}

/// The type of a place. By `&mut`, which is invariant: by `&` a `&'static str` would pass for a
/// `&'a str`. Call it in a `let` of its own, so that no expected type can make the compiler coerce the
/// reference.
#[must_use]
pub fn type_of<T>(_: &mut T) -> Exactly<T> {
    Exactly(PhantomData)
}

/// No types.
#[must_use]
pub fn nil() -> Exactly<()> {
    Exactly(PhantomData)
}

/// One more type, in front.
#[must_use]
pub fn cons<H, T>(_: Exactly<H>, _: Exactly<T>) -> Exactly<(H, T)> {
    Exactly(PhantomData)
}

/// Compiles if the type is `T`.
pub fn is<T>(_: Exactly<T>) {}

/// What a derive has to show of a type and nothing else needs.
pub trait Checked {
    /// Compiles if all is well. Nobody calls it.
    fn check(&mut self);
}

/// Implemented for every type that implements `Drop`, and by the derives for their type: there can't be
/// both. Fields that leave one by one would leave a destructor nothing to work on.
pub trait MustNotImplDrop {}

#[expect(drop_bounds, reason = "to conflict with an implementation of `Drop`")]
impl<T: Drop + ?Sized> MustNotImplDrop for T {}

/// `Unpin` if `T` is. The lifetime keeps the compiler from deciding a bound on it where it is written,
/// as it would for types without parameters.
#[derive(Debug)]
pub struct IfUnpin<'a, T>(PhantomData<(&'a (), T)>);

/// The field with this number. Bounds on it are different for each field: two that differ in lifetimes only
/// would be ambiguous (E0283).
pub struct Nth<'a, const N: usize, F>(pub &'a F);

impl<const N: usize, F: fmt::Debug> fmt::Debug for Nth<'_, N, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// `Debug` for a struct or variant. A function, as methods of the builders could be those of a trait that
/// the user has in scope.
///
/// # Errors
///
/// If writing fails.
pub fn debug(
    f: &mut fmt::Formatter<'_>,
    name: &str,
    is_tuple: bool,
    fields: &[(&str, &dyn fmt::Debug)],
) -> fmt::Result {
    if is_tuple {
        let mut tuple = f.debug_tuple(name);
        for (_, value) in fields {
            tuple.field(value);
        }
        tuple.finish()
    } else {
        let mut named = f.debug_struct(name);
        for (name, value) in fields {
            named.field(name, value);
        }
        named.finish()
    }
}

/// `Split` for a struct or enum without a destructor.
///
/// `$split` is a block that the derive wrote. It matches on `$this` with patterns that name every field
/// once, by `ref mut`, and passes each binding to `Claim::own` in a `let` of its own, so that what is
/// claimed is the field and not what it dereferences to.
#[doc(hidden)]
#[macro_export]
macro_rules! __unsafe_split {
    (
        impl [$($generics:tt)*] for [$($ty:tt)*] where [$($predicates:tt)*]
        owned [$lifetime:lifetime => $owned:ty]
        split $this:ident $claim:ident $split:block
    ) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::MustNotImplDrop for $($ty)*
        where $($predicates)*
        {
        }

        // SAFETY: 1. the patterns name every field once, and by `ref mut`, so each binding is the field
        // itself. 2. the claim ends here. 3. checked by `MustNotImplDrop`.
        #[automatically_derived]
        unsafe impl $($generics)* $crate::part::Split for $($ty)*
        where $($predicates)*
        {
            type Owned<$lifetime> = $owned;

            #[inline]
            fn split<$lifetime>(
                &mut self,
                $claim: &$crate::part::Claim<$lifetime>,
            ) -> <Self as $crate::part::Split>::Owned<$lifetime> {
                let $this = self;
                $split
            }
        }
    };
}

/// `Fields`, for a struct for which `__unsafe_split` has been called too.
///
/// `$check` is a block that the derive wrote: it takes references to all fields of `$this`, by a pattern
/// that names each of them, and compares their types with the lists.
#[doc(hidden)]
#[macro_export]
macro_rules! __unsafe_fields {
    (
        $(#[$attr:meta])*
        impl [$($generics:tt)*] for [$($ty:tt)*] where [$($predicates:tt)*]
        list [$list:ty] pinned [$pinned:ty] key [$key:ty]
        fields [$($name:literal $member:tt $(.$pin:ident)?;)*]
        check $this:ident $check:block
    ) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::Checked for $($ty)*
        where $($predicates)*
        {
            fn check(&mut self) {
                use $crate::__private as private;
                let $this = self;
                $check
            }
        }

        // SAFETY: 1. `check`: the pattern is exhaustive, the types are exact, in this order. 2. `check`
        // takes references to the fields, which the compiler refuses for fields that aren't aligned;
        // `MustNotImplDrop` in `__unsafe_split`; `Key` keeps the fields to those who see them. 3. `check` compares `Pinned` too; the
        // attributes of the fields say which are pinned, and no safe code has a pin of the struct.
        $(#[$attr])*
        #[automatically_derived]
        unsafe impl $($generics)* $crate::part::Fields for $($ty)*
        where $($predicates)*
        {
            type List = $list;
            type Pinned = $pinned;
            type Key = $key;
            const FIELDS: &'static [$crate::part::Field] = &[$(
                $crate::part::Field::new($name, $crate::__private::offset_of!(Self, $member))$(.$pin())?,
            )*];
        }
    };
}
