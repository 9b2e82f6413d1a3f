//! Boxes, reference counts, strings and vectors.

use alloc::borrow::{Cow, ToOwned};
use alloc::boxed::Box;
use alloc::ffi::{CString, FromVecWithNulError, IntoStringError, NulError};
use alloc::rc;
use alloc::string::{self, FromUtf8Error, FromUtf16Error, String};
#[cfg(target_has_atomic = "ptr")]
use alloc::sync;
use alloc::vec::{self, Vec};

use super::macros::{leak_always, leak_if_content_is, leak_static};

leak_if_content_is! {
    [T: ?Sized] Box<T>;
    [T] Vec<T>;
    [T] vec::IntoIter<T>;

    [T: ?Sized] rc::Rc<T>;
    // A forgotten `Weak` keeps the memory of the value, not the value. It has the bound of the type
    // that it can be upgraded to, so that both are `Leak` for the same `T`.
    [T: ?Sized] rc::Weak<T>;
}

#[cfg(target_has_atomic = "ptr")]
leak_if_content_is! {
    [T: ?Sized] sync::Arc<T>;
    [T: ?Sized] sync::Weak<T>;
}

// SAFETY: clause 1: no destructor of its own. Clause 2: what it may own is `Leak`.
unsafe impl<B: ?Sized + ToOwned<Owned: crate::Leak>> crate::Leak for Cow<'_, B> {}

leak_static! {
    String, CString, NulError, FromVecWithNulError, IntoStringError, FromUtf8Error, FromUtf16Error,
}

leak_always! {
    // Takes characters out of a string. They have no destructor, so nothing is forgotten with it.
    [] string::Drain<'_>;
}
