//! What expansions of this crate's macros use. Not for anyone else, and not stable.

// What users know, under one path with the rest.
pub use crate::{
    AsyncStep0, AsyncStep1, AsyncStep2, AsyncStep3, AsyncStep4, AsyncStep5, AsyncStep6, AsyncStep7,
    AsyncStep8, Bound, Exclusive, FamilyAt, MutOf, RefOf, Shared, Step0, Step1, Step2, Step3,
    Step4, Step5, Step6, Step7, Step8,
};

// One owner and one dependent.
pub use crate::single::{
    Fields, OwnerOf, build, change, into_single, step, step_async, try_build, try_change, try_step,
    try_step_async, unbind, with, with_mut,
};
pub use crate::{AsyncStep, Built, Change, LentTo, Pair, Step, TryAsyncStep, TryChange, TryStep};

// Asynchronous steps.
pub use crate::__unsafe_building as unsafe_building;
pub use crate::pending::{Beside, Building, Fallible, Outcome, Pending, Sure, ToBuild};

// Pinned structs.
#[cfg(any(feature = "alloc", feature = "own-ref"))]
pub use crate::pinned::{
    LendInline, LendInlineAt, MustNotImplDrop, NeverUnpin, PinnedBound, PinnedStruct, project,
    project_mut,
};
#[cfg(feature = "own-ref")]
pub use crate::pinned::{LendOne, pin_in};
#[cfg(feature = "alloc")]
pub use crate::pinned::{into_owner, pin_box};
#[cfg(any(feature = "alloc", feature = "own-ref"))]
pub use crate::{
    __pinned_box as pinned_box, __pinned_slot as pinned_slot, __unsafe_pinned as unsafe_pinned,
};
#[cfg(feature = "alloc")]
pub use alloc::boxed::Box;
#[cfg(feature = "own-ref")]
pub use own_ref::{PinSlot, Tracked};

// What is usually in scope, and may mean something else where a macro is called.
pub use core::clone::Clone;
pub use core::cmp::{Eq, Ord, Ordering, PartialEq, PartialOrd};
pub use core::convert::Infallible;
pub use core::fmt::{self, Debug};
pub use core::future::Future;
pub use core::hash::{Hash, Hasher};
pub use core::marker::{PhantomData, Unpin};
pub use core::ops::{Deref, FnOnce};
pub use core::option::Option::{self, None, Some};
pub use core::pin::Pin;
pub use core::primitive::{bool, usize};
pub use core::result::Result::{self, Err, Ok};
pub use core::task::{Context, Poll};

/// A field of a builder that has no value yet.
#[derive(Debug, Clone, Copy)]
pub struct Missing;

/// After an error: `<[(); { compile_error!(…) }] as Mistaken>::Type` is the compiler's error type.
pub trait Mistaken {
    /// Never seen.
    type Type;
}

impl<const N: usize> Mistaken for [(); N] {
    type Type = Infallible;
}

/// Errors are reported by the same path as everything else: whoever could silence them has
/// replaced the expansion, too.
pub use core::compile_error;
