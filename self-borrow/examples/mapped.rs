//! A file that is mapped into memory, and a table of its lines: `memmap2` as an owner, by `Stable`.
//!
//! ```text
//! cargo run -p self-borrow --example mapped --features stable_deref_trait [-- <file>]
//! ```
// `Mmap::map` is unsafe: nobody may change the file meanwhile. Nothing else here is.
#![deny(unsafe_code)]

use memmap2::Mmap;
use self_borrow::{Built, Stable, self_borrow};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::{env, io, str, thread};

/// A text, with its lines.
#[self_borrow]
pub struct Mapped {
    path: PathBuf,
    #[lend('file)]
    file: Stable<Mmap>,
    lines: Vec<&'file str>,
}

impl Mapped {
    /// Maps the file.
    ///
    /// # Errors
    ///
    /// If it can't be read, or isn't UTF-8.
    #[expect(unsafe_code, reason = "see below")]
    pub fn open(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        // SAFETY: the file is part of a source tree, and nothing writes to it while this example runs.
        let map = unsafe { Mmap::map(&file) }?;
        Self::builder()
            .path(path.to_owned())
            .file(Stable(map))
            .try_lines(|bytes| str::from_utf8(bytes).map(|text| text.lines().collect()))
            .map(Built::build)
            .map_err(|(error, given)| {
                let path = given.path.display();
                io::Error::new(io::ErrorKind::InvalidData, format!("{path}: {error}"))
            })
    }
}

fn main() -> io::Result<()> {
    let this = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/mapped.rs");
    let path = env::args_os()
        .nth(1)
        .map_or_else(|| PathBuf::from(this), PathBuf::from);
    let mapped = Mapped::open(&path)?;

    // On another thread: what is mapped stays where it is.
    let worker = thread::spawn(move || {
        let longest = mapped.lines().iter().map(|line| line.chars().count()).max();
        (mapped, longest.unwrap_or(0))
    });
    let Ok((mapped, longest)) = worker.join() else {
        panic!("the worker panicked");
    };
    println!(
        "{}: {} lines, the longest has {longest} characters",
        mapped.path().display(),
        mapped.lines().len()
    );

    let read = std::fs::read_to_string(&path)?;
    assert!(read.lines().eq(mapped.lines().iter().copied()));
    let bytes: &[u8] = mapped.file();
    assert_eq!(bytes, read.as_bytes());
    if let Some(line) = mapped.lines().last() {
        assert!(bytes.as_ptr_range().contains(&line.as_ptr()) || line.is_empty());
    }
    Ok(())
}
