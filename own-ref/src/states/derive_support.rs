//! The unsafe half of `#[derive(States)]`. As for `#[derive(Fields)]`, the derive writes no `unsafe`.

use crate::part::Fields;
use core::mem::MaybeUninit;

/// The payloads of an enum: what its `#[derive(States)]` names once, and then checks.
pub trait Payloads {
    /// Their types, as nested pairs: `(A, (B, ()))`.
    type List: AllPinned;
}

/// A list of payloads.
pub trait AllPinned {
    /// What is pinned in them when they are.
    type Pinned;
}

impl AllPinned for () {
    type Pinned = ();
}

impl<P: Fields, R: AllPinned> AllPinned for (P, R) {
    type Pinned = (P::Pinned, R::Pinned);
}

/// Memory of the size of an `E`, of which only the first byte is initialised: with `tag`.
///
/// # Panics
///
/// If `E` has no bytes.
#[must_use]
pub const fn only_tag<E>(tag: u8) -> MaybeUninit<E> {
    let mut memory = MaybeUninit::<E>::uninit();
    assert!(size_of::<E>() > 0, "the enum has no tag");
    // SAFETY: within the memory, by the assertion; bytes are always aligned.
    unsafe { memory.as_mut_ptr().cast::<u8>().write(tag) };
    memory
}

/// Compares what the derive counted with what the compiler did.
///
/// # Panics
///
/// If they differ.
pub const fn same_variant(same: bool) {
    assert!(
        same,
        "the enum is not `#[repr(C, u8)]`, or its variants are not those that `States` saw"
    );
}

/// `States` and `PinStates`, for an enum for whose variants `__unsafe_variant` is called too.
///
/// After an error, which is beside it, there is nothing to check, and no sentinel.
///
/// `$check` and `$pick` are blocks that the derive wrote: the first matches on `$this`, names every
/// variant, and compares the payloads' types with the list; the second asks for the payload of one
/// variant after the other.
#[doc(hidden)]
#[macro_export]
macro_rules! __unsafe_states {
    (
        impl [$($generics:tt)*] for [$($ty:tt)*] where [$($predicates:tt)*]
        payloads [$list:ty]
        variants [$($variant:ident: $payload:ty = $tag:literal;)*]
        sentinel $($sentinel:ident)? = $sentinel_tag:literal
        state [$lifetime:lifetime $memory:ident => $state:ty]
        check $this:ident $check:block
        pick $current:ident $pick:block
    ) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::MustNotImplDrop for $($ty)*
        where $($predicates)*
        {
        }

        #[automatically_derived]
        impl $($generics)* $crate::__private::Payloads for $($ty)*
        where $($predicates)*
        {
            type List = $list;
        }

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

        // SAFETY: 1. the `repr` attribute; should a macro have taken it away, then `LAYOUT` doesn't
        // compile: it has the size and alignment of the enum compared, and then, for each variant,
        // the tag and the offset of the payload. `MustNotImplDrop`. 2. `check` names the sentinel with
        // braces around nothing. 3. all variants are there, as `check` matches on them.
        #[automatically_derived]
        unsafe impl $($generics)* $crate::states::States for $($ty)*
        where $($predicates)*
        {
            const SENTINEL: $crate::__private::u8 = $sentinel_tag;
            const LAYOUT: $crate::states::Layout = {
                let __layout = $crate::states::Layout::of::<Self>(&[
                    $($crate::states::Layout::payload::<$payload>(),)*
                ]);
                $({
                    // An update makes this variant, so it isn't dead code.
                    let _: fn($payload) -> Self = Self::$variant;
                    let __memory = $crate::__private::only_tag::<Self>($tag);
                    let __memory = $crate::__private::MaybeUninit::as_ptr(&__memory);
                    // SAFETY: the pattern reads the tag; if that isn't the first byte alone, it reads
                    // uninitialised memory, which is an error, as this is evaluated by the compiler. For
                    // the same reason it is never more than an error that the reference is to a payload that
                    // isn't there. It is used for nothing but its address.
                    let __payload = unsafe {
                        match *__memory {
                            Self::$variant(ref __payload) => {
                                $crate::__private::Some(&raw const *__payload)
                            }
                            _ => $crate::__private::None,
                        }
                    };
                    $crate::__private::same_variant(match __payload {
                        // SAFETY: both point into `__memory`.
                        $crate::__private::Some(__payload) => unsafe {
                            __payload.byte_offset_from(__memory)
                                == $crate::states::Layout::offset(&__layout).cast_signed()
                        },
                        $crate::__private::None => false,
                    });
                })*
                $({
                    let _: fn() -> Self = || Self::$sentinel {};
                    let __memory = $crate::__private::only_tag::<Self>($sentinel_tag);
                    let __memory = $crate::__private::MaybeUninit::as_ptr(&__memory);
                    // SAFETY: as above.
                    let __sentinel = unsafe { $crate::__private::matches!(*__memory, Self::$sentinel {}) };
                    $crate::__private::same_variant(__sentinel);
                })?
                __layout
            };
            type State<$lifetime, $memory: $crate::part::Brand> = $state;

            #[inline]
            fn pick<$memory: $crate::part::Brand>(
                $current: $crate::states::Current<'_, Self, $memory>,
            ) -> <Self as $crate::states::States>::State<'_, $memory> {
                $pick
            }
        }

        // SAFETY: 1. by the bound of the implementation of `Unpin` below, the only one there can be;
        // `check` compares its list with the payloads. 2. no other derive pins fields of the enum, as it
        // would implement `Unpin` too; `MustNotImplDrop`.
        #[automatically_derived]
        unsafe impl $($generics)* $crate::states::PinStates for $($ty)*
        where $($predicates)*
        {
        }

        #[automatically_derived]
        impl $($generics)* $crate::__private::Unpin for $($ty)*
        where
            $($predicates)*
            for<'__pin> $crate::__private::IfUnpin<
                '__pin,
                <
                    <Self as $crate::__private::Payloads>::List as $crate::__private::AllPinned
                >::Pinned,
            >: $crate::__private::Unpin,
        {
        }
    };
}

/// `Variant` for the payload of one variant.
#[doc(hidden)]
#[macro_export]
macro_rules! __unsafe_variant {
    (
        impl [$($generics:tt)*] for [$payload:ty] of [$($ty:tt)*] where [$($predicates:tt)*]
        variant [$enum:ident $variant:ident] = $tag:literal
    ) => {
        // SAFETY: 1. `payload` has a pattern with one field, and its type is exactly `Self`. The constant
        // `LAYOUT` of `__unsafe_states` compares the tag.
        #[automatically_derived]
        unsafe impl $($generics)* $crate::states::Variant<$($ty)*> for $payload
        where $($predicates)*
        {
            const TAG: $crate::__private::u8 = $tag;

            fn payload<'__of>(
                __of: &'__of mut $($ty)*
            ) -> $crate::__private::Option<&'__of mut Self> {
                match *__of {
                    $enum::$variant(ref mut __payload) => {
                        let __exact = $crate::__private::type_of(__payload);
                        $crate::__private::is::<Self>(__exact);
                        $crate::__private::Some(__payload)
                    }
                    _ => $crate::__private::None,
                }
            }
        }
    };
}
