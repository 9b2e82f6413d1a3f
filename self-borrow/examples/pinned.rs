//! A parser that borrows from its own buffer, on the stack: no heap at all.
//!
//! ```text
//! cargo run -p self-borrow --example pinned
//! ```
//!
//! The buffer is a field of the struct. So the struct can't move: it is built in a slot, and pinned.
#![no_std]
#![forbid(unsafe_code)]

extern crate std;

use core::pin::pin;
use core::str;
use own_ref::PinSlot;
use self_borrow::{bind, self_borrow};
use std::println;

/// A message of some network, as it came.
#[self_borrow]
pub struct Message {
    /// The bytes: in here, not behind a pointer.
    #[lend(inline 'bytes)]
    bytes: [u8; 32],
    /// What they say.
    header: Header<'bytes>,
    /// When it came.
    time: u32,
}

bind! {
    /// The same with a mutable lend.
    pub struct Scratch bind 'a {
        buffer: !'a mut [u8; 16],
        rest: &'a mut [u8],
    }
}

/// Two texts of the message, and the rest of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Header<'b> {
    from: &'b str,
    to: &'b str,
    rest: &'b [u8],
}

/// What is wrong with a message.
#[derive(Debug, PartialEq)]
pub enum Malformed {
    /// It ends too early.
    Short,
    /// A name is no text.
    NotText,
}

fn header(bytes: &[u8; 32]) -> Result<Header<'_>, Malformed> {
    let name = |bytes: &'_ [u8]| {
        bytes
            .iter()
            .position(|&byte| byte == 0)
            .ok_or(Malformed::Short)
    };
    let (from, rest) = bytes.split_at(name(bytes)?);
    let rest = &rest[1..];
    let (to, rest) = rest.split_at(name(rest)?);
    Ok(Header {
        from: str::from_utf8(from).map_err(|_| Malformed::NotText)?,
        to: str::from_utf8(to).map_err(|_| Malformed::NotText)?,
        rest: &rest[1..],
    })
}

fn bytes(text: &[u8]) -> [u8; 32] {
    let mut bytes = [0xff; 32];
    bytes[..text.len()].copy_from_slice(text);
    bytes
}

fn main() {
    let slot = pin!(PinSlot::<Message>::new());
    let Ok(mut message) = Message::try_pin_in(slot, bytes(b"ada\0charles\0+1"), header, 7) else {
        panic!("it is well-formed");
    };
    let Header { from, to, rest } = *message.header();
    println!("{}: from {from} to {to}: {:?}", message.time(), &rest[..2]);
    assert_eq!((from, to, &rest[..2]), ("ada", "charles", b"+1".as_slice()));

    // What it borrows lies in the struct itself, which lies on the stack.
    let here = core::ptr::from_ref(&*message).addr();
    let inside = here..here + size_of::<Message>();
    assert!(inside.contains(&from.as_ptr().addr()) && inside.contains(&rest.as_ptr().addr()));
    // The bytes, the three slices, the time.
    assert_eq!(size_of::<Message>(), 32 + 3 * size_of::<&str>() + 8);

    // Made anew from the same bytes.
    message.as_mut().with_mut(|message| {
        *message.header = Header {
            rest: &message.bytes[..3],
            ..*message.header
        };
    });
    assert_eq!(message.header().rest, b"ada");

    // What is malformed comes back.
    let slot = pin!(PinSlot::<Message>::new());
    let failed = Message::try_pin_in(slot, bytes(b"no end"), header, 8);
    assert!(failed.is_err_and(|(error, given)| error == Malformed::Short && given[0] == b'n'));

    // A mutable lend: the buffer is filled piece by piece.
    let slot = pin!(PinSlot::<Scratch>::new());
    let mut scratch = Scratch::pin_in(slot, [0; 16], |buffer| buffer);
    for piece in [b"one ".as_slice(), b"two ", b"three"] {
        scratch.as_mut().with_rest_mut(|rest| {
            let (here, later) = core::mem::take(rest).split_at_mut(piece.len());
            here.copy_from_slice(piece);
            *rest = later;
        });
    }
    assert_eq!(scratch.rest().len(), 3);
    println!("{} of 16 bytes are left", scratch.rest().len());
}
