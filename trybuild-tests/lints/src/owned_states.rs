//! `#[derive(States)]`.

use core::marker::PhantomPinned;
use own_ref::states::update;
use own_ref::{Fields, States};

/// A state.
#[derive(Debug, Fields)]
#[repr(C)]
#[non_exhaustive]
pub struct Idle<Item> {
    /// Pinned.
    #[pin]
    pub item: Item,
}

/// Another.
#[derive(Debug, Fields)]
#[repr(C)]
#[non_exhaustive]
pub struct Busy<Item> {
    /// Pinned.
    #[pin]
    pub item: Item,
    /// Not pinned.
    pub work: u32,
    /// Pinned, and never to be moved.
    #[pin]
    pub marker: PhantomPinned,
}

/// The enum.
#[derive(Debug, States)]
#[repr(C, u8)]
#[expect(clippy::exhaustive_enums, reason = "not on what is generated")]
pub enum Machine<Item: Clone> {
    /// A state.
    Idle(Idle<Item>),
    /// Another.
    Busy(Busy<Item>),
    /// While it is being updated.
    #[sentinel]
    Broken,
}

/// Without parameters, and private.
#[derive(States)]
#[repr(C, u8)]
enum Small {
    /// A state.
    Idle(Idle<u8>),
    /// The sentinel.
    #[sentinel]
    Broken,
}

/// Updates both.
#[inline]
pub fn uses(machine: &mut Machine<String>) {
    update(machine, |now| match now.state() {
        MachineState::Idle(state) => BusyPart::of(state.part().carry())
            .set_work(1)
            .set_marker(PhantomPinned)
            .finish()
            .next(),
        MachineState::Busy(state) => state.next(),
        MachineState::Broken(vacant) => vacant.rest(),
    });
    let mut small = Small::Idle(Idle { item: 1 });
    update(&mut small, |now| match now.state() {
        SmallState::Idle(state) => state.next(),
        SmallState::Broken(vacant) => vacant.rest(),
    });
}
