//! The macros that expansions of pinned structs call.

/// Declares a pinned struct.
///
/// It holds an `unsafe impl`: an expansion contains no `unsafe`, which could be turned against the user's crate.
#[doc(hidden)]
#[macro_export]
macro_rules! __unsafe_pinned {
    (
        $(#[$attr:meta])* $vis:vis struct $name:ident [$($generics:tt)*] [$($impl:tt)*] [$($ty:tt)*] where [$($predicates:tt)*]
        bound $bound:ty;
    ) => {
        $(#[$attr])*
        #[repr(transparent)]
        $vis struct $name $($generics)* where $($predicates)* {
            bound: $bound,
        }

        // SAFETY: 1. as declared above. 2. by the two implementations below, there can't be others.
        #[automatically_derived]
        unsafe impl $($impl)* $crate::__private::PinnedStruct<$bound> for $name $($ty)* where $($predicates)* {}

        #[automatically_derived]
        impl $($impl)* $crate::__private::Unpin for $name $($ty)*
        where
            for<'never> $crate::__private::NeverUnpin<'never>: $crate::__private::Unpin,
            $($predicates)*
        {
        }

        #[automatically_derived]
        impl $($impl)* $crate::__private::MustNotImplDrop for $name $($ty)* where $($predicates)* {}
    };
}

/// The functions that build a pinned struct in a box, and take it apart.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "alloc")]
macro_rules! __pinned_box {
    (
        error [$error:ident] slot [$slot:lifetime]
        vis [$($vis:tt)*] params [$($params:tt)*] try_params [$($try_params:tt)*] calls [$($calls:tt)*]
        owners [$owners:expr] pattern [$pattern:pat] given [$given:ty] back [$back:expr]
        build [$build:expr] owners_vis [$($owners_vis:tt)*]
    ) => {
        /// Builds it in a box, where it stays: values for what borrows nothing, closures for what borrows, in the order of
        /// the declaration.
        #[inline]
        $($vis)* fn pin_box($($params)*) -> $crate::__private::Pin<$crate::__private::Box<Self>> {
            match Self::try_pin_box::<$crate::__private::Infallible>($($calls)*) {
                $crate::__private::Ok(built) => built,
                $crate::__private::Err((never, _)) => match never {},
            }
        }

        /// Builds it in a box, where it stays, by closures that may fail.
        ///
        /// # Errors
        ///
        /// The error of the closure, and the owners.
        #[inline]
        $($vis)* fn try_pin_box<$error>($($try_params)*)
            -> $crate::__private::Result<
                $crate::__private::Pin<$crate::__private::Box<Self>>,
                ($error, $given),
            >
        {
            match $crate::__private::pin_box::<Self, _, _, $error>($owners, $build) {
                $crate::__private::Ok(built) => $crate::__private::Ok(built),
                $crate::__private::Err((error, $pattern)) => $crate::__private::Err((error, $back)),
            }
        }

        /// Drops the fields that borrow, and gives the owners back.
        #[inline]
        #[must_use = "to drop all, drop the struct"]
        $($owners_vis)* fn into_owners(self: $crate::__private::Pin<$crate::__private::Box<Self>>) -> $given {
            let $pattern = $crate::__private::into_owner(self);
            $back
        }
    };
}

/// The library has no allocator.
#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "alloc"))]
macro_rules! __pinned_box {
    ($($tokens:tt)*) => {};
}

/// The functions that build a pinned struct in a slot.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "own-ref")]
macro_rules! __pinned_slot {
    (
        error [$error:ident] slot [$slot:lifetime]
        vis [$($vis:tt)*] params [$($params:tt)*] try_params [$($try_params:tt)*] calls [$($calls:tt)*]
        owners [$owners:expr] pattern [$pattern:pat] given [$given:ty] back [$back:expr]
        build [$build:expr] owners_vis [$($owners_vis:tt)*]
    ) => {
        /// Builds it in a slot of `own_ref`, where it stays: values for what borrows nothing, closures for what borrows, in
        /// the order of the declaration.
        #[inline]
        $($vis)* fn pin_in<$slot>(
            slot: $crate::__private::Pin<&$slot mut $crate::__private::PinSlot<Self>>,
            $($params)*
        ) -> $crate::__private::Pin<$crate::__private::Tracked<$slot, Self>> {
            match Self::try_pin_in::<$crate::__private::Infallible>(slot, $($calls)*) {
                $crate::__private::Ok(built) => built,
                $crate::__private::Err((never, _)) => match never {},
            }
        }

        /// Builds it in a slot of `own_ref`, where it stays, by closures that may fail.
        ///
        /// # Errors
        ///
        /// The error of the closure, and the owners.
        #[inline]
        $($vis)* fn try_pin_in<$slot, $error>(
            slot: $crate::__private::Pin<&$slot mut $crate::__private::PinSlot<Self>>,
            $($try_params)*
        ) -> $crate::__private::Result<
            $crate::__private::Pin<$crate::__private::Tracked<$slot, Self>>,
            ($error, $given),
        > {
            match $crate::__private::pin_in::<Self, _, _, $error>(slot, $owners, $build) {
                $crate::__private::Ok(built) => $crate::__private::Ok(built),
                $crate::__private::Err((error, $pattern)) => $crate::__private::Err((error, $back)),
            }
        }
    };
}

/// The library has no slots.
#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "own-ref"))]
macro_rules! __pinned_slot {
    ($($tokens:tt)*) => {};
}
