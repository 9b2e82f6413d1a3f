//! The kernel as the device: `io_uring`.

use core::cell::{Cell, RefCell};
use core::marker::PhantomData;
use io_uring::squeue::Entry;
use io_uring::types::Fd;
use io_uring::{IoUring, Probe, opcode};
use leak::Unleak;
use std::collections::HashMap;
use std::fs::File;
use std::io::{self, ErrorKind};
use std::os::fd::AsRawFd;
use std::process::abort;

/// A queue of requests to the kernel, and one of what it has completed.
pub(crate) struct Ring {
    queues: RefCell<IoUring>,
    /// What is complete, and wasn't asked for yet.
    complete: RefCell<HashMap<u64, i32>>,
    next: Cell<u64>,
}

/// The name of requests whose completion nobody waits for.
const NOBODY: u64 = u64::MAX;

impl Ring {
    /// A ring, if the kernel allows it and can read with it.
    pub(crate) fn new() -> io::Result<Self> {
        let ring = IoUring::new(8)?;
        let unsupported = |what| io::Error::new(ErrorKind::Unsupported, what);
        let mut probe = Probe::new();
        ring.submitter().register_probe(&mut probe)?;
        if !probe.is_supported(opcode::Read::CODE) {
            return Err(unsupported("this kernel's rings can't read"));
        }
        if !ring.params().is_feature_nodrop() {
            return Err(unsupported("this kernel's rings may lose completions"));
        }
        let this = Self {
            queues: RefCell::new(ring),
            complete: RefCell::default(),
            next: Cell::new(0),
        };
        // A sandbox may allow the one system call and forbid the other.
        let test = this.name();
        // SAFETY: 1. It has no parameters.
        unsafe { this.push(&opcode::Nop::new().build().user_data(test)) }?;
        this.wait(test)?;
        Ok(this)
    }

    fn name(&self) -> u64 {
        self.next.replace(self.next.get() + 1)
    }

    /// Gives a request to the kernel, now or with the next system call. On an error, not at all.
    ///
    /// # Safety
    ///
    /// 1. What the request names stays valid until it is complete.
    unsafe fn push(&self, request: &Entry) -> io::Result<()> {
        let mut ring = self.queues.borrow_mut();
        if ring.submission().is_full() {
            ring.submit()?;
        }
        // SAFETY: "Developers must ensure that parameters of the entry (such as buffer) are valid and will
        // be valid for the entire duration of the operation": clause 1.
        unsafe { ring.submission().push(request) }.map_err(|_| ErrorKind::WouldBlock)?;
        // If this fails, the request is in the queue, and goes with the next call.
        drop(ring.submit());
        Ok(())
    }

    /// Waits until a request is complete. On an error, it isn't.
    fn wait(&self, name: u64) -> io::Result<i32> {
        loop {
            let mut complete = self.complete.borrow_mut();
            let mut ring = self.queues.borrow_mut();
            for completion in ring.completion() {
                if completion.user_data() != NOBODY {
                    complete.insert(completion.user_data(), completion.result());
                }
            }
            if let Some(result) = complete.remove(&name) {
                return Ok(result);
            }
            match ring.submit_and_wait(1) {
                Err(error)
                    if !matches!(
                        error.kind(),
                        ErrorKind::Interrupted | ErrorKind::WouldBlock | ErrorKind::ResourceBusy
                    ) =>
                {
                    return Err(error);
                }
                _ => {}
            }
        }
    }

    /// Starts a read.
    ///
    /// # Safety
    ///
    /// 1. The answer is destroyed before the borrows end.
    pub(crate) unsafe fn start<'a>(
        &'a self,
        file: &'a File,
        offset: u64,
        buffer: &'a mut [u8],
    ) -> InFlight<'a> {
        let name = self.name();
        let length = u32::try_from(buffer.len()).unwrap_or(u32::MAX);
        let read = opcode::Read::new(Fd(file.as_raw_fd()), buffer.as_mut_ptr(), length);
        // SAFETY: 1. `file` and `buffer` are borrowed at least until the answer is destroyed (our clause 1),
        // which waits until the read is complete.
        let pushed = unsafe { self.push(&read.offset(offset).build().user_data(name)) };
        InFlight {
            ring: self,
            state: Cell::new(match pushed {
                Ok(()) => State::Reading(name),
                Err(error) => State::Complete(-error.raw_os_error().unwrap_or(EAGAIN)),
            }),
            lent: PhantomData,
        }
    }
}

/// The answer of a kernel that has no room for a request.
const EAGAIN: i32 = 11;

#[derive(Clone, Copy)]
enum State {
    Reading(u64),
    /// The number of bytes, or an error below zero.
    Complete(i32),
}

/// A read by the kernel.
///
/// It doesn't keep a `&mut` to the buffer, which would claim that nobody else writes to it.
#[derive(Unleak)]
pub(crate) struct InFlight<'a> {
    ring: &'a Ring,
    state: Cell<State>,
    lent: PhantomData<&'a mut [u8]>,
}

impl InFlight<'_> {
    pub(crate) fn wait(&self) -> io::Result<usize> {
        let result = match self.state.get() {
            State::Complete(result) => result,
            State::Reading(name) => self.ring.wait(name)?,
        };
        self.state.set(State::Complete(result));
        usize::try_from(result).map_err(|_| io::Error::from_raw_os_error(-result))
    }
}

impl Drop for InFlight<'_> {
    fn drop(&mut self) {
        let State::Reading(name) = self.state.get() else {
            return;
        };
        let cancel = opcode::AsyncCancel::new(name).build().user_data(NOBODY);
        // SAFETY: 1. It names a number. If the kernel has no room for it, waiting must do.
        drop(unsafe { self.ring.push(&cancel) });
        // Whether it was cancelled or not: the buffer is the kernel's until the read is complete.
        if let Err(error) = self.ring.wait(name) {
            eprintln!("the kernel keeps a buffer, and won't say until when: {error}");
            abort(); // the borrow ends when this returns
        }
    }
}
