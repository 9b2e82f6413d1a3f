//! Channels: that they pass messages on, and where messages are while nobody has received them.
#![cfg(feature = "std")]

extern crate alloc;

use alloc::sync::Arc;
use core::sync::atomic::{AtomicU32, Ordering};
use core::time::Duration;
use std::sync::{Mutex, PoisonError};
use std::thread;

use leak::sync::mpsc::{
    Receiver, RecvError, RecvTimeoutError, SendError, Sender, SyncSender, TryRecvError,
    TrySendError, channel, channel_unchecked, rendezvous, sync_channel, sync_channel_unchecked,
};
use leak::{Leak, Unleak};

struct Counted<'a>(&'a AtomicU32);

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

// SAFETY: clause 1: nothing rests on the counting. Clause 2: a reference owns nothing.
unsafe impl Leak for Counted<'_> {}

/// Where a receiver can be put into a message, and be taken from again by someone else.
type Pocket = Arc<Mutex<Option<Receiver<Parcel>>>>;

/// A message that can hold the receiver of its own channel.
struct Parcel {
    pocket: Pocket,
    alive: Arc<()>,
}

// SAFETY: clauses 1 and 2: no lifetimes here.
unsafe impl Leak for Parcel {}

fn take(pocket: &Pocket) -> Option<Receiver<Parcel>> {
    pocket.lock().unwrap_or_else(PoisonError::into_inner).take()
}

/// Makes a message with its own receiver in it, and the means to watch what becomes of it.
fn self_addressed(receiver: Receiver<Parcel>) -> (Parcel, Pocket, Arc<()>) {
    let pocket = Pocket::new(Mutex::new(Some(receiver)));
    let alive = Arc::new(());
    (
        Parcel {
            pocket: pocket.clone(),
            alive: alive.clone(),
        },
        pocket,
        alive,
    )
}

/// The reason for the bound: a channel with a buffer keeps its own receiver, and nobody destroys
/// it.
#[test]
fn a_receiver_parks_in_a_buffer() {
    let (sender, receiver) = channel();
    let (parcel, pocket, alive) = self_addressed(receiver);
    assert!(sender.send(parcel).is_ok());
    drop(sender);
    // No sender, no receiver outside, and the parcel lives on.
    assert_eq!(Arc::strong_count(&alive), 2);

    // Not so when the receiver is taken out by the back door.
    drop(take(&pocket));
    assert_eq!(Arc::strong_count(&alive), 1);
}

/// Why a rendezvous channel needs no bound: `send` doesn't return before someone has the message.
#[test]
fn a_receiver_cannot_park_in_a_rendezvous_channel() {
    let (sender, receiver) = rendezvous();
    let (parcel, pocket, alive) = self_addressed(receiver);

    let Err(TrySendError::Full(parcel)) = sender.try_send(parcel) else {
        panic!("nobody is there to receive");
    };

    thread::scope(|s| {
        let sending = s.spawn(|| sender.send(parcel));
        thread::sleep(Duration::from_millis(if cfg!(miri) { 1 } else { 50 }));
        // The parcel is in the sender's frame, which doesn't end.
        assert!(!sending.is_finished());
        assert_eq!(Arc::strong_count(&alive), 2);

        // Nobody but a test has a back door. With the receiver gone, the sender gets its message
        // back.
        drop(take(&pocket));
        let Ok(Err(SendError(parcel))) = sending.join() else {
            panic!("nobody received");
        };
        assert!(Arc::ptr_eq(&parcel.alive, &alive) && take(&parcel.pocket).is_none());
    });
    assert_eq!(Arc::strong_count(&alive), 1);
}

