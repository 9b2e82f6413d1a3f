//! Owners of `std`.

use alloc::borrow::Cow;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::sync::{MutexGuard, RwLockReadGuard, RwLockWriteGuard};

super::shared! {
    [] PathBuf => Path, "1. the path is in a buffer on the heap. 2. only the owner owns it.";
    [] OsString => OsStr, "1. the text is in a buffer on the heap. 2. only the owner owns it.";
    ['c] Cow<'c, Path> => Path, "1. the path is on the heap or borrowed. 2. as for `PathBuf` and `&Path`.";
    ['c] Cow<'c, OsStr> => OsStr, "1. the text is on the heap or borrowed. 2. as for `OsString` and `&OsStr`.";
    ['g, T: ?Sized] MutexGuard<'g, T> => T, "1. the content is in the mutex, which is borrowed. 2. nobody else has it before the guard is dropped.";
    ['g, T: ?Sized] RwLockReadGuard<'g, T> => T, "1. the content is in the lock, which is borrowed. 2. nobody changes it before the guard is dropped.";
    ['g, T: ?Sized] RwLockWriteGuard<'g, T> => T, "1. the content is in the lock, which is borrowed. 2. nobody else has it before the guard is dropped.";
}

super::exclusive! {
    ['g, T: ?Sized] MutexGuard<'g, T> => T, "1., 2. as above.";
    ['g, T: ?Sized] RwLockWriteGuard<'g, T> => T, "1., 2. as above.";
}
