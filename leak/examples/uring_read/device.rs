//! A device that reads files into borrowed buffers, and tells when it is done.
//!
//! The buffer belongs to the device from when a read starts until it is complete. If the borrow could end
//! earlier, the device would write into memory that is something else by then. So a read is inert, and a
//! place of `leak` makes a guard of it, whose destructor waits for the device.

#[cfg(target_os = "linux")]
#[path = "ring.rs"]
pub(crate) mod ring;
#[path = "threads.rs"]
pub(crate) mod threads;

use leak::{Activate, Unleak};
use std::fs::File;
use std::io;

/// What reads.
pub(crate) enum Device {
    /// The kernel, by `io_uring`.
    #[cfg(target_os = "linux")]
    Ring(Box<ring::Ring>),
    /// A thread for each read.
    Threads,
}

impl Device {
    /// `io_uring` where the kernel allows it, otherwise threads; and why.
    pub(crate) fn choose() -> (Self, String) {
        #[cfg(target_os = "linux")]
        match ring::Ring::new() {
            Ok(ring) => (
                Self::Ring(Box::new(ring)),
                "the kernel set up a ring, knows reads, and completed a test".into(),
            ),
            Err(error) => (Self::Threads, format!("no io_uring here: {error}")),
        }
        #[cfg(not(target_os = "linux"))]
        (Self::Threads, "io_uring is a feature of Linux".into())
    }

    pub(crate) fn name(&self) -> &'static str {
        match self {
            #[cfg(target_os = "linux")]
            Self::Ring(_) => "io_uring",
            Self::Threads => "THREADS",
        }
    }

    /// A read from `offset` on, at most as long as the buffer. Nothing happens yet.
    pub(crate) fn read<'a>(
        &'a self,
        file: &'a File,
        offset: u64,
        buffer: &'a mut [u8],
    ) -> Read<'a> {
        Read {
            device: self,
            file,
            offset,
            buffer,
        }
    }
}

/// A read that hasn't started.
pub(crate) struct Read<'a> {
    device: &'a Device,
    file: &'a File,
    offset: u64,
    buffer: &'a mut [u8],
}

/// A read that is under way, or complete. The buffer can be used again when this is dropped, which
/// cancels the read if that can be done, and waits for it in any case.
#[derive(Unleak)]
pub(crate) struct InFlight<'a>(Kind<'a>);

#[derive(Unleak)]
enum Kind<'a> {
    #[cfg(target_os = "linux")]
    Ring(ring::InFlight<'a>),
    Threads(threads::InFlight<'a>),
}

impl<'a> Activate for Read<'a> {
    type Guard = InFlight<'a>;

    unsafe fn activate(self) -> InFlight<'a> {
        let Self {
            device,
            file,
            offset,
            buffer,
        } = self;
        InFlight(match device {
            // SAFETY: 1. and 2. What our caller promises for the guard holds for this part of it.
            #[cfg(target_os = "linux")]
            Device::Ring(ring) => Kind::Ring(unsafe { ring.start(file, offset, buffer) }),
            // SAFETY: as above.
            Device::Threads => Kind::Threads(unsafe { threads::start(file, offset, buffer) }),
        })
    }
}

impl InFlight<'_> {
    /// Waits until the read is complete. The number of bytes that are in the buffer.
    pub(crate) fn wait(&self) -> io::Result<usize> {
        match &self.0 {
            #[cfg(target_os = "linux")]
            Kind::Ring(read) => read.wait(),
            Kind::Threads(read) => read.wait(),
        }
    }
}
