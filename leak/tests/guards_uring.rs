//! The guards of the example `uring_read`: a device that writes into borrowed buffers.
//!
//! Not under Miri, which has no `io_uring` and no files here. Not with loom, as the models are built without it.
#![cfg(all(unix, not(any(miri, loom))))]
#![expect(clippy::mem_forget, reason = "what happens then is the point")]

#[path = "../examples/uring_read/device.rs"]
mod device;

use core::cell::RefCell;
#[cfg(target_os = "linux")]
use core::time::Duration;
use device::{Device, InFlight};
use leak::LocalHeld;
use std::fs::{self, File, OpenOptions};
use std::io::Write;
#[cfg(target_os = "linux")]
use std::os::fd::OwnedFd;
use std::rc::Rc;
#[cfg(target_os = "linux")]
use std::sync::mpsc::{self, RecvTimeoutError};
#[cfg(target_os = "linux")]
use std::thread;
use test_support::{forget_reachable, panic_of};

/// Both devices, if there are both. Says so if not.
fn devices() -> Vec<Device> {
    let (chosen, why) = Device::choose();
    let mut devices = vec![chosen];
    if matches!(devices[0], Device::Threads) {
        note(&why);
    } else {
        devices.push(Device::Threads);
    }
    devices
}

/// Says that `io_uring` isn't tested, also where output of tests that pass is held back.
#[expect(
    clippy::explicit_write,
    reason = "the test harness would catch what `eprintln!` writes"
)]
fn note(why: &str) {
    writeln!(std::io::stderr(), "NOTE: io_uring is not tested: {why}").unwrap();
}

/// This program, as a file that is there.
fn this_program() -> (File, Vec<u8>) {
    let path = std::env::current_exe().unwrap();
    (File::open(&path).unwrap(), fs::read(&path).unwrap())
}

#[test]
fn several_reads_at_once() {
    let (file, expected) = this_program();
    for device in devices() {
        // More than the ring has room for, and of a size that ends in the middle of pages.
        let mut buffers = vec![[0; 1001]; 40];
        let offset = 777;
        let lengths: Vec<_> = leak::local_scope(|s| {
            let reads: Vec<_> = buffers
                .iter_mut()
                .enumerate()
                .map(|(i, buffer)| s.hold(device.read(&file, offset + 1001 * i as u64, buffer)))
                .collect();
            reads
                .iter()
                .rev()
                .map(|read| read.wait().unwrap())
                .collect()
        });
        assert_eq!(lengths, [1001; 40], "{}", device.name());
        assert_eq!(buffers.concat(), expected[777..777 + 40 * 1001]);
    }
}

#[test]
fn forgotten_reads_are_waited_for() {
    let (file, expected) = this_program();
    for device in devices() {
        for round in 0..50 {
            let mut buffer = vec![0; 4096].into_boxed_slice();
            let mut other = [0; 512];
            leak::local_scope(|s| {
                core::mem::forget(s.hold(device.read(&file, 0, &mut buffer)));
                let dropped = s.hold(device.read(&file, 0, &mut other));
                if round % 2 == 0 {
                    assert_eq!(dropped.wait().unwrap(), 512);
                }
            });
            // Complete, or cancelled at some byte; and not written from here on.
            for buffer in [&*buffer, &other] {
                let read = buffer
                    .iter()
                    .zip(&expected)
                    .take_while(|(a, b)| a == b)
                    .count();
                assert!(buffer[read..].iter().all(|byte| *byte == 0));
            }
            drop(buffer);
        }
    }
}

#[test]
fn in_an_rc_cycle() {
    struct Knot<'s> {
        read: LocalHeld<'s, InFlight<'s>>,
        knot: RefCell<Option<Rc<Self>>>,
    }
    let (file, expected) = this_program();
    for device in devices() {
        let mut buffer = [0; 64];
        leak::local_scope(|s| {
            let knot = Rc::new(Knot {
                read: s.hold(device.read(&file, 0, &mut buffer)),
                knot: RefCell::default(),
            });
            knot.knot.replace(Some(Rc::clone(&knot)));
            assert_eq!(knot.read.wait().unwrap(), 64);
            assert_eq!(knot.read.wait().unwrap(), 64, "asked for again");
            forget_reachable(knot);
        });
        assert_eq!(buffer, expected[..64]);
    }
}

