use std::sync::mpsc;

use super::{Receiver, Sender, SyncSender};
use crate::Leak;

/// A channel whose buffer grows without limit: [`std::sync::mpsc::channel`] for messages that may
/// be forgotten.
///
/// ```
/// use leak::sync::mpsc::channel;
///
/// let (sender, receiver) = channel();
/// std::thread::scope(|s| {
///     s.spawn(move || (0..3).try_for_each(|n| sender.send(n)));
///     assert_eq!(receiver.iter().sum::<i32>(), 3);
/// });
/// ```
#[must_use]
pub fn channel<T: Leak>() -> (Sender<T>, Receiver<T>) {
    // INVARIANT: `T: Leak`.
    let (sender, receiver) = mpsc::channel();
    (Sender::wrap(sender), Receiver(receiver))
}

/// A channel whose buffer has room for `bound` messages: [`std::sync::mpsc::sync_channel`] for
/// messages that may be forgotten.
///
/// ```
/// use leak::sync::mpsc::{TrySendError, sync_channel};
///
/// let (sender, receiver) = sync_channel(1);
/// assert_eq!(sender.try_send(1), Ok(()));
/// assert_eq!(sender.try_send(2), Err(TrySendError::Full(2)));
/// assert_eq!(receiver.recv(), Ok(1));
/// ```
#[must_use]
pub fn sync_channel<T: Leak>(bound: usize) -> (SyncSender<T>, Receiver<T>) {
    // INVARIANT: `T: Leak`.
    let (sender, receiver) = mpsc::sync_channel(bound);
    (SyncSender::wrap(sender), Receiver(receiver))
}

/// A channel without a buffer, for messages of any type. Each `send` waits until the message has
/// been received.
///
/// ```
/// use leak::{Unleak, sync::mpsc::rendezvous};
///
/// let name = String::from("ann");
/// let (sender, receiver) = rendezvous();
/// std::thread::scope(|s| {
///     s.spawn(|| sender.send(Unleak(&name)));
///     assert_eq!(receiver.recv().map(|guard| guard.len()), Ok(3));
/// });
/// ```
///
/// # Why any type
///
/// At every moment, a message is owned by a stack frame: that of the sender until it is received,
/// and then that of the receiver. The channel itself never owns it. Hence:
///
/// - A message that nobody takes stays with its sender. If the receiver is dropped meanwhile,
///   `send` gives the message back in its error. If the receiver is forgotten instead, `send` waits
///   for ever, and the lifetimes of the frame don't end.
/// - A receiver can't be parked in its own channel. Who sends it waits for it to be received, which
///   is left to nobody, and so waits for ever with the receiver in its frame.
///   [`SyncSender::try_send`] doesn't wait: as no one is there to receive, it gives the receiver
///   back.
///
/// The same goes for several channels in a circle. Something that is owned by frames alone can't
/// own itself.
///
/// The ends are nevertheless [`Leak`] only if `T` is: their types are those of [`sync_channel`],
/// which may have a buffer.
#[must_use]
pub fn rendezvous<T>() -> (SyncSender<T>, Receiver<T>) {
    // INVARIANT: the channel has no buffer.
    let (sender, receiver) = mpsc::sync_channel(0);
    (SyncSender::wrap(sender), Receiver(receiver))
}

/// A channel whose buffer grows without limit, for messages of any type.
///
/// ```
/// use leak::{Unleak, sync::mpsc::channel_unchecked};
///
/// let name = String::from("ann");
/// // SAFETY: clause 1: both ends are dropped at the end of this block, before `name`. A message is
/// // a reference, which can't own the receiver.
/// let (sender, receiver) = unsafe { channel_unchecked() };
/// sender.send(Unleak(&name)).ok();
/// assert_eq!(receiver.recv().map(|guard| guard.len()), Ok(3));
/// ```
///
/// # Safety
///
/// 1. Before a lifetime in `T` ends, all messages are received or the receiver is dropped. So the
///    receiver isn't forgotten or owned by one of the messages, directly or in a circle. Safe code
///    that is given the ends can bring about both.
#[must_use]
pub unsafe fn channel_unchecked<T>() -> (Sender<T>, Receiver<T>) {
    // INVARIANT: the caller has the duty, by clause 1.
    let (sender, receiver) = mpsc::channel();
    (Sender::wrap(sender), Receiver(receiver))
}

/// A channel whose buffer has room for `bound` messages, of any type. See [`channel_unchecked`] for
/// an example.
///
/// # Safety
///
/// 1. As for [`channel_unchecked`].
#[must_use]
pub unsafe fn sync_channel_unchecked<T>(bound: usize) -> (SyncSender<T>, Receiver<T>) {
    // INVARIANT: the caller has the duty, by clause 1.
    let (sender, receiver) = mpsc::sync_channel(bound);
    (SyncSender::wrap(sender), Receiver(receiver))
}
