//! A JSON file that is parsed without copying its strings, in a value that owns the file's text.
//!
//! ```text
//! cargo run -p self-borrow --example zero_copy_json [-- <file>]
//! ```
//!
//! Without a file it reads `zero_copy_json.json`, which is what `linkmap --json` said about a folder of this repository.
#![forbid(unsafe_code)]

use core::error::Error;
use core::fmt;
use self_borrow::self_borrow;
use serde_json_borrow::Value;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Some JSON: its text, and a value that borrows the strings in it.
#[self_borrow]
#[derive(Debug)]
pub struct Json {
    #[lend('text)]
    text: String,
    value: Value<'text>,
}

/// Why there is no value.
#[derive(Debug)]
pub enum Failed {
    /// No text.
    Read(io::Error),
    /// The text is no JSON. Here it is.
    Parse(serde_json::Error, String),
}

impl Json {
    /// Parses a text.
    ///
    /// # Errors
    ///
    /// What is wrong, and the text.
    pub fn parse(text: String) -> Result<Self, (serde_json::Error, String)> {
        Self::try_new(text, |text| serde_json::from_str(text))
    }

    /// Reads a file.
    ///
    /// # Errors
    ///
    /// If it can't be read or is no JSON.
    pub fn read(path: &Path) -> Result<Self, Failed> {
        let text = fs::read_to_string(path).map_err(Failed::Read)?;
        Self::parse(text).map_err(|(error, text)| Failed::Parse(error, text))
    }
}

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(error) => write!(f, "can't be read: {error}"),
            // The text is there, so the message can quote it.
            Self::Parse(error, text) => {
                let line = text.lines().nth(error.line().saturating_sub(1));
                write!(f, "{error}:\n{}", line.unwrap_or_default())
            }
        }
    }
}

impl Error for Failed {}

/// Counts the strings below a value, and those that lie in `text`.
fn strings(value: &Value<'_>, text: &str) -> (usize, usize) {
    let add = |(all, inside), (more, more_inside)| (all + more, inside + more_inside);
    match value {
        Value::Str(string) => {
            let inside = text.as_bytes().as_ptr_range().contains(&string.as_ptr());
            (1, usize::from(inside))
        }
        Value::Array(items) => items
            .iter()
            .map(|item| strings(item, text))
            .fold((0, 0), add),
        Value::Object(object) => object
            .iter()
            .map(|(_, item)| strings(item, text))
            .fold((0, 0), add),
        Value::Null | Value::Bool(_) | Value::Number(_) => (0, 0),
    }
}

fn main() -> Result<(), Failed> {
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/zero_copy_json.json");
    let given = env::args_os().nth(1).map(PathBuf::from);
    let json = Json::read(given.as_deref().unwrap_or(Path::new(default)))?;
    let (all, inside) = strings(json.value(), json.text());
    println!(
        "{} bytes, {all} strings, {inside} of them not copied",
        json.text().len()
    );
    if given.is_some() {
        return Ok(());
    }

    // Only a string with an escape in it is a copy, and there is none.
    assert!(all > 40 && inside == all);
    let files = json.value().get("summary").get("files").as_u64();
    assert_eq!(files, Some(22));

    // An error gives the text back, so it can be mended.
    let text = json.into_owners();
    let cut = text[..text.len() / 2].to_owned();
    let Err((error, mut cut)) = Json::parse(cut) else {
        panic!("half of it is no JSON");
    };
    println!("half of it: {error}");
    assert!(error.is_eof());
    cut.push_str(&text[text.len() / 2..]);
    let whole = Json::parse(cut).map_err(|(error, text)| Failed::Parse(error, text))?;
    assert_eq!(whole.text(), text);
    Ok(())
}
