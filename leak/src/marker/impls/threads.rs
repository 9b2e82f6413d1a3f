//! Threads and channels.

use std::sync::mpsc;
use std::thread::{AccessError, Builder, JoinHandle, LocalKey, ScopedJoinHandle, Thread, ThreadId};

use super::macros::{leak_always, leak_if_content_is, leak_static};

leak_if_content_is! {
    // The buffer is owned by both ends together, so each counts as an owner of what is in it.
    [T] mpsc::Sender<T>;
    [T] mpsc::SyncSender<T>;
    [T] mpsc::Receiver<T>;
    [T] mpsc::IntoIter<T>;
    [T] mpsc::SendError<T>;
    [T] mpsc::TrySendError<T>;

    // The scope waits for the thread, handle or not. But the handle owns the thread's result, and
    // with std 1.95 the scope doesn't end before the handle is destroyed, so one that forgets it
    // hangs.
    [T] ScopedJoinHandle<'_, T>;
}

leak_always! {
    ['a, T] mpsc::Iter<'a, T>;
    ['a, T] mpsc::TryIter<'a, T>;

    // Dropping it detaches the thread, forgetting it does too, and loses the result. `T` is bounded
    // since `Builder::spawn_unchecked` makes handles that are not `'static`.
    [T: 'static] JoinHandle<T>;
    [T: 'static] LocalKey<T>;
}

leak_static! {
    Thread, ThreadId, Builder, AccessError,
    mpsc::RecvError, mpsc::TryRecvError, mpsc::RecvTimeoutError,
}