#[test]
fn the_body_panics_with_reads_under_way() {
    let (file, _) = this_program();
    for device in devices() {
        let mut buffers = vec![[0; 8192]; 20];
        let said = panic_of(|| {
            leak::local_scope(|s| {
                for buffer in &mut buffers {
                    s.hold(device.read(&file, 0, buffer)).keep();
                }
                panic!("body");
            });
        });
        assert_eq!(said, "body");
        drop(buffers);
    }
}

#[test]
fn what_can_not_be_read() {
    let (file, expected) = this_program();
    let only_written = OpenOptions::new().write(true).open("/dev/null").unwrap();
    for device in devices() {
        let (mut bad, mut good, mut behind, mut empty) = ([0; 8], [0; 8], [0; 8], []);
        leak::local_scope(|s| {
            let refused = s.hold(device.read(&only_written, 0, &mut bad));
            let read = s.hold(device.read(&file, 0, &mut good));
            let at_the_end = s.hold(device.read(&file, expected.len() as u64, &mut behind));
            let nothing = s.hold(device.read(&file, 0, &mut empty));
            assert!(refused.wait().is_err());
            assert!(refused.wait().is_err());
            assert_eq!(read.wait().unwrap(), 8);
            assert_eq!(at_the_end.wait().unwrap(), 0);
            assert_eq!(nothing.wait().unwrap(), 0);
        });
        assert_eq!(good, expected[..8]);
    }
}

/// A read of a pipe that is empty: the kernel cancels it, or completes it when there is something.
#[test]
#[cfg(target_os = "linux")]
fn reads_that_wait() {
    let Device::Ring(ring) = Device::choose().0 else {
        return note("reads that wait can't be cancelled");
    };
    let device = Device::Ring(ring);
    let (empty, mut full) = std::io::pipe().unwrap();
    let empty = File::from(OwnedFd::from(empty));
    let mut buffer = [7; 16];
    // Should it not be cancelled, it ends all the same, and the test fails.
    let mut watchdog = full.try_clone().unwrap();
    let (is_over, over) = mpsc::channel::<()>();
    let watchdog = thread::spawn(move || {
        if over.recv_timeout(Duration::from_mins(1)) == Err(RecvTimeoutError::Timeout) {
            watchdog.write_all(b"too late").unwrap();
        }
    });
    leak::local_scope(|s| s.hold(device.read(&empty, 0, &mut buffer)).keep());
    drop(is_over);
    watchdog.join().unwrap();
    assert_eq!(buffer, [7; 16], "cancelled");
    thread::scope(|t| {
        let length = leak::local_scope(|s| {
            let read = s.hold(device.read(&empty, 0, &mut buffer));
            t.spawn(move || full.write_all(b"data").unwrap());
            read.wait().unwrap()
        });
        assert_eq!(&buffer[..length], b"data");
    });
}

/// An arena is a place too, and may own the buffers.
#[cfg(feature = "bumpalo")]
#[test]
fn buffers_of_an_arena() {
    use leak::arena::{self, Boxed};
    let (file, expected) = this_program();
    for device in devices() {
        arena::scope(|outer| {
            let buffers: Vec<&mut [u8; 100]> =
                (0..5).map(|_| Boxed::leak(outer.boxed([0; 100]))).collect();
            let read: Vec<usize> = arena::scope(|inner| {
                let reads: Vec<&InFlight<'_>> = (buffers.into_iter())
                    .map(|buffer| inner.hold(device.read(&file, 100, buffer)))
                    .collect();
                reads.iter().map(|read| read.wait().unwrap()).collect()
            });
            assert_eq!(read, [100; 5]);
            let kept = Boxed::leak(outer.boxed([0; 100]));
            arena::scope(|inner| inner.hold(device.read(&file, 100, kept)).wait().unwrap());
            assert_eq!(*kept, expected[100..200]);
        });
    }
}
