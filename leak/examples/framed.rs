//! Guards in a function that returns early: no closure around the body, so `?` and `return` work
//! with guards alive.
//!
//! ```text
//! cargo run -p leak --example framed [file …]
//! ```

use core::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use core::time::Duration;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::thread;

/// Sums the bytes of all files, with a thread that watches. Returns at the first error.
#[leak::framed]
fn checksum(paths: &[PathBuf]) -> io::Result<Option<u64>> {
    if paths.is_empty() {
        return Ok(None);
    }

    let (sum, done) = (AtomicU64::new(0), AtomicBool::new(false));
    let (sum, done) = (&sum, &done);
    leak::frame!(s); // what is lent was declared before

    let watcher = s.spawn(|| {
        while !done.load(Ordering::Acquire) {
            thread::park_timeout(Duration::from_millis(50));
        }
    });
    let _stop = Stop {
        done,
        watcher: watcher.thread().clone(),
    };

    let mut adding = Vec::new();
    for path in paths {
        // The watcher and the adding threads are running. `?` drops `adding`, which joins those,
        // then `_stop`, then `watcher`, then the frame.
        let bytes = read(path)?;
        if bytes.is_empty() {
            println!("  {} is empty: early return", path.display());
            return Ok(None);
        }
        adding.push(s.spawn(move || {
            sum.fetch_add(bytes.iter().map(|b| u64::from(*b)).sum(), Ordering::Relaxed)
        }));
    }
    for guard in adding {
        guard
            .join()
            .map_err(|_| io::Error::other("a thread panicked"))?;
    }
    Ok(Some(sum.load(Ordering::Relaxed)))
}

/// Tells the watcher to end.
struct Stop<'a> {
    done: &'a AtomicBool,
    watcher: thread::Thread,
}

impl Drop for Stop<'_> {
    fn drop(&mut self) {
        self.done.store(true, Ordering::Release);
        self.watcher.unpark();
    }
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn main() -> io::Result<()> {
    let mut paths: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    if paths.is_empty() {
        paths = vec![PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")];
    }

    println!("all files:");
    println!("  {:?}", checksum(&paths)?);

    println!("one that is missing, in the middle:");
    paths.insert(1, PathBuf::from("there is no such file"));
    match checksum(&paths) {
        Ok(sum) => println!("  {sum:?}"),
        Err(error) => println!("  `?` returned: {error}"),
    }

    println!("none:");
    println!("  {:?}", checksum(&[])?);
    Ok(())
}
