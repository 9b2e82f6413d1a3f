//! The `counterexamples` pages of each crate are put together from the ui cases, so that what they
//! say is what the compiler said, in the words that are pinned.
//!
//! In a page (`<crate>/docs/counterexamples*.md`), the lines between a marker and the end are
//! written by this test: one case, or all cases of a topic.
//!
//! ```text
//! <!-- case: leak/scope/handle_escapes -->
//! <!-- end -->
//! <!-- topic: leak/rc -->
//! <!-- end -->
//! ```
//!
//! `UPDATE_PAGES=1 cargo test -p trybuild-tests --test pages` writes the pages anew. Every case of a
//! crate must be on one of its pages.

use core::fmt::Write as _;
use similar::{ChangeTag, TextDiff};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const END: &str = "<!-- end -->";

#[test]
fn counterexamples_are_what_the_compiler_said() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the workspace");
    let ui = root.join("trybuild-tests/tests/ui");
    let mut wrong = Vec::new();
    for crate_name in names(&ui.join("fail")) {
        let mut missing = all_cases(&ui, &crate_name);
        let docs = root.join(&crate_name).join("docs");
        let pages = names(&docs);
        for page in pages
            .iter()
            .filter(|name| name.starts_with("counterexamples"))
        {
            let page = docs.join(page);
            let old = read(&page);
            let new = render(&ui, &old, &mut missing);
            if new == old {
                continue;
            }
            if std::env::var_os("UPDATE_PAGES").is_some() {
                fs::write(&page, new).expect("the page can be written");
            } else {
                wrong.push(format!("not up to date: {}", page.display()));
            }
        }
        wrong.extend(missing.iter().map(|case| format!("on no page: {case}")));
    }
    assert!(
        wrong.is_empty(),
        "{wrong:#?}\nhelp: UPDATE_PAGES=1 cargo test -p trybuild-tests --test pages"
    );
}

fn all_cases(ui: &Path, crate_name: &str) -> BTreeSet<String> {
    names(&ui.join("fail").join(crate_name))
        .into_iter()
        .flat_map(|topic| cases(ui, &format!("{crate_name}/{topic}")))
        .collect()
}

fn cases(ui: &Path, topic: &str) -> Vec<String> {
    names(&ui.join("fail").join(topic))
        .iter()
        .filter_map(|file| Some(format!("{topic}/{}", file.strip_suffix(".rs")?)))
        .collect()
}

/// The page with the parts of the cases written anew. Takes what it shows out of `missing`.
fn render(ui: &Path, page: &str, missing: &mut BTreeSet<String>) -> String {
    let mut new = String::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        new.push_str(line);
        new.push('\n');
        let marker = |kind: &str| {
            line.strip_prefix("<!-- ")?
                .strip_prefix(kind)?
                .strip_suffix(" -->")
        };
        let written = if let Some(case) = marker("case: ") {
            missing.remove(case);
            show(ui, case)
        } else if let Some(topic) = marker("topic: ") {
            let mut written = String::new();
            for case in cases(ui, topic) {
                missing.remove(&case);
                write!(written, "\n## {}\n", title(&case)).expect("writing to a string");
                written.push_str(&show(ui, &case));
            }
            written
        } else {
            continue;
        };
        assert!(lines.any(|line| line == END), "{line}: no `{END}`");
        new.push_str(&written);
        new.push_str(END);
        new.push('\n');
    }
    new
}

/// `leak/rc/from_box` → `From box`
fn title(case: &str) -> String {
    let name = case.rsplit('/').next().unwrap_or(case).replace('_', " ");
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// Why a case is refused, its code, what the compiler says, and how the twin differs.
fn show(ui: &Path, case: &str) -> String {
    let file =
        |kind: &str, extension: &str| read(&ui.join(kind).join(case).with_extension(extension));
    let (fail, pass, said) = (
        file("fail", "rs"),
        file("pass", "rs"),
        file("fail", "stderr"),
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
        let line = format!("{sign} {change}");
        writeln!(diff, "{}", line.trim_end()).expect("writing to a string");
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

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
