//! Compiled to assembly by `tests/asm.rs`. Each function that begins with `own_` has a twin that
//! begins with `raw_`, and must compile to the same instructions.
#![no_std]
#![allow(warnings, reason = "only the assembly matters")]

extern crate alloc;

use core::mem::MaybeUninit;
use own_ref::states::update;
use own_ref::{Hole, Init, Own, boxed::BoxHole, init};

mod my_strings {
    include!("../expanded/pair.rs");
}
mod fetch {
    include!("../expanded/fetch.rs");
}

use fetch::{Connecting, Fetch, FetchState, Reading, ReadingPart};
use my_strings::{Pair, PairOwn};

pub struct Noisy(u32);

unsafe extern "C" {
    fn dropped(which: u32);
    safe fn opaque(value: *const u8);
    safe fn number(i: usize) -> u64;
}

impl Drop for Noisy {
    #[inline]
    fn drop(&mut self) {
        unsafe { dropped(self.0) }
    }
}

pub type Big = [[u64; 64]; 4096];

// -- passing is passing a pointer ---------------------------------------------

#[inline(never)]
#[unsafe(no_mangle)]
pub fn own_sink(own: Own<'_, [u64; 512]>) -> u64 {
    own[7]
}

#[inline(never)]
#[unsafe(no_mangle)]
pub fn raw_sink(own: *mut [u64; 512]) -> u64 {
    unsafe { (*own)[7] }
}

// -- split and drop ------------------------------------------------------------

#[unsafe(no_mangle)]
pub fn own_split(own: Own<'_, Pair>) {
    let PairOwn { a, b } = Own::split(own);
    drop(b);
    drop(a);
}

#[unsafe(no_mangle)]
pub unsafe fn raw_split(own: *mut Pair) {
    unsafe {
        core::ptr::drop_in_place(&raw mut (*own).b);
        core::ptr::drop_in_place(&raw mut (*own).a);
    }
}

// -- a part with one field, and its drop -----------------------------------------

#[unsafe(no_mangle)]
pub fn own_part(own: Own<'_, Pair>) -> u32 {
    let (a, rest) = Own::part(own).take_a();
    let number = a.0;
    core::mem::forget(a);
    drop(rest);
    number
}

#[unsafe(no_mangle)]
pub unsafe fn raw_part(own: *mut Pair) -> u32 {
    unsafe {
        let number = (*own).a.0;
        core::ptr::drop_in_place(&raw mut (*own).b);
        number
    }
}

// -- in place: no copies of the value ---------------------------------------------

#[unsafe(no_mangle)]
pub fn place_fill(hole: Hole<'_, Big>) -> Own<'_, Big> {
    hole.fill_init::<core::convert::Infallible, _, _>(|y| init::array(move |x| init::value(number(x * y))))
        .unwrap_or_else(|never| match never {})
}

#[unsafe(no_mangle)]
pub fn place_box() -> Result<alloc::boxed::Box<Big>, u8> {
    BoxHole::new().init(init::array(|y| init::array(move |x| init::value(number(x + y)))))
}

#[unsafe(no_mangle)]
pub fn place_state(fetch: &mut Fetch<Big, u32, [u64; 8]>) {
    update(fetch, |now| match now.state() {
        FetchState::Connecting(state) => {
            let (dial, rest) = state.part().take_dial();
            let part = ReadingPart::of(rest.carry());
            part.set_chunks(dial).set_read([1; 8]).finish().next()
        }
        FetchState::Reading(state) => state.next(),
        FetchState::Done(vacant) => vacant.rest(),
    });
}

/// What the test looks for, to know that it would find it.
#[unsafe(no_mangle)]
pub fn copy_control(from: &Big, to: &mut MaybeUninit<Big>) {
    to.write(*from);
}
