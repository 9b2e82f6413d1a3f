//! Hashes a large file: one thread reads blocks, several hash them, and a queue of eight blocks lies
//! between, so that no more than that waits in memory, however fast the reader is.
//!
//! ```text
//! cargo run --release -p leak --example produce_consume              the compiler's own library
//! cargo run --release -p leak --example produce_consume -- <file>
//! ```
//!
//! The result is the hash of all blocks' hashes, and the same as that of a single thread.

use core::error::Error;
use leak::structured::{Consumer, PopError, Producer, produce_consume};
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

const BLOCK: usize = 256 * 1024;
const CAPACITY: usize = 8;

/// A block of the file, with its number.
struct Block {
    number: usize,
    bytes: Vec<u8>,
}

type Hash = [u8; 32];

fn main() -> Result<(), Box<dyn Error>> {
    let source = Source::find()?;
    println!("{source}");

    let start = Instant::now();
    let alone = single_threaded(source.open()?)?;
    let time_alone = start.elapsed();
    println!("one thread:        {} in {time_alone:.0?}", hex(&alone.0));

    let threads = std::thread::available_parallelism()?.get().max(2);
    let start = Instant::now();
    let (hash, longest) = with_queue(source.open()?, threads)?;
    let time = start.elapsed();
    println!("1 reads, {threads} hash:   {} in {time:.0?}", hex(&hash));
    println!(
        "{} blocks, never more than {longest} of them in the queue; {:.2} times as fast",
        alone.1,
        time_alone.as_secs_f64() / time.as_secs_f64()
    );

    assert_eq!(alone.0, hash, "both have hashed the same");
    assert!(longest <= CAPACITY);
    println!("the same hash");
    Ok(())
}

/// Blocks go through a queue to the threads. All of it is inside of this function.
fn with_queue(
    mut input: impl Read + Send,
    threads: usize,
) -> Result<(Hash, usize), Box<dyn Error>> {
    let reader = |queue: &Producer<'_, Block>| -> Result<usize, Box<dyn Error + Send + Sync>> {
        let mut longest = 0;
        for number in 0.. {
            let bytes = read_block(&mut input)?;
            if bytes.is_empty() {
                break;
            }
            queue
                .push(Block { number, bytes })
                .map_err(|error| error.to_string())?;
            longest = longest.max(queue.len());
        }
        Ok(longest)
    };
    let hash_blocks = |queue: &Consumer<'_, Block>| {
        let mut hashes: Vec<(usize, Hash)> = Vec::new();
        loop {
            match queue.pop() {
                Ok(block) => hashes.push((block.number, Sha256::digest(&block.bytes).into())),
                Err(PopError::Finished) => return Ok(hashes),
                Err(PopError::Cancelled(cancelled)) => return Err(cancelled),
            }
        }
    };
    let (read, by_thread) = produce_consume(CAPACITY, [reader], vec![hash_blocks; threads])?;
    let longest = read
        .into_iter()
        .sum::<Result<usize, _>>()
        .map_err(|error| error.to_string())?;
    let mut hashes = by_thread
        .into_iter()
        .collect::<Result<Vec<_>, _>>()?
        .concat();
    hashes.sort_unstable();
    Ok((combine(hashes.iter().map(|(_, hash)| hash)), longest))
}

/// The same without threads.
fn single_threaded(mut input: impl Read) -> io::Result<(Hash, usize)> {
    let mut hashes: Vec<Hash> = Vec::new();
    loop {
        let bytes = read_block(&mut input)?;
        if bytes.is_empty() {
            return Ok((combine(&hashes), hashes.len()));
        }
        hashes.push(Sha256::digest(&bytes).into());
    }
}

fn combine<'a>(hashes: impl IntoIterator<Item = &'a Hash>) -> Hash {
    let mut all = Sha256::new();
    for hash in hashes {
        all.update(hash);
    }
    all.finalize().into()
}

fn read_block(input: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(BLOCK);
    input.take(BLOCK as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn hex(hash: &Hash) -> String {
    let first = u64::from_be_bytes(*hash.first_chunk().expect("long enough"));
    format!("{first:016x}")
}

/// Where the bytes come from.
enum Source {
    File(PathBuf, u64),
    /// So many bytes of a made-up sequence, the same each time.
    MadeUp(u64),
}

impl Source {
    /// The file named on the command line, or the largest library of the compiler.
    fn find() -> io::Result<Self> {
        if let Some(file) = std::env::args_os().nth(1) {
            let length = fs::metadata(&file)?.len();
            return Ok(Self::File(file.into(), length));
        }
        let libraries = || {
            let printed = Command::new("rustc")
                .args(["--print", "sysroot"])
                .output()
                .ok()?;
            let sysroot = PathBuf::from(String::from_utf8(printed.stdout).ok()?.trim());
            let entries = fs::read_dir(sysroot.join("lib")).ok()?;
            let files = entries.filter_map(|entry| {
                let entry = entry.ok()?;
                let about = entry.metadata().ok()?;
                about.is_file().then(|| (about.len(), entry.path()))
            });
            files.max()
        };
        Ok(match libraries() {
            Some((length, file)) if length >= 16 << 20 => Self::File(file, length),
            _ => Self::MadeUp(64 << 20),
        })
    }

    fn open(&self) -> io::Result<Box<dyn Read + Send>> {
        Ok(match self {
            Self::File(file, _) => Box::new(File::open(file)?),
            Self::MadeUp(length) => Box::new(MadeUp(1).take(*length)),
        })
    }
}

impl core::fmt::Display for Source {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::File(file, length) => {
                let name = file.file_name().unwrap_or_default().display();
                write!(f, "{name}: {} MiB", length >> 20)
            }
            Self::MadeUp(length) => {
                write!(
                    f,
                    "NO LARGE FILE FOUND: {} made-up MiB instead",
                    length >> 20
                )
            }
        }
    }
}

struct MadeUp(u64);

impl Read for MadeUp {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        for byte in &mut *buffer {
            self.0 = self
                .0
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            *byte = self.0.to_be_bytes()[0];
        }
        Ok(buffer.len())
    }
}
