//! A thread as the device, for each read.

use core::cell::RefCell;
use core::marker::PhantomData;
use leak::Unleak;
use std::fs::File;
use std::io;
use std::thread::{Builder, JoinHandle};

/// Starts a read.
///
/// # Safety
///
/// 1. The answer is destroyed before the borrows end.
pub(crate) unsafe fn start<'a>(file: &'a File, offset: u64, buffer: &'a mut [u8]) -> InFlight<'a> {
    let read = move || read_at(file, buffer, offset);
    // SAFETY: "The caller has to ensure that the spawned thread does not outlive any references in the
    // supplied thread closure and its return type": the answer joins it, and is destroyed before the
    // borrows end (clause 1).
    let thread = unsafe { Builder::new().spawn_unchecked(read) };
    InFlight {
        state: RefCell::new(match thread {
            Ok(thread) => State::Reading(thread),
            Err(error) => State::Complete(Err(error)),
        }),
        lent: PhantomData,
    }
}

#[cfg(unix)]
fn read_at(file: &File, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
    std::os::unix::fs::FileExt::read_at(file, buffer, offset)
}

#[cfg(windows)]
fn read_at(file: &File, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
    std::os::windows::fs::FileExt::seek_read(file, buffer, offset)
}

enum State {
    Reading(JoinHandle<io::Result<usize>>),
    Complete(io::Result<usize>),
    /// The result was given out.
    Taken,
}

/// A read by a thread.
#[derive(Unleak)]
pub(crate) struct InFlight<'a> {
    state: RefCell<State>,
    lent: PhantomData<&'a mut [u8]>,
}

impl InFlight<'_> {
    pub(crate) fn wait(&self) -> io::Result<usize> {
        let mut state = self.state.borrow_mut();
        let result = match core::mem::replace(&mut *state, State::Taken) {
            State::Reading(thread) => thread
                .join()
                .unwrap_or_else(|_| Err(io::Error::other("the thread that reads panicked"))),
            State::Complete(result) => result,
            State::Taken => return Err(io::Error::other("the error was given out")),
        };
        if let Ok(read) = result {
            *state = State::Complete(Ok(read));
        }
        result
    }
}

impl Drop for InFlight<'_> {
    fn drop(&mut self) {
        // There is no cancelling a thread: it has the buffer until it is done.
        if let State::Reading(thread) = core::mem::replace(self.state.get_mut(), State::Taken) {
            drop(thread.join());
        }
    }
}
