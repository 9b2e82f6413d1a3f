//! The libraries in a crate without std, and without alloc.
//!
//! `cargo test --workspace` compiles it among packages that do use std. The proof that nothing of
//! std is needed is `ci/checks/no-std.sh`: under `cfg(no_std_proof)` this crate defines what std
//! would define, and the compiler refuses to find a second one.

#![no_std]

#[cfg(no_std_proof)]
mod proof;

use core::marker::PhantomData;
use leak::{Leak, Unleak};

/// Plain data.
#[derive(Debug)]
#[cfg_attr(feature = "derive", derive(Leak))]
pub struct Sample {
    /// A field.
    pub value: u32,
}

/// A guard.
#[derive(Debug)]
#[cfg_attr(feature = "derive", derive(leak::Unleak))]
pub struct Guard<'a> {
    /// What for.
    pub of: PhantomData<Unleak<&'a ()>>,
}

/// The part without features: the trait and its bounds.
pub fn forget<T: Leak>(value: T) {
    leak::mem::forget(value);
}

/// The derives.
#[cfg(feature = "derive")]
pub fn forget_derived() {
    forget(Sample { value: 1 });
    forget(Guard::<'static> { of: PhantomData });
}

/// The place that needs `alloc` only.
#[cfg(feature = "alloc")]
#[must_use]
pub fn local_place(text: &str) -> usize {
    leak::local_scope(|s| {
        let held = s.own(text);
        held.len()
    })
}
