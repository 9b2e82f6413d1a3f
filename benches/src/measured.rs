//! The medians that criterion left in its folder.

use serde_json::Value;
use std::collections::HashMap;
use std::path::Path;
use std::{fs, io};

/// By group, column and size.
pub(crate) type Medians = HashMap<(String, String, usize), Median>;

/// A time in nanoseconds.
#[derive(Clone, Copy)]
pub(crate) struct Median {
    pub(crate) time: f64,
    /// Half the width of the 95 % confidence interval, as a part of the time.
    pub(crate) error: f64,
}

/// Reads every `<group>/<column>/<size>/new` below `folder`, and keeps the lower of two medians.
pub(crate) fn read_lowest(folder: &Path, medians: &mut Medians) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.ends_with("new") {
            let about = json(&path.join("benchmark.json"))?;
            let estimates = json(&path.join("estimates.json"))?;
            let text = |key: &str| about[key].as_str().map(str::to_owned);
            if let (Some(group), Some(column), Some(Ok(size)), Some(median)) = (
                text("group_id"),
                text("function_id"),
                text("value_str").map(|size| size.parse()),
                median(&estimates["median"]),
            ) {
                let lowest = medians.entry((group, column, size)).or_insert(median);
                if median.time < lowest.time {
                    *lowest = median;
                }
            }
        } else if path.is_dir() {
            read_lowest(&path, medians)?;
        }
    }
    Ok(())
}

fn median(estimate: &Value) -> Option<Median> {
    let time = estimate["point_estimate"].as_f64()?;
    let interval = &estimate["confidence_interval"];
    let width = interval["upper_bound"].as_f64()? - interval["lower_bound"].as_f64()?;
    Some(Median {
        time,
        error: width / 2.0 / time,
    })
}

fn json(file: &Path) -> io::Result<Value> {
    Ok(serde_json::from_slice(&fs::read(file)?)?)
}
