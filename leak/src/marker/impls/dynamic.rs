//! Boxes of std's own trait objects.
//!
//! `dyn Any` itself can't have an impl on nightly, since no auto trait may be implemented for a
//! trait object. A pointer to it can, and doesn't clash with the impl for `Box<T: Leak>`: this
//! crate owns the trait, so the compiler knows that `dyn Any` never has it.

use alloc::boxed::Box;
use alloc::rc::Rc;
#[cfg(target_has_atomic = "ptr")]
use alloc::sync::Arc;
use core::any::Any;
use core::error::Error;

use super::macros::leak_static;

leak_static! {
    // The payload of a panic. With these, `std::thread::Result<T>` is `Leak` if `T` is.
    Box<dyn Any>,
    Box<dyn Any + Send>,
    Box<dyn Any + Send + Sync>,
    Box<dyn Error>,
    Box<dyn Error + Send>,
    Box<dyn Error + Send + Sync>,

    Rc<dyn Any>,
    Rc<dyn Error>,
}

#[cfg(target_has_atomic = "ptr")]
leak_static! {
    Arc<dyn Any + Send + Sync>,
    Arc<dyn Error + Send + Sync>,
}
