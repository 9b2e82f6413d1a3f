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

/// Fields.
#[cfg(feature = "derive")]
#[derive(Debug, own_ref::Fields)]
#[repr(C)]
pub struct Pair {
    /// A field.
    pub left: u32,
    /// Another.
    pub right: u8,
}

/// States.
#[cfg(feature = "derive")]
#[derive(Debug, own_ref::States)]
#[repr(C, u8)]
pub enum Machine {
    /// A state.
    Pair(Pair),
    /// The sentinel.
    #[sentinel]
    Done,
}

/// Updates it.
#[cfg(feature = "derive")]
pub fn update(machine: &mut Machine) {
    own_ref::states::update(machine, |now| match now.state() {
        MachineState::Pair(state) => state.part().drop_right().set_right(1).finish().next(),
        MachineState::Done(vacant) => vacant.rest(),
    });
}

/// Borrows from itself, without a heap.
#[cfg(feature = "derive")]
#[self_borrow::self_borrow]
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Line<'s> {
    /// An owner.
    #[lend('text)]
    pub text: &'s str,
    /// A dependent.
    pub word: &'text str,
}

/// Makes one.
#[cfg(feature = "derive")]
#[must_use]
pub fn first_byte(text: &str) -> usize {
    let line = Line::new(text, |text| text.get(..1).unwrap_or(text));
    line.word().len()
}

#[cfg(all(feature = "derive", feature = "alloc"))]
self_borrow::bind! {
    /// In a pinned box.
    #[derive(Debug)]
    pub struct Pinned bind 'a {
        /// An owner.
        pub numbers: !'a [u8; 4],
        /// A dependent.
        pub first: &'a u8,
    }
}

/// The pair, without macros.
#[must_use]
pub fn pair(text: &'static str) -> usize {
    use self_borrow::{Bound, Shared};

    self_borrow::family!(struct Tail<'a> = &'a str);
    let pair = Bound::<_, Tail>::new(Shared(text), |text| text.get(1..).unwrap_or(text));
    pair.with(|tail, _| tail.len())
}

/// Owns a value on the stack.
#[must_use]
pub fn owned(value: u32) -> u32 {
    let mut slot = own_ref::Slot::new();
    own_ref::Own::into_inner(slot.put(value))
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
