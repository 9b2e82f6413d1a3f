//! What expansions of this crate's macros use. Not for anyone else, and not stable.

// `unsize!`
pub use crate::pinned::Rest;
pub use crate::unsize::{Coerce, Frame, into_frame, out_of_frame};

// `derive(Fields)`
pub use crate::part::derive_support::{
    Checked, Exactly, IfUnpin, MustNotImplDrop, Nth, cons, debug, is, nil, type_of,
};
pub use crate::part::{Claim, Fields};
pub use crate::{__unsafe_fields as unsafe_fields, __unsafe_split as unsafe_split};

// `derive(States)`
pub use crate::states::derive_support::{AllPinned, Payloads, only_tag, same_variant};
pub use crate::{__unsafe_states as unsafe_states, __unsafe_variant as unsafe_variant};

// What is usually in scope, and may mean something else where a macro is called.
pub use core::convert::From;
pub use core::fmt::{self, Debug};
pub use core::marker::Unpin;
pub use core::mem::{MaybeUninit, offset_of};
pub use core::ops::{Deref, DerefMut};
pub use core::option::Option::{self, None, Some};
pub use core::pin::Pin;
pub use core::primitive::u8;
pub use core::result::Result::{self, Err, Ok};

/// Errors are reported by the same path as everything else: whoever could silence them has
/// replaced the expansion, too.
pub use core::{compile_error, matches};
