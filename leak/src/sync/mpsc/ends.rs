use core::fmt;
use core::marker::PhantomData;
use core::time::Duration;
use std::sync::mpsc;

use super::{
    IntoIter, Iter, RecvError, RecvTimeoutError, SendError, TryIter, TryRecvError, TrySendError,
};
use crate::Leak;

/// The sending end of a [`channel`](super::channel). It never waits.
///
/// # Invariants
///
/// `T: Leak`, or the caller of [`channel_unchecked`](super::channel_unchecked) has taken over the
/// duty that is described there.
pub struct Sender<T>(mpsc::Sender<T>, Invariant<T>);

/// The sending end of a [`sync_channel`](super::sync_channel) or a
/// [`rendezvous`](super::rendezvous). It waits while the channel is full.
///
/// # Invariants
///
/// `T: Leak`, or the channel has no buffer, or the caller of
/// [`sync_channel_unchecked`](super::sync_channel_unchecked) has taken over the duty that is
/// described there.
pub struct SyncSender<T>(mpsc::SyncSender<T>, Invariant<T>);

/// The receiving end of a channel.
///
/// # Invariants
///
/// Those of the sender that it was made with.
pub struct Receiver<T>(pub(super) mpsc::Receiver<T>);

/// Stops a sender of guards for `'static` from becoming one of guards for a shorter lifetime. `send`
/// has no bound, so such a sender would fill a buffer that was made for `T: Leak` with what isn't.
/// In std a sender is invariant too, but that isn't documented. The ui tests `sync/sender_invariant`
/// and `sync/sync_sender_invariant` pin it.
type Invariant<T> = PhantomData<fn(T) -> T>;

// The buffer belongs to both ends together, so each counts as an owner of what is in it.

// SAFETY: clause 1: forgotten, the channel never closes, so the receiver may wait for ever. Clause
// 2: messages are `Leak`.
unsafe impl<T: Leak> Leak for Sender<T> {}
// SAFETY: as above.
unsafe impl<T: Leak> Leak for SyncSender<T> {}
// SAFETY: as above; here it is a sender that may wait for ever.
unsafe impl<T: Leak> Leak for Receiver<T> {}

impl<T> Sender<T> {
    pub(super) const fn wrap(sender: mpsc::Sender<T>) -> Self {
        Self(sender, PhantomData)
    }

    /// Sends a message.
    ///
    /// # Errors
    ///
    /// Gives the message back if the receiver is gone. Success doesn't mean that it will be
    /// received.
    ///
    /// ```
    /// use leak::sync::mpsc::{SendError, channel};
    ///
    /// let (sender, receiver) = channel();
    /// assert_eq!(sender.send(1), Ok(()));
    /// drop(receiver);
    /// assert_eq!(sender.send(2), Err(SendError(2)));
    /// ```
    pub fn send(&self, message: T) -> Result<(), SendError<T>> {
        self.0.send(message)
    }

    /// Takes over a sender of the standard library.
    ///
    /// ```
    /// use leak::sync::mpsc::Sender;
    ///
    /// let (sender, receiver) = std::sync::mpsc::channel();
    /// assert_eq!(Sender::from_std(sender).send(1), Ok(()));
    /// ```
    #[must_use]
    pub fn from_std(sender: mpsc::Sender<T>) -> Self
    where
        T: Leak,
    {
        // INVARIANT: `T: Leak`.
        Self::wrap(sender)
    }

    /// Turns it into the standard library's.
    ///
    /// ```
    /// let (sender, receiver) = leak::sync::mpsc::channel();
    /// assert_eq!(sender.into_std().send(1), Ok(()));
    /// ```
    #[must_use]
    pub fn into_std(self) -> mpsc::Sender<T> {
        self.0
    }
}

impl<T> SyncSender<T> {
    pub(super) const fn wrap(sender: mpsc::SyncSender<T>) -> Self {
        Self(sender, PhantomData)
    }

    /// Sends a message. Waits while the buffer is full; without a buffer, until the message is
    /// received.
    ///
    /// # Errors
    ///
    /// Gives the message back if the receiver is gone, or goes while this waits.
    ///
    /// ```
    /// use leak::sync::mpsc::{SendError, rendezvous};
    ///
    /// let (sender, receiver) = rendezvous();
    /// std::thread::scope(|s| {
    ///     s.spawn(|| drop(receiver));
    ///     assert_eq!(sender.send(1), Err(SendError(1)));
    /// });
    /// ```
    pub fn send(&self, message: T) -> Result<(), SendError<T>> {
        self.0.send(message)
    }

    /// Sends a message if that is possible without waiting. Without a buffer, this takes a receiver
    /// that is waiting at the moment.
    ///
    /// # Errors
    ///
    /// Gives the message back if the buffer is full, or the receiver is gone.
    ///
    /// ```
    /// use leak::sync::mpsc::{TrySendError, rendezvous};
    ///
    /// let (sender, receiver) = rendezvous();
    /// assert_eq!(sender.try_send(1), Err(TrySendError::Full(1)));
    /// drop(receiver);
    /// assert_eq!(sender.try_send(1), Err(TrySendError::Disconnected(1)));
    /// ```
    pub fn try_send(&self, message: T) -> Result<(), TrySendError<T>> {
        self.0.try_send(message)
    }

