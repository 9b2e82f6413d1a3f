//! What `docs/from-the-texts.md` names, exists: each path in a middle column is used by `terms.rs`, which this test writes.
//!
//! `UPDATE_TERMS=1 cargo test -p trybuild-tests --test from_the_texts` writes it anew.

use core::fmt::Write as _;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const CRATES: [&str; 4] = ["capsule", "leak", "own_ref", "self_borrow"];

/// The code in the second column of a row.
fn middle(row: &str) -> Option<&str> {
    let row = row.strip_prefix("| ")?;
    let middle = row.split(" | ").nth(1)?;
    (!middle.starts_with("here") && !middle.starts_with('-')).then_some(middle)
}

fn code(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

fn is_path(code: &str) -> bool {
    let first = code.split("::").next().unwrap_or_default();
    CRATES.contains(&first) && code.contains("::")
}

fn page() -> String {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(here.with_file_name("docs/from-the-texts.md")).expect("the page")
}

/// The names after "example" or "examples", up to the end of the phrase.
fn examples(text: &str) -> impl Iterator<Item = &str> {
    let phrases = text.split("xample").skip(1);
    let phrases = phrases.map(|rest| rest.split(['.', ':', '|', '/']).next().unwrap_or_default());
    let is_name = |code: &&str| {
        code.chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    };
    phrases.flat_map(code).filter(is_name)
}

#[test]
fn examples_are_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the workspace");
    let page = page();
    let named: BTreeSet<_> = page.lines().flat_map(examples).collect();
    let is_there = |name: &&&str| {
        CRATES.iter().any(|library| {
            let folder = root.join(library.replace('_', "-")).join("examples");
            folder.join(format!("{name}.rs")).exists()
        })
    };
    let missing: Vec<_> = named.iter().filter(|name| !is_there(name)).collect();
    assert!(missing.is_empty(), "no such examples: {missing:?}");
    assert!(named.len() > 20, "only {named:?}");
}

#[test]
fn terms_are_items() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = page();
    let mut paths = BTreeSet::new();
    let mut without = Vec::new();
    for row in page.lines() {
        let Some(middle) = middle(row) else { continue };
        let mut named = code(middle).filter(|code| is_path(code)).peekable();
        if named.peek().is_none() && !middle.contains("its subject") && !row.contains("](#") {
            without.push(row);
        }
        paths.extend(named.map(|path| path.trim_end_matches('!')));
    }
    assert!(without.is_empty(), "rows without an item: {without:#?}");
    assert!(
        paths.len() > 100,
        "only {} paths: is the page still a table?",
        paths.len()
    );

    let mut terms = String::from(
        "//! What `docs/from-the-texts.md` names. Written by `from_the_texts.rs`.\n\n\
         #![expect(unused_imports, reason = \"that they exist is the test\")]\n\n",
    );
    for path in paths {
        writeln!(terms, "use {path} as _;").expect("a String takes all");
    }
    let file = here.join("tests/terms.rs");
    let old = fs::read_to_string(&file).unwrap_or_default();
    if std::env::var_os("UPDATE_TERMS").is_some() {
        fs::write(&file, terms).expect("it can be written");
    } else {
        assert!(
            old == terms,
            "terms.rs is not up to date\nhelp: UPDATE_TERMS=1 cargo test -p trybuild-tests --test from_the_texts"
        );
    }
}
