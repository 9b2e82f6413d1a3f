//! The unsafe half of `#[derive(CapsuleSend)]`, and the whole of `#[derive(Family)]`.

use crate::CapsuleSend;

/// What the check of a type inspects. A local variable, because an argument would make lifetime
/// errors speak of data that escapes.
#[must_use]
pub fn a_value_of<'a, T: ?Sized>() -> &'a T {
    unreachable!("the check of the fields is compiled, not run")
}

/// The field's type is inferred from its value, never written a second time: a type macro could
/// expand differently, an alias could be shadowed.
pub fn each_field_must_be_capsule_send<F: ?Sized + CapsuleSend>(_: &*const F) {}

/// For a field with `#[capsule(send)]`.
pub fn each_send_field_must_be_send_and_static<F: ?Sized + Send + 'static>(_: &*const F) {}

/// The impl that `#[derive(CapsuleSend)]` stands for, and the check that makes it sound.
///
/// `$check` is a block that the derive wrote. It borrows every field of `$this`, of type `&Self`,
/// as a raw pointer (so packed structs work), and passes it to one of the functions above. Its
/// patterns name all fields and variants, so it doesn't compile if another macro added some later.
#[doc(hidden)]
#[macro_export]
macro_rules! __unsafe_derive_capsule_send {
    (
        impl [$($generics:tt)*] for [$($ty:tt)*] where [$($predicates:tt)*]
        check $this:ident $check:block
    ) => {
        const _: () = {
            // An impl, so that `Self` means what it means in the type's own `where` clause. Of a
            // trait that nobody uses, so that the check doesn't count as a use of the fields: the
            // compiler still tells the user which of them are never read.
            trait __EveryFieldMustBeCapsuleSend {
                fn check();
            }
            #[automatically_derived]
            impl $($generics)* __EveryFieldMustBeCapsuleSend for $($ty)*
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

        // SAFETY: The check above, under the same predicates, proves of every field that it is
        // `CapsuleSend`, or `Send + 'static`. The type is no more than its fields. 1. What is shared is
        // shared through a field: of the same brand, as the type has no other than its fields', or by
        // itself. 2. Each field may be used on any thread. If the type's own `Drop` impl or methods
        // rely on a thread, then by unsafe code, whose author must have given the type a
        // field that says so, just as with `Send`. 3. A field that is `CapsuleSend` has such lifetimes,
        // and one that is `'static` has no others.
        #[automatically_derived]
        unsafe impl $($generics)* $crate::CapsuleSend for $($ty)*
        where $($predicates)*
        {
        }
    };
}

/// The impl beside a `compile_error!`, so that uses of the type don't fail as well.
#[doc(hidden)]
#[macro_export]
macro_rules! __unsafe_capsule_send_after_error {
    (impl [$($generics:tt)*] for [$($ty:tt)*] where [$($predicates:tt)*]) => {
        // SAFETY: 1. to 3. There will be no value: the derive writes this beside an error only.
        #[automatically_derived]
        unsafe impl $($generics)* $crate::CapsuleSend for $($ty)*
        where $($predicates)*
        {
        }
    };
}

/// The impl that `#[derive(Family)]` stands for.
#[doc(hidden)]
#[macro_export]
macro_rules! __derive_family {
    (
        impl [$($generics:tt)*] for [$($ty:tt)*] where [$($predicates:tt)*]
        of $brand:lifetime [$($of:tt)*]
    ) => {
        #[automatically_derived]
        impl<$($generics)*> $crate::Family for $($ty)*
        where $($predicates)*
        {
            type Of<$brand> = $($of)*;
        }
    };
}
