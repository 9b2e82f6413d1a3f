//! The medians that criterion left in its folder.

use serde_json::Value;
use std::collections::HashMap;
use std::path::Path;
use std::{fs, io};

/// Median times in nanoseconds, by group, column and size.
pub(crate) type Medians = HashMap<(String, String, usize), f64>;

/// Reads every `<group>/<column>/<size>/new` below `folder`.
pub(crate) fn read(folder: &Path) -> io::Result<Medians> {
    let mut medians = Medians::new();
    walk(folder, &mut medians)?;
    Ok(medians)
}

fn walk(folder: &Path, medians: &mut Medians) -> io::Result<()> {
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
                estimates["median"]["point_estimate"].as_f64(),
            ) {
                medians.insert((group, column, size), median);
            }
        } else if path.is_dir() {
            walk(&path, medians)?;
        }
    }
    Ok(())
}

fn json(file: &Path) -> io::Result<Value> {
    Ok(serde_json::from_slice(&fs::read(file)?)?)
}
