//! One area as a Markdown table.

use crate::measured::Medians;
use benches::Area;
use core::fmt::Write as _;
use std::io;
use std::path::Path;
use std::process::Command;

/// # Errors
///
/// If something wasn't measured.
pub(crate) fn markdown(area: &Area, medians: &Medians) -> Result<String, String> {
    let mut table = format!("| {} |", area.unit);
    for column in area.columns {
        write!(table, " {column} |").expect("a String takes all");
    }
    table += "\n|--:|";
    table += &"--:|".repeat(area.columns.len());
    table.push('\n');
    let mut error = 0.0_f64;
    for &size in area.sizes {
        write!(table, "| {size} |").expect("a String takes all");
        let mut first = None;
        for column in area.columns {
            let key = (area.group.to_owned(), (*column).to_owned(), size);
            let Some(median) = medians.get(&key) else {
                return Err(format!(
                    "`{column}` with {size} {} wasn't measured",
                    area.unit
                ));
            };
            error = error.max(median.error);
            let time = median.time;
            let base = *first.get_or_insert(time);
            write!(table, " {} ({:.2}) |", rounded(time), time / base).expect("a String takes all");
        }
        table.push('\n');
    }
    writeln!(
        table,
        "\nWidest confidence interval (95 %) of a median in this table: ±{:.0} %.",
        error * 100.0
    )
    .expect("a String takes all");
    Ok(table)
}

/// The table that an example prints.
///
/// # Errors
///
/// If it can't be run, or fails.
pub(crate) fn of_example(root: &Path, example: &str) -> io::Result<String> {
    let output = Command::new(env!("CARGO"))
        .args([
            "run",
            "--quiet",
            "--release",
            "-p",
            "benches",
            "--example",
            example,
        ])
        .current_dir(root)
        .output()?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout)
            .trim_end()
            .to_owned())
    } else {
        Err(io::Error::other(String::from_utf8_lossy(&output.stderr)))
    }
}

fn rounded(nanoseconds: f64) -> String {
    let (value, unit) = match nanoseconds {
        ns if ns < 1e3 => (ns, "ns"),
        ns if ns < 1e6 => (ns / 1e3, "µs"),
        ns => (ns / 1e6, "ms"),
    };
    let digits = match value {
        one if one < 10.0 => 2,
        two if two < 100.0 => 1,
        _ => 0,
    };
    format!("{value:.digits$} {unit}")
}
