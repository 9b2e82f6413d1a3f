//! Measures everything and writes `docs/benchmarks.md`, with a table and a plot per area.
//!
//! ```sh
//! cargo run --release -p benches          five rounds, of some twenty minutes each
//! cargo run --release -p benches -- 1     one round
//! cargo run --release -p benches -- 0     writes what was measured last
//! ```

mod machine;
mod measured;
mod plot;
mod table;

use benches::AREAS;
use core::error::Error;
use core::fmt::Write as _;
use measured::Medians;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

const INTRODUCTION: &str = "\
# Benchmarks

Written by `cargo run --release -p benches`. Each number is a median of criterion's, the lowest of
the rounds: in each round all contestants run one after another, so what else the machine does
meanwhile hits them in turn, and it can only add. In brackets, the ratio to the first column of the
same row. Compare ratios: the times are those of one machine.
";

/// Tables that an example prints: what isn't time at run time.
const TABLES: [(&str, &str, &str); 2] = [
    (
        "Self-borrowing structs: bytes and allocations",
        "Beyond what the owner has allocated before. By `ouroboros` and `self_cell`, the owner of `&mut String` is a `String`, \
         as they put it into a box themselves; the chain's two vectors are the dependents' own.",
        "self_borrow_sizes",
    ),
    (
        "Self-borrowing structs: to compile",
        "`cargo check` of a crate that has nothing but the dependency, from nothing; then of so many structs of a `String` and a \
         `&str`, each with a function that uses it, less the same crate without them.",
        "self_borrow_compile",
    ),
];

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .ok_or("no workspace")?;
    let rounds = env::args().nth(1).map_or(Ok(5), |rounds| rounds.parse())?;
    let criterion = root.join("target/criterion");
    let mut results = Medians::new();
    for _ in 0..rounds {
        let status = Command::new(env!("CARGO"))
            .args(["bench", "-p", "benches"])
            .current_dir(root)
            .status()?;
        if !status.success() {
            return Err("a benchmark failed".into());
        }
        measured::read_lowest(&criterion, &mut results)?;
    }
    if rounds == 0 {
        measured::read_lowest(&criterion, &mut results)?;
    }

    let docs = root.join("docs");
    fs::create_dir_all(docs.join("benchmarks"))?;
    let mut page = String::from(INTRODUCTION);
    writeln!(page, "\n{} Rounds: {}.", machine::describe(), rounds.max(1))?;
    for area in AREAS {
        let plot = format!("benchmarks/{}.svg", area.group);
        plot::draw(&docs.join(&plot), area, &results)?;
        writeln!(page, "\n## {}\n\n{}\n", area.title, area.about)?;
        page += &table::markdown(area, &results)?;
        writeln!(page, "\n![{} against time]({plot})", area.unit)?;
    }
    for (title, about, example) in TABLES {
        let table = table::of_example(root, example)?;
        writeln!(page, "\n## {title}\n\n{about}\n\n{table}")?;
    }
    fs::write(
        docs.join("benchmarks.md"),
        page.trim_end().to_owned() + "\n",
    )?;
    Ok(())
}
