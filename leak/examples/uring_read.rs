//! Completion-based input: the kernel writes into buffers on this stack, several at a time.
//!
//! With `io_uring` a read is given to the kernel together with its buffer, and is complete some time later.
//! Libraries for that own the buffers, on the heap, because a borrowed one may be freed too early: whatever
//! stands for the read can be forgotten. Here it can't, so the buffers are ordinary borrowed arrays.
//!
//! ```text
//! cargo run -p leak --example uring_read                    its own program file
//! cargo run -p leak --example uring_read -- <file>
//! ```
//!
//! Where there is no `io_uring` (another system, an old kernel, a sandbox), threads do the same,
//! behind the same guard.
#![deny(unsafe_code)]
#![expect(clippy::mem_forget, reason = "what happens then is the point")]
#![expect(
    clippy::large_stack_arrays,
    reason = "buffers on the stack are the point"
)]

#[expect(unsafe_code, reason = "guards of the kernel: the only folder with any")]
#[path = "uring_read/device.rs"]
mod device;

#[cfg(target_os = "linux")]
use core::time::Duration;
use device::{Device, InFlight};
use leak::LocalHeld;
use std::env;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::Path;
#[cfg(target_os = "linux")]
use std::{
    io::Write,
    sync::mpsc::{self, RecvTimeoutError},
    thread,
};

const IN_FLIGHT: usize = 8;
const SIZE: usize = 16 * 1024;

/// Reads a file, `IN_FLIGHT` buffers at a time, all on this stack.
fn read_all(device: &Device, file: &File) -> io::Result<Vec<u8>> {
    let mut content = Vec::new();
    let mut buffers = [[0; SIZE]; IN_FLIGHT];
    loop {
        let start = content.len();
        let lengths: Vec<io::Result<usize>> = leak::local_scope(|s| {
            let reads: Vec<LocalHeld<'_, InFlight<'_>>> = buffers
                .iter_mut()
                .enumerate()
                .map(|(i, buffer)| s.hold(device.read(file, position(start + i * SIZE), buffer)))
                .collect();
            // They are complete in any order.
            reads.iter().map(|read| read.wait()).collect()
        });
        for (buffer, length) in buffers.iter().zip(lengths) {
            let length = length?;
            content.extend_from_slice(&buffer[..length]);
            if length == 0 {
                return Ok(content);
            }
            if length < SIZE {
                break; // the next ones left a gap: again from here
            }
        }
    }
}

fn position(index: usize) -> u64 {
    u64::try_from(index).unwrap_or(u64::MAX)
}

/// Leaves early, with reads under way.
fn first_bytes(device: &Device, file: &File) -> io::Result<[u8; 4]> {
    let mut first = [0; 4];
    let mut rest = [[0; SIZE]; IN_FLIGHT];
    leak::local_scope(|s| {
        let read = s.hold(device.read(file, 0, &mut first));
        for (i, buffer) in rest.iter_mut().enumerate() {
            // Nobody will ask for them. Forgotten, and harmless: the scope waits.
            core::mem::forget(s.hold(device.read(file, position(i * SIZE), buffer)));
        }
        if read.wait()? < 4 {
            return Err(io::Error::from(ErrorKind::UnexpectedEof));
        }
        Ok(())
    })?;
    // All are ours again, and full.
    assert_eq!(first, rest[0][..4]);
    Ok(first)
}

fn work(device: &Device, path: &Path) -> io::Result<()> {
    let expected = fs::read(path)?;
    let file = File::open(path)?;
    let content = read_all(device, &file)?;
    assert!(
        content == expected,
        "{} read something else than std",
        device.name()
    );
    println!(
        "  {} bytes, {IN_FLIGHT} buffers of {SIZE} at a time, the same as std::fs::read",
        content.len()
    );
    match first_bytes(device, &file) {
        Ok(first) => {
            assert_eq!(first, expected[..4]);
            println!("  {first:?}, with the rest of the reads forgotten");
        }
        Err(error) => println!("  left early: {error}"),
    }
    Ok(())
}

/// A read that would wait for ever is cancelled by its guard.
#[cfg(target_os = "linux")]
fn cancelled(device: &Device) -> io::Result<()> {
    let (empty, mut full) = io::pipe()?;
    let empty = File::from(std::os::fd::OwnedFd::from(empty));
    let mut buffer = [0; 16];
    // A kernel that can't cancel it gets something to read after a while.
    let (is_over, over) = mpsc::channel::<()>();
    let watchdog = thread::spawn(move || match over.recv_timeout(Duration::from_mins(1)) {
        Err(RecvTimeoutError::Timeout) => full.write_all(b"too late"),
        _ => Ok(()),
    });
    leak::local_scope(|s| s.hold(device.read(&empty, 0, &mut buffer)).keep());
    drop(is_over);
    assert!(matches!(watchdog.join(), Ok(Ok(()))));
    assert_eq!(buffer, [0; 16], "it was not cancelled");
    println!("  a read of an empty pipe, which would have waited for ever, was cancelled");
    Ok(())
}

fn main() -> io::Result<()> {
    let path = match env::args_os().nth(1) {
        Some(path) => path.into(),
        None => env::current_exe()?,
    };
    let (device, why) = Device::choose();
    println!("device: {} ({why})", device.name());
    if matches!(device, Device::Threads) {
        println!("NOTE: io_uring was not tried, threads stand in for it: {why}");
    }
    work(&device, &path)?;
    #[cfg(target_os = "linux")]
    if matches!(device, Device::Ring(_)) {
        cancelled(&device)?;
        println!("device: THREADS (for comparison)");
        work(&Device::Threads, &path)?;
    }
    println!("all as it should be");
    Ok(())
}
