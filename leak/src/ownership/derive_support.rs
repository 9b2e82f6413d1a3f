//! The unsafe half of the derives of `AllowedInRc`, `Disowns`, `NeverGives` and `RankedLeak`, and that of `RoutineDrop`,
//! which is alike.

use super::{AllowedInRc, Disowns, Handle, NeverGives, Rank, RankedLeak};

/// The handle that is asked for. No value of it is there, so it may be unsized.
#[must_use]
pub fn handle<H: ?Sized + Handle>() -> fn(&H) {
    |_| {}
}

/// The rank that is asked for.
#[must_use]
pub fn rank<const N: usize>() -> Rank<N> {
    Rank
}

/// The field's type is inferred from its value, never written a second time: a type macro could
/// expand differently, an alias could be shadowed.
pub fn each_field_must_be_allowed_in_rc<F: ?Sized + AllowedInRc>((): (), _: &*const F) {}

/// As above.
pub fn each_field_must_disown<F: ?Sized + Disowns<H>, H: ?Sized>(_: fn(&H), _: &*const F) {}

/// As above.
pub fn each_field_must_never_give<F: ?Sized + NeverGives<H>, H: ?Sized>(_: fn(&H), _: &*const F) {}

/// As above.
pub fn each_field_must_have_rank<F: ?Sized + RankedLeak<N>, const N: usize>(
    _: Rank<N>,
    _: &*const F,
) {
}

/// As above.
pub fn each_field_must_drop_routinely<F: ?Sized + crate::RoutineDrop>((): (), _: &*const F) {}

/// The impl that a derive stands for, and the check that makes it sound.
///
/// `$check` is a block that the derive wrote. It passes every field of `$this`, of type `&Self`, as
/// a raw pointer to the function for the trait, with `*$asked`. `__unsafe_derive_leak!` says more.
#[doc(hidden)]
#[macro_export]
macro_rules! __unsafe_derive_ownership {
    (
        AllowedInRc of [] impl [$($generics:tt)*] for [$($ty:tt)*] where [$($predicates:tt)*]
        check $this:ident $asked:ident $check:block
    ) => {
        $crate::__private::check_of_fields! {
            [$($generics)*] [$($ty)*] [$($predicates)*] [()] [()] $this $asked $check
        }

        // SAFETY: clause 1: the check above, under the same predicates, proves it of every field,
        // and all that the type owns, it owns through a field.
        #[automatically_derived]
        unsafe impl $($generics)* $crate::AllowedInRc for $($ty)* where $($predicates)* {}
    };
    (
        Disowns of [$($handle:tt)*]
        impl [$($generics:tt)*] for [$($ty:tt)*] where [$($predicates:tt)*]
        check $this:ident $asked:ident $check:block
    ) => {
        $crate::__private::check_of_fields! {
            [$($generics)*] [$($ty)*] [$($predicates)*]
            [$($handle)*] [$crate::__private::handle::<$($handle)*>()]
            $this $asked $check
        }

        // SAFETY: clause 1: the check above, under the same predicates, proves it of every field,
        // and all that the type owns, it owns through a field. It is none itself: what is asked
        // for is a `Handle`, as the check proves too, and a handle doesn't derive this.
        #[automatically_derived]
        unsafe impl $($generics)* $crate::Disowns<$($handle)*> for $($ty)* where $($predicates)* {}
    };
    (
        NeverGives of [$($handle:tt)*]
        impl [$($generics:tt)*] for [$($ty:tt)*] where [$($predicates:tt)*]
        check $this:ident $asked:ident $check:block
    ) => {
        $crate::__private::check_of_fields! {
            [$($generics)*] [$($ty)*] [$($predicates)*]
            [$($handle)*] [$crate::__private::handle::<$($handle)*>()]
            $this $asked $check
        }

        // SAFETY: clause 1: the check above, under the same predicates, proves it of every field,
        // and what can be reached by the type is reached through a field. It is none itself: what
        // is asked for is a `Handle`, as the check proves too, and a handle doesn't derive this.
        #[automatically_derived]
        unsafe impl $($generics)* $crate::NeverGives<$($handle)*> for $($ty)*
        where $($predicates)* {}
    };
    (
        RankedLeak of [$least:tt] [$rank:tt]
        impl [$($generics:tt)*] for [$($ty:tt)*] where [$($predicates:tt)*]
        check $this:ident $asked:ident $check:block
    ) => {
        $crate::__private::check_of_fields! {
            [$($generics)*] [$($ty)*] [$($predicates)*]
            [$crate::ownership::Rank<$rank>] [$crate::__private::rank::<$least>()]
            $this $asked $check
        }

        // SAFETY: clause 1: the check above, under the same predicates, proves of every field that
        // it has the rank, or a lower one. All that the type owns, it owns through a field.
        #[automatically_derived]
        unsafe impl $($generics)* $crate::RankedLeak<$rank> for $($ty)* where $($predicates)* {}
    };
    (
        RoutineDrop of [] impl [$($generics:tt)*] for [$($ty:tt)*] where [$($predicates:tt)*]
        check $this:ident $asked:ident $check:block
    ) => {
        $crate::__private::check_of_fields! {
            [$($generics)*] [$($ty)*] [$($predicates)*] [()] [()] $this $asked $check
        }

        #[automatically_derived]
        impl $($generics)* $crate::RoutineDrop for $($ty)* where $($predicates)* {}
    };
}

/// The check. `$asked_type` tells the impls apart, `$asked_value` goes to the functions.
#[doc(hidden)]
#[macro_export]
macro_rules! __check_of_fields {
    (
        [$($generics:tt)*] [$($ty:tt)*] [$($predicates:tt)*] [$($asked_type:tt)*] [$asked_value:expr]
        $this:ident $asked:ident $check:block
    ) => {
        const _: () = {
            // Of a trait that nobody uses, so that the check doesn't count as a use of the fields:
            // the compiler still tells the user which of them are never read.
            trait __EveryFieldIsAsked<Asked> {
                fn check();
            }
            #[automatically_derived]
            impl $($generics)* __EveryFieldIsAsked<$($asked_type)*> for $($ty)*
            where $($predicates)*
            {
                fn check() {
                    // With `ref`, because a plain name is no variable where a constant has it.
                    let ref $asked = $asked_value;
                    let ref $this = *$crate::__private::a_value_of::<Self>();
                    // In a block of its own: what the user wrote stands outside.
                    {
                        use $crate::__private as private;
                        $check
                    }
                }
            }
        };
    };
}

/// The impl beside a `compile_error!`, so that uses of the type don't fail as well.
#[doc(hidden)]
#[macro_export]
macro_rules! __unsafe_ownership_after_error {
    (
        RoutineDrop of [] impl [$($generics:tt)*] for [$($ty:tt)*] where [$($predicates:tt)*]
    ) => {
        #[automatically_derived]
        impl $($generics)* $crate::RoutineDrop for $($ty)* where $($predicates)* {}
    };
    (
        $Trait:ident of [$($asked:tt)*]
        impl [$($generics:tt)*] for [$($ty:tt)*] where [$($predicates:tt)*]
    ) => {
        // SAFETY: there will be no value: the derive writes this beside an error only.
        #[automatically_derived]
        unsafe impl $($generics)* $crate::$Trait $($asked)* for $($ty)* where $($predicates)* {}
    };
}
