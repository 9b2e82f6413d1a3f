//! The report for people: one line per broken link, as compilers do.

use core::fmt::Write as _;
use std::path::Path;

use crate::markdown::To;
use crate::paths::with_slashes;
use crate::problem::Problem;
use crate::summary::{Finding, Summary, Totals};
use crate::verdict::{Fault, FaultKind, Verdict};
use crate::words::count;

pub(crate) fn report(summary: &Summary<'_>, verbose: bool) -> String {
    let mut report = String::new();
    for finding in summary.findings() {
        if let Some(message) = message(summary, finding, verbose) {
            let file = shown(summary.root, &summary.files[finding.page]);
            let at = finding.position();
            // Writing to a string can't fail.
            writeln!(report, "{file}:{}:{}: {message}", at.line, at.column).ok();
        }
    }
    report + &totals(summary.totals())
}

/// A problem, with its place if it has one.
pub(crate) fn problem(root: &Path, problem: &Problem) -> String {
    let path = shown(root, &problem.path);
    match problem.at {
        Some(at) => format!(
            "{path}:{}:{}: {}",
            at.position.line, at.position.column, problem.message
        ),
        None => format!("{path}: {}", problem.message),
    }
}

fn message(summary: &Summary<'_>, finding: Finding<'_>, verbose: bool) -> Option<String> {
    let link = written(&finding.link.to);
    match finding.verdict {
        Verdict::Broken(Fault { kind, instead }) => {
            let mut message = match reason(summary, finding.page, kind) {
                Some(reason) => format!("broken link {link}: {reason}"),
                None => "empty link".to_owned(),
            };
            if let Some(instead) = instead {
                write!(message, "\n  help: did you mean `{instead}`?").ok();
            }
            Some(message)
        }
        Verdict::Outside { target } if verbose => {
            Some(format!("note: {link} leaves the folder: `{target}`"))
        }
        Verdict::CodePath if verbose => Some(format!("note: {link} is a code path")),
        _ => None,
    }
}

fn reason(summary: &Summary<'_>, on: usize, kind: &FaultKind) -> Option<String> {
    Some(match kind {
        FaultKind::EmptyLink => return None,
        FaultKind::BadEncoding => "it is not UTF-8 after percent-decoding".to_owned(),
        FaultKind::UndefinedReference => "the reference is not defined".to_owned(),
        FaultKind::MissingFile { target } => format!("there is no `{target}`"),
        FaultKind::MissingAnchor { page, fragment } if *page == on => {
            format!("no heading or id `{fragment}` in this file")
        }
        FaultKind::MissingAnchor { page, fragment } => {
            let file = with_slashes(&summary.files[*page]);
            format!("no heading or id `{fragment}` in `{file}`")
        }
    })
}

fn written(to: &To<'_>) -> String {
    match to {
        To::Undefined(label) => format!("`[{label}]`"),
        To::Destination(_) | To::Email(_) => format!("`{}`", to.written()),
    }
}

fn totals(totals: Totals) -> String {
    let Totals {
        files,
        links,
        external,
        code_paths,
        outside,
        broken,
        unreadable,
    } = totals;
    let mut text = format!(
        "{}, {}: {broken} broken",
        count(files, "file"),
        count(links, "link")
    );
    for (number, what) in [
        (external, format!("{external} external")),
        (code_paths, count(code_paths, "code path")),
        (outside, format!("{outside} outside")),
        (unreadable, format!("{unreadable} unreadable")),
    ] {
        if number > 0 {
            text = text + ", " + &what;
        }
    }
    text + "\n"
}

/// Where the user finds the file: below the folder as it was given.
fn shown(root: &Path, file: &Path) -> String {
    if root == Path::new(".") && !file.as_os_str().is_empty() {
        with_slashes(file)
    } else {
        with_slashes(&root.join(file))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_shown_below_the_folder_as_given() {
        let shown = |root: &str, file: &str| shown(Path::new(root), Path::new(file));
        assert_eq!(shown(".", "a/b.md"), "a/b.md");
        assert_eq!(shown("../x", "a/b.md"), "../x/a/b.md");
        assert_eq!(shown("/x/", "b.md"), "/x/b.md");
        assert_eq!(shown(".", ""), ".");
    }

    #[test]
    fn totals_name_what_there_is() {
        let text = totals(Totals {
            files: 1,
            links: 2,
            broken: 0,
            ..Totals::default()
        });
        assert_eq!(text, "1 file, 2 links: 0 broken\n");
        let text = totals(Totals {
            external: 3,
            unreadable: 1,
            ..Totals::default()
        });
        assert_eq!(
            text,
            "0 files, 0 links: 0 broken, 3 external, 1 unreadable\n"
        );
    }
}
