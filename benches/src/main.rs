//! Measures everything and writes `docs/benchmarks.md`, with a table and a plot per area.
//!
//! ```sh
//! cargo run --release -p benches                 measures (some minutes) and writes
//! cargo run --release -p benches -- --no-run     writes what was measured last
//! ```

mod machine;
mod measured;
mod plot;
mod table;

use benches::AREAS;
use core::error::Error;
use core::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

const INTRODUCTION: &str = "\
# Benchmarks

Written by `cargo run --release -p benches`. Each number is the median of one run of criterion; in
brackets, the ratio to the first column of the same row. Compare ratios: the times are those of one
machine. All contestants of a row ran in the same process, one after another.
";

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .ok_or("no workspace")?;
    if !env::args().any(|arg| arg == "--no-run") {
        let status = Command::new(env!("CARGO"))
            .args(["bench", "-p", "benches"])
            .current_dir(root)
            .status()?;
        if !status.success() {
            return Err("a benchmark failed".into());
        }
    }

    let results = measured::read(&root.join("target/criterion"))?;
    let docs = root.join("docs");
    fs::create_dir_all(docs.join("benchmarks"))?;
    let mut page = String::from(INTRODUCTION);
    writeln!(page, "\n{}", machine::describe())?;
    for area in AREAS {
        let plot = format!("benchmarks/{}.svg", area.group);
        plot::draw(&docs.join(&plot), area, &results)?;
        writeln!(page, "\n## {}\n\n{}\n", area.title, area.about)?;
        page += &table::markdown(area, &results)?;
        writeln!(page, "\n![{} against time]({plot})", area.unit)?;
    }
    fs::write(docs.join("benchmarks.md"), page)?;
    Ok(())
}
