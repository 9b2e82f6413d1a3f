//! `std`: collections with hashes, locks, channels, the system.

use super::macros::{as_its_content, borrows, owns_nothing};
use crate::ownership::Handle;
use crate::{AllowedInRc, Disowns, Leak, NeverGives, RoutineDrop};
use std::collections::{HashMap, HashSet};
use std::ffi::{OsStr, OsString};
use std::hash::{DefaultHasher, RandomState};
use std::sync::{
    Barrier, Condvar, LazyLock, Mutex, MutexGuard, Once, OnceLock, RwLock, RwLockReadGuard,
    RwLockWriteGuard, mpsc,
};
use std::{fs, io, net, path, thread, time};

owns_nothing! {
    [] OsStr; [] OsString; [] path::Path; [] path::PathBuf;
    [] time::Instant; [] time::SystemTime;
    [] DefaultHasher; [] RandomState;
    [] Once; [] Barrier; [] Condvar;
    [] thread::Thread; [] thread::ThreadId;
    [] fs::File; [] io::Stdin; [] io::Stdout; [] io::Stderr;
    [] net::TcpListener; [] net::TcpStream; [] net::UdpSocket;
}

borrows! {
    ['a] T: MutexGuard<'a, T>;
    ['a] T: RwLockReadGuard<'a, T>;
    ['a] T: RwLockWriteGuard<'a, T>;
}

as_its_content! {
    [K, V, S] HashMap<K, V, S>;
    [T, S] HashSet<T, S>;
    [T: ?Sized] Mutex<T>;
    [T: ?Sized] RwLock<T>;
    [T] OnceLock<T>;
    [T, F] LazyLock<T, F>;
}

/// The buffer of a channel is owned by both ends together. They have no rank.
macro_rules! channels {
    ($($End:ty)+) => {$(
        // SAFETY: clause 1: what is in the buffer is `Leak`.
        unsafe impl<T: Leak> AllowedInRc for $End {}
        // SAFETY: clause 1: what is in the buffer owns none.
        unsafe impl<T: Disowns<Asked>, Asked: ?Sized + Handle> Disowns<Asked> for $End {}
        // SAFETY: clause 1: what is in the buffer gives none.
        unsafe impl<T: NeverGives<Asked>, Asked: ?Sized + Handle> NeverGives<Asked> for $End {}
        impl<T: RoutineDrop> RoutineDrop for $End {}
    )+};
}

channels! {
    mpsc::Sender<T> mpsc::SyncSender<T> mpsc::Receiver<T>
    crate::sync::mpsc::Sender<T> crate::sync::mpsc::SyncSender<T> crate::sync::mpsc::Receiver<T>
}
