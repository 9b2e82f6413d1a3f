//! One area as a Markdown table.

use crate::measured::Medians;
use benches::Area;
use core::fmt::Write as _;

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
    for &size in area.sizes {
        write!(table, "| {size} |").expect("a String takes all");
        let mut first = None;
        for column in area.columns {
            let key = (area.group.to_owned(), (*column).to_owned(), size);
            let Some(&median) = medians.get(&key) else {
                return Err(format!(
                    "`{column}` with {size} {} wasn't measured",
                    area.unit
                ));
            };
            let base = *first.get_or_insert(median);
            write!(table, " {} ({:.2}) |", time(median), median / base)
                .expect("a String takes all");
        }
        table.push('\n');
    }
    Ok(table)
}

fn time(nanoseconds: f64) -> String {
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
