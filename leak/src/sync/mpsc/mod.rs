//! Channels: `std::sync::mpsc`, with `T: Leak` where a message may be forgotten.
//!
//! A channel with a buffer can hold its own receiver: send the receiver into the channel, and drop
//! the sender. Nobody can receive any more, and the buffer, kept alive by the receiver in it, is
//! never destroyed. So [`channel`] and [`sync_channel`] take messages that may be forgotten:
//!
//! ```
//! use leak::sync::mpsc::channel;
//!
//! let (sender, receiver) = channel();
//! sender.send(7)?;
//! assert_eq!(receiver.recv(), Ok(7));
//! # Ok::<_, leak::sync::mpsc::SendError<i32>>(())
//! ```
//!
//! and refuse guards that borrow:
//!
//! ```compile_fail,E0597
//! use leak::{Unleak, sync::mpsc::channel};
//!
//! let name = String::from("ann");
//! let (sender, receiver) = channel();
//! sender.send(Unleak(&name)).ok(); // `name` does not live long enough
//! ```
//!
//! A [`rendezvous`] channel has no buffer, and takes messages of any type.

mod ends;
mod make;

pub use std::sync::mpsc::{
    IntoIter, Iter, RecvError, RecvTimeoutError, SendError, TryIter, TryRecvError, TrySendError,
};

pub use ends::{Receiver, Sender, SyncSender};
pub use make::{channel, channel_unchecked, rendezvous, sync_channel, sync_channel_unchecked};
