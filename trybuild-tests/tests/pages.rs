//! The `counterexamples` page of each crate is put together from the ui cases, so that what it says
//! is what the compiler said, in the words that are pinned.
//!
//! In a page, the lines between these two are written by this test:
//!
//! ```text
//! <!-- case: leak/scope/handle_escapes -->
//! <!-- end -->
//! ```
//!
//! `UPDATE_PAGES=1 cargo test -p trybuild-tests --test pages` writes the pages anew. Cases of the
//! topics that a page has in `<!-- topics: scope thread -->` must all be on it.

use core::fmt::Write as _;
use similar::{ChangeTag, TextDiff};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const CASE: &str = "<!-- case: ";
const TOPICS: &str = "<!-- topics: ";
const END: &str = "<!-- end -->";

#[test]
fn counterexamples_are_what_the_compiler_said() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the workspace");
    let ui = root.join("trybuild-tests/tests/ui");
    let mut stale = Vec::new();
    for crate_name in names(&ui.join("fail")) {
        let page = root.join(&crate_name).join("docs/counterexamples.md");
        let old =
            fs::read_to_string(&page).unwrap_or_else(|error| panic!("{}: {error}", page.display()));
        let new = render(&ui, &crate_name, &old);
        if new != old {
            if std::env::var_os("UPDATE_PAGES").is_some() {
                fs::write(&page, new).expect("the page can be written");
            } else {
                stale.push(page);
            }
        }
    }
    assert!(
        stale.is_empty(),
        "not up to date: {stale:?}\nhelp: UPDATE_PAGES=1 cargo test -p trybuild-tests --test pages"
    );
}

/// The page with each case's part written anew.
fn render(ui: &Path, crate_name: &str, page: &str) -> String {
    let mut missing: BTreeSet<String> = page
        .lines()
        .filter_map(|line| line.strip_prefix(TOPICS)?.strip_suffix(" -->"))
        .flat_map(str::split_whitespace)
        .flat_map(|topic| {
            let topic = format!("{crate_name}/{topic}");
            names(&ui.join("fail").join(&topic))
                .into_iter()
                .filter_map(|file| file.strip_suffix(".rs").map(str::to_owned))
                .map(move |case| format!("{topic}/{case}"))
        })
        .collect();

    let mut new = String::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        new.push_str(line);
        new.push('\n');
        if let Some(case) = line
            .strip_prefix(CASE)
            .and_then(|line| line.strip_suffix(" -->"))
        {
            lines
                .find(|line| *line == END)
                .unwrap_or_else(|| panic!("{case}: no `{END}`"));
            missing.remove(case);
            new.push_str(&show(ui, case));
            new.push_str(END);
            new.push('\n');
        }
    }
    assert!(
        missing.is_empty(),
        "not on the page of `{crate_name}`: {missing:#?}"
    );
    new
}

/// Why a case is refused, its code, what the compiler says, and how the twin differs.
fn show(ui: &Path, case: &str) -> String {
    let read = |kind: &str, extension: &str| {
        let path = ui.join(kind).join(case).with_extension(extension);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let (fail, pass, said) = (
        read("fail", "rs"),
        read("pass", "rs"),
        read("fail", "stderr"),
    );
    let (why, fail) = split(&fail);
    let (_, pass) = split(&pass);

    let mut diff = String::new();
    for change in TextDiff::from_lines(fail, pass).iter_all_changes() {
        let sign = match change.tag() {
            ChangeTag::Delete => '-',
            ChangeTag::Insert => '+',
            ChangeTag::Equal => continue,
        };
        write!(diff, "{sign} {change}").expect("writing to a string");
    }
    let said = said.trim_end();
    format!(
        "\n{why}\n```rust,ignore\n{fail}```\n\n```text\n{said}\n```\n\nThis compiles:\n\n```diff\n{diff}```\n\n"
    )
}

/// The `//!` lines as prose, and the code below them.
fn split(source: &str) -> (String, &str) {
    let code = source
        .split_inclusive('\n')
        .take_while(|line| line.starts_with("//!") || line.trim().is_empty())
        .map(str::len)
        .sum();
    let why = source[..code]
        .lines()
        .filter_map(|line| line.strip_prefix("//!"))
        .fold(String::new(), |why, line| why + line.trim_start() + "\n");
    (why, &source[code..])
}

fn names(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).unwrap_or_else(|error| panic!("{}: {error}", dir.display()));
    let mut names: Vec<String> = entries
        .map(|entry| PathBuf::from(entry.expect("a readable folder").file_name()))
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    names.sort_unstable();
    names
}
