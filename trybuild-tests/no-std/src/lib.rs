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

/// Asked what it owns.
#[derive(Debug)]
#[cfg_attr(
    feature = "derive",
    derive(
        leak::AllowedInRc,
        leak::Disowns,
        leak::NeverGives,
        leak::RankedLeak,
        leak::RoutineDrop
    )
)]
pub struct Asked<'a> {
    /// A field.
    pub lent: Unleak<&'a u32>,
}

/// Shares one.
#[cfg(all(feature = "alloc", feature = "derive"))]
#[must_use]
pub fn shared(value: u32) -> u32 {
    let asked = leak::rc::Rc::new_allowed(Asked {
        lent: Unleak(&value),
    });
    **asked.clone().lent
}

/// Ends one, which can't be dropped, and doesn't share it.
#[must_use]
pub fn ended(value: u32) -> u32 {
    let value = leak::linear::Linear::new(value).into_inner();
    leak::linear::drop_routinely([value]);
    leak::linear::Bomb::new(value).into_inner()
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

/// A region, packed and opened.
#[cfg(feature = "alloc")]
#[must_use]
pub fn packed(value: u32) -> u32 {
    let capsule = capsule::Capsule::<capsule::family!(capsule::Rc<'b, u32>)>::new(|b| {
        capsule::Rc::new(b, value)
    });
    capsule.with_ref(|rc, _| **rc)
}

/// In a capsule.
#[cfg(all(feature = "alloc", feature = "derive"))]
#[derive(Debug, capsule::CapsuleSend, capsule::Family)]
pub struct Shared<'b>(pub capsule::Weak<'b, u32>);

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

/// An arena.
#[cfg(feature = "alloc")]
#[must_use]
pub fn in_an_arena(value: u32) -> u32 {
    leak::arena::scope(|arena| {
        let shared = arena.rc(leak::arena::Boxed::leak(arena.boxed(value)));
        shared.with(|value| **value)
    })
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

/// With an asynchronous destructor.
#[cfg(feature = "derive")]
#[derive(Debug, leak::async_drop::AsyncDrop)]
pub struct Session<T: leak::async_drop::AsyncDestruct> {
    /// Fields.
    pub values: [Option<T>; 2],
}

#[cfg(feature = "derive")]
impl<T: leak::async_drop::AsyncDestruct> leak::async_drop::AsyncDrop for Session<T> {
    async fn async_drop(self: core::pin::Pin<&mut Self>) {}
}

/// Destroys one.
#[cfg(feature = "derive")]
pub fn destroy(value: u32) -> impl Future<Output = ()> + Send {
    leak::async_drop::async_drop(Session {
        values: [Some(value), None],
    })
}

/// The part without the derive.
pub fn destroy_by_hand(value: u32) -> impl Future<Output = ()> + Send {
    use leak::async_drop::{async_drop, chain, noop};
    chain(async_drop((value, [value])), noop())
}

/// Destroys an erased one.
#[cfg(feature = "alloc")]
pub fn destroy_erased(value: u32) -> impl Future<Output = ()> + Send {
    use leak::async_drop::{PollDestruct, async_drop, poll_drop};
    extern crate alloc;
    let erased: alloc::boxed::Box<dyn PollDestruct + Send> =
        alloc::boxed::Box::new(poll_drop(value));
    async_drop(erased)
}
