//! The unsafe half of `#[derive(Leak)]` and `#[derive(Unleak)]`.

use super::Leak;

/// What the check of a type inspects. A local variable, because an argument would make lifetime
/// errors speak of data that escapes.
#[must_use]
pub fn a_value_of<'a, T: ?Sized>() -> &'a T {
    unreachable!("the check of the fields is compiled, not run")
}

/// The field's type is inferred from its value, never written a second time: a type macro could
/// expand differently, an alias could be shadowed.
pub fn each_field_must_be_leak<F: ?Sized + Leak>(_: &*const F) {}

/// The impl that `#[derive(Leak)]` stands for, and the check that makes it sound.
///
/// `$check` is a block that the derive wrote. It borrows every field of `$this`, of type `&Self`,
/// as a raw pointer (so packed structs and unions work), and passes it to
/// `private::each_field_must_be_leak`. Its patterns name all fields and variants, so it doesn't
/// compile if another macro added some later.
#[doc(hidden)]
#[macro_export]
macro_rules! __unsafe_derive_leak {
    (
        impl [$($generics:tt)*] for [$($ty:tt)*] where [$($predicates:tt)*]
        check $this:ident $check:block
    ) => {
        const _: () = {
            // An impl, so that `Self` means what it means in the type's own `where` clause. Of a
            // trait that nobody uses, so that the check doesn't count as a use of the fields: the
            // compiler still tells the user which of them are never read.
            trait __EveryFieldMustBeLeak {
                fn check();
            }
            #[automatically_derived]
            impl $($generics)* __EveryFieldMustBeLeak for $($ty)*
            where $($predicates)*
            {
                fn check() {
                    use $crate::__private as private;
                    // With `ref`, because a plain name is no variable where a constant has it: then
                    // it is a pattern, and the check would look at the constant's type, which may
                    // be that of the same type for `'static`.
                    let ref $this = *$crate::__private::a_value_of::<Self>();
                    $check
                }
            }
        };

        // SAFETY: The check above, under the same predicates, proves that every field is `Leak`.
        // 1. Nothing rests on the destruction of a field, and the type is no more than its fields:
        // if something rests on the type's own `Drop` impl, then whoever wrote the unsafe code
        // that relies on it must have given the type a field that is not `Leak`, just as they
        // must with the auto trait. 2. All that the type owns, it owns through a field.
        #[automatically_derived]
        unsafe impl $($generics)* $crate::Leak for $($ty)*
        where $($predicates)*
        {
        }
    };
}

/// The impl that `#[derive(Unleak)]` stands for.
#[doc(hidden)]
#[macro_export]
macro_rules! __derive_unleak {
    (impl [$($generics:tt)*] for [$($ty:tt)*] where [$($predicates:tt)*]) => {
        // SAFETY: 1. Every lifetime in `Self: 'static` is `'static`, which never ends. 2. What the
        // value owns is part of its type, so it is `'static`, too.
        #[automatically_derived]
        unsafe impl $($generics)* $crate::Leak for $($ty)*
        where
            Self: 'static,
            $($predicates)*
        {
        }
    };
}

/// The impl beside a `compile_error!`, so that uses of the type don't fail as well.
#[doc(hidden)]
#[macro_export]
macro_rules! __unsafe_leak_after_error {
    (impl [$($generics:tt)*] for [$($ty:tt)*] where [$($predicates:tt)*]) => {
        // SAFETY: 1. and 2. There will be no value: the derive writes this beside an error only.
        #[automatically_derived]
        unsafe impl $($generics)* $crate::Leak for $($ty)*
        where $($predicates)*
        {
        }
    };
}