    /// Takes over a sender of the standard library.
    ///
    /// ```
    /// use leak::sync::mpsc::SyncSender;
    ///
    /// let (sender, receiver) = std::sync::mpsc::sync_channel(1);
    /// assert_eq!(SyncSender::from_std(sender).send(1), Ok(()));
    /// ```
    #[must_use]
    pub fn from_std(sender: mpsc::SyncSender<T>) -> Self
    where
        T: Leak,
    {
        // INVARIANT: `T: Leak`.
        Self::wrap(sender)
    }

    /// Turns it into the standard library's.
    ///
    /// ```
    /// let (sender, receiver) = leak::sync::mpsc::sync_channel(1);
    /// assert_eq!(sender.into_std().send(1), Ok(()));
    /// ```
    #[must_use]
    pub fn into_std(self) -> mpsc::SyncSender<T> {
        self.0
    }
}

impl<T> Receiver<T> {
    /// Waits for a message.
    ///
    /// # Errors
    ///
    /// If there is none, and all senders are gone.
    ///
    /// ```
    /// use leak::sync::mpsc::{RecvError, channel};
    ///
    /// let (sender, receiver) = channel();
    /// sender.send(1).ok();
    /// drop(sender);
    /// assert_eq!(receiver.recv(), Ok(1));
    /// assert_eq!(receiver.recv(), Err(RecvError));
    /// ```
    pub fn recv(&self) -> Result<T, RecvError> {
        self.0.recv()
    }

    /// Receives a message if there is one.
    ///
    /// # Errors
    ///
    /// If there is none, or also all senders are gone.
    ///
    /// ```
    /// use leak::sync::mpsc::{TryRecvError, channel};
    ///
    /// let (sender, receiver) = channel();
    /// assert_eq!(receiver.try_recv(), Err(TryRecvError::Empty));
    /// sender.send(1).ok();
    /// assert_eq!(receiver.try_recv(), Ok(1));
    /// ```
    pub fn try_recv(&self) -> Result<T, TryRecvError> {
        self.0.try_recv()
    }

    /// Waits for a message, but not longer than `timeout`.
    ///
    /// # Errors
    ///
    /// If the time is up, or there is none and all senders are gone.
    ///
    /// ```
    /// use std::time::Duration;
    /// use leak::sync::mpsc::{RecvTimeoutError, channel};
    ///
    /// let (sender, receiver) = channel::<i32>();
    /// let soon = Duration::from_millis(1);
    /// assert_eq!(receiver.recv_timeout(soon), Err(RecvTimeoutError::Timeout));
    /// ```
    pub fn recv_timeout(&self, timeout: Duration) -> Result<T, RecvTimeoutError> {
        self.0.recv_timeout(timeout)
    }

    /// Waits for one message after the other, until all senders are gone.
    ///
    /// ```
    /// use leak::sync::mpsc::channel;
    ///
    /// let (sender, receiver) = channel();
    /// sender.send(1).ok();
    /// sender.send(2).ok();
    /// drop(sender);
    /// assert!(receiver.iter().eq([1, 2]));
    /// ```
    #[must_use]
    pub fn iter(&self) -> Iter<'_, T> {
        self.0.iter()
    }

    /// Receives the messages that are there already.
    ///
    /// ```
    /// use leak::sync::mpsc::channel;
    ///
    /// let (sender, receiver) = channel();
    /// sender.send(1).ok();
    /// sender.send(2).ok();
    /// assert!(receiver.try_iter().eq([1, 2]));
    /// ```
    #[must_use]
    pub fn try_iter(&self) -> TryIter<'_, T> {
        self.0.try_iter()
    }

    /// Takes over a receiver of the standard library.
    ///
    /// ```
    /// use leak::sync::mpsc::Receiver;
    ///
    /// let (sender, receiver) = std::sync::mpsc::channel();
    /// let receiver = Receiver::from_std(receiver);
    /// sender.send(1).ok();
    /// assert_eq!(receiver.recv(), Ok(1));
    /// ```
    #[must_use]
    pub fn from_std(receiver: mpsc::Receiver<T>) -> Self
    where
        T: Leak,
    {
        // INVARIANT: `T: Leak`.
        Self(receiver)
    }

    /// Turns it into the standard library's.
    ///
    /// ```
    /// let (sender, receiver) = leak::sync::mpsc::channel();
    /// sender.send(1).ok();
    /// assert_eq!(receiver.into_std().recv(), Ok(1));
    /// ```
    #[must_use]
    pub fn into_std(self) -> mpsc::Receiver<T> {
        self.0
    }
}

// One more sender for the same channel: no bound.
impl<T> Clone for Sender<T> {
    fn clone(&self) -> Self {
        // INVARIANT: the same channel as that of `self`.
        Self::wrap(self.0.clone())
    }
}

impl<T> Clone for SyncSender<T> {
    fn clone(&self) -> Self {
        // INVARIANT: the same channel as that of `self`.
        Self::wrap(self.0.clone())
    }
}

impl<T> IntoIterator for Receiver<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    fn into_iter(self) -> IntoIter<T> {
        self.0.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Receiver<T> {
    type Item = T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<T> fmt::Debug for Sender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sender").finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for SyncSender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SyncSender").finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for Receiver<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Receiver").finish_non_exhaustive()
    }
}