/// Two channels in a circle are no way out: one of the two senders still waits.
#[test]
fn receivers_cannot_park_in_a_circle_of_rendezvous_channels() {
    let (first, first_receiver) = rendezvous();
    let (second, second_receiver) = rendezvous();
    let (first_parcel, first_pocket, first_alive) = self_addressed(second_receiver);
    let (second_parcel, second_pocket, second_alive) = self_addressed(first_receiver);

    thread::scope(|s| {
        let first = s.spawn(move || first.send(first_parcel));
        let second = s.spawn(move || second.send(second_parcel));
        thread::sleep(Duration::from_millis(if cfg!(miri) { 1 } else { 50 }));
        assert!(!first.is_finished() && !second.is_finished());

        drop(take(&first_pocket));
        drop(take(&second_pocket));
        assert!(matches!(
            (first.join(), second.join()),
            (Ok(Err(_)), Ok(Err(_)))
        ));
    });
    assert_eq!(
        (
            Arc::strong_count(&first_alive),
            Arc::strong_count(&second_alive)
        ),
        (1, 1)
    );
}

#[test]
fn a_rendezvous_passes_guards_that_borrow() {
    let drops = AtomicU32::new(0);
    let name = String::from("ann");
    let (sender, receiver) = rendezvous();
    thread::scope(|s| {
        s.spawn(|| {
            for _ in 0..3 {
                assert!(sender.send((Unleak(&name), Counted(&drops))).is_ok());
            }
        });
        for received in 0..3 {
            let Ok((name, message)) = receiver.recv() else {
                panic!("three were sent")
            };
            assert_eq!((name.len(), drops.load(Ordering::Relaxed)), (3, received));
            drop(message);
        }
    });
    assert_eq!(drops.load(Ordering::Relaxed), 3);
}

#[test]
fn what_is_left_in_a_buffer_is_destroyed_with_the_channel() {
    let drops = AtomicU32::new(0);
    // SAFETY: clause 1: the ends are dropped in this function, before `drops`.
    let (sender, receiver) = unsafe { channel_unchecked() };
    // SAFETY: clause 1: as above.
    let (sync_sender, sync_receiver) = unsafe { sync_channel_unchecked(2) };
    for _ in 0..2 {
        assert!(sender.send(Counted(&drops)).is_ok());
        assert!(sync_sender.send(Counted(&drops)).is_ok());
    }
    drop((receiver, sync_receiver));
    assert_eq!(drops.load(Ordering::Relaxed), 4);
    assert!(sender.send(Counted(&drops)).is_err());
    assert_eq!(drops.load(Ordering::Relaxed), 5);
}

#[test]
fn the_api_is_that_of_std() {
    let (sender, receiver) = channel();
    assert_eq!(receiver.try_recv(), Err(TryRecvError::Empty));
    assert_eq!(
        receiver.recv_timeout(Duration::from_millis(1)),
        Err(RecvTimeoutError::Timeout)
    );
    let other = sender.clone();
    assert_eq!(
        (sender.send(1), other.send(2), sender.send(3)),
        (Ok(()), Ok(()), Ok(()))
    );
    assert_eq!(receiver.recv(), Ok(1));
    assert!(receiver.try_iter().eq([2, 3]));
    drop((sender, other));
    assert_eq!(receiver.recv(), Err(RecvError));

    let (sender, receiver) = sync_channel(1);
    assert_eq!(sender.try_send(1), Ok(()));
    assert_eq!(sender.clone().try_send(2), Err(TrySendError::Full(2)));
    assert_eq!(receiver.iter().next(), Some(1));
    assert_eq!(sender.send(3), Ok(()));
    drop(sender);
    assert!((&receiver).into_iter().eq([3]));
    assert!(receiver.into_iter().next().is_none());

    assert_eq!(
        format!("{:?} {:?}", channel::<u8>(), rendezvous::<u8>())
            .matches("..")
            .count(),
        4
    );
}

#[test]
fn to_std_and_back() {
    let (sender, receiver) = channel();
    let sender = Sender::from_std(sender.into_std());
    let receiver = Receiver::from_std(receiver.into_std());
    assert_eq!((sender.send(1), receiver.recv()), (Ok(()), Ok(1)));

    let (sender, receiver) = sync_channel(1);
    let sender = SyncSender::from_std(sender.into_std());
    assert_eq!((sender.send(1), receiver.recv()), (Ok(()), Ok(1)));
}
