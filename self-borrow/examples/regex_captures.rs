//! What a regular expression found, together with the line that it was found in.
//!
//! ```text
//! cargo run -p self-borrow --example regex_captures
//! ```
//!
//! `regex::Captures` and `regex::Matches` borrow the text that they are about, so they can't be returned by
//! whoever read the text. In a self-borrowing struct they can.
#![forbid(unsafe_code)]

use core::ops::Range;
use regex::{Captures, Matches, Regex};
use self_borrow::self_borrow;
use std::sync::Arc;

/// A line of a log, and its parts.
#[self_borrow]
#[derive(Debug)]
pub struct Record {
    #[lend('line)]
    line: String,
    parts: Captures<'line>,
}

impl Record {
    /// Looks for the parts.
    ///
    /// # Errors
    ///
    /// The line, if the format doesn't fit.
    pub fn read(format: &Regex, line: String) -> Result<Self, String> {
        Self::try_new(line, |line| format.captures(line).ok_or(())).map_err(|((), line)| line)
    }

    /// One of the parts.
    #[must_use]
    pub fn part(&self, name: &str) -> &str {
        self.parts().name(name).map_or("", |found| found.as_str())
    }
}

/// An iterator that owns what it goes through: two owners under one lifetime.
#[self_borrow]
pub struct OwnedMatches {
    #[lend('all)]
    regex: Arc<Regex>,
    #[lend('all)]
    text: String,
    matches: Matches<'all, 'all>,
}

impl Iterator for OwnedMatches {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        self.with_matches_mut(|matches| matches.next().map(|found| found.range()))
    }
}

/// All places in the text: lazily, and without a lifetime in the result.
#[must_use]
pub fn find_all(regex: &Arc<Regex>, text: String) -> OwnedMatches {
    OwnedMatches::new(Arc::clone(regex), text, Regex::find_iter)
}

const LOG: &str = "\
12:00:07 warn  disk: 91 % full
12:00:09 error disk: no space left
- - - rotated - - -
12:01:00 info  net: link up
";

fn main() -> Result<(), regex::Error> {
    let format = Regex::new(r"^(?<time>\S+) (?<level>\w+)\s+(?<area>\w+): (?<text>.*)$")?;
    let (records, rest): (Vec<_>, Vec<_>) = LOG
        .lines()
        .map(|line| Record::read(&format, line.to_owned()))
        .partition(Result::is_ok);
    let mut records: Vec<Record> = records.into_iter().flatten().collect();
    let rest: Vec<String> = rest.into_iter().filter_map(Result::err).collect();

    // Sorting moves the records about.
    records.sort_by(|a, b| a.part("level").cmp(b.part("level")));
    for record in &records {
        println!(
            "{:>5} {}: {}",
            record.part("level"),
            record.part("area"),
            record.part("text")
        );
    }
    let levels: Vec<&str> = records.iter().map(|record| record.part("level")).collect();
    assert_eq!(levels, ["error", "info", "warn"]);
    assert_eq!(records[0].line(), "12:00:09 error disk: no space left");
    assert_eq!(rest, ["- - - rotated - - -"]);

    let digits = Arc::new(Regex::new(r"\d+")?);
    let mut found = find_all(&digits, LOG.to_owned());
    assert_eq!(found.next(), Some(0..2));
    let mut found = Box::new(found); // moved, in the middle of it
    assert_eq!(found.next(), Some(3..5));
    let count = found.by_ref().count();
    println!("{} numbers", count + 2);
    assert_eq!(count + 2, 10);
    let OwnedMatchesOwners { regex, text } = found.into_owners();
    assert!(Arc::ptr_eq(&regex, &digits) && text == LOG);
    Ok(())
}
