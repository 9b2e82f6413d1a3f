//! Counts the words of many files. The parent owns what is known of each file and lends it to a
//! worker; what comes back, in whatever order, it writes into its log.
//!
//! ```text
//! cargo run --release -p leak --example worker_pool                the sources of this repository
//! cargo run --release -p leak --example worker_pool -- <folder>
//! ```
//!
//! The totals are those of a single thread.

use core::error::Error;
use leak::structured::worker_pool;
use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// What is known of a file. It belongs to the parent, always.
struct Report {
    file: PathBuf,
    counted: Option<io::Result<Count>>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    bytes: usize,
    lines: usize,
    words: usize,
    /// Words that come once only.
    unique: usize,
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join(".."),
        PathBuf::from,
    );
    let files = files_below(&folder)?;
    println!("{} files", files.len());

    let start = Instant::now();
    let mut alone = Count::default();
    for file in &files {
        alone.add(count(file)?);
    }
    let time_alone = start.elapsed();
    println!("one thread:  {alone:?} in {time_alone:.1?}");

    let workers = std::thread::available_parallelism()?.get().max(2);
    let start = Instant::now();
    let (total, served) = with_workers(&files, workers)?;
    let time = start.elapsed();
    println!("{workers} workers:   {total:?} in {time:.1?}");
    println!(
        "files per worker: {served:?}; {:.2} times as fast",
        time_alone.as_secs_f64() / time.as_secs_f64()
    );

    assert_eq!(alone, total, "both have counted the same");
    println!("the same totals");
    Ok(())
}

/// The threads of the pool are inside of this function.
fn with_workers(files: &[PathBuf], workers: usize) -> Result<(Count, Vec<usize>), Box<dyn Error>> {
    let (mut total, mut served) = (Count::default(), vec![0; workers]);
    let mut log = |report: Report, worker: usize| -> io::Result<()> {
        let counted = report.counted.unwrap_or_else(|| {
            let file = report.file.display();
            Err(io::Error::other(format!("nobody has counted {file}")))
        })?;
        total.add(counted);
        served[worker] += 1;
        Ok(())
    };
    worker_pool(
        workers,
        |worker| worker.run(|report: &mut Report| report.counted = Some(count(&report.file))),
        |pool| -> Result<(), Box<dyn Error>> {
            for file in files {
                let (file, counted) = (file.clone(), None);
                pool.assign(Report { file, counted })
                    .map_err(|error| error.to_string())?;
                while let Some(done) = pool.try_completed() {
                    log(done.value, done.worker)?; // some are back already
                }
            }
            while let Some(done) = pool.completed()? {
                log(done.value, done.worker)?;
            }
            Ok(())
        },
    )??;
    Ok((total, served))
}

impl Count {
    fn add(&mut self, more: Self) {
        self.bytes += more.bytes;
        self.lines += more.lines;
        self.words += more.words;
        self.unique += more.unique;
    }
}

fn count(file: &Path) -> io::Result<Count> {
    let bytes = fs::read(file)?;
    let text = String::from_utf8_lossy(&bytes);
    let mut words: HashMap<&str, usize> = HashMap::new();
    for word in text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        *words.entry(word).or_default() += 1;
    }
    Ok(Count {
        bytes: bytes.len(),
        lines: text.lines().count(),
        words: words.values().sum(),
        unique: words.values().filter(|count| **count == 1).count(),
    })
}

/// Sources and texts, without what tools have written.
fn files_below(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let (mut files, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let (path, kind) = entry.and_then(|entry| Ok((entry.path(), entry.file_type()?)))?;
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if kind.is_dir() && name != "target" && !name.starts_with('.') {
                folders.push(path);
            } else if kind.is_file() && path.extension().is_some_and(|e| e == "rs" || e == "md") {
                files.push(path);
            }
        }
    }
    files.sort_unstable();
    Ok(files)
}
