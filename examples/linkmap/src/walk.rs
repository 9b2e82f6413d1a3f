//! Finds the Markdown files.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use ignore::{DirEntry, Error, WalkBuilder};

use crate::failure::Failure;
use crate::problem::Problem;

/// Which files to pass over.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Skip {
    pub(crate) ignored: bool,
    pub(crate) hidden: bool,
}

/// What was found, sorted; paths are relative to the folder.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) files: Vec<PathBuf>,
    pub(crate) problems: Vec<Problem>,
}

/// Walks `root`, following symbolic links.
pub(crate) fn markdown_files(root: &Path, skip: Skip) -> Result<Found, Failure> {
    match fs::metadata(root) {
        Ok(data) if data.is_dir() => {}
        Ok(_) => {
            return Err(Failure::NotAFolder {
                path: root.to_owned(),
            });
        }
        Err(error) => {
            return Err(Failure::NoFolder {
                path: root.to_owned(),
                error,
            });
        }
    }
    let mut found = Found::default();
    let walk = WalkBuilder::new(root)
        .standard_filters(skip.ignored)
        .hidden(skip.hidden)
        .follow_links(true)
        .filter_entry(|entry| entry.file_name() != ".git")
        .build();
    for entry in walk {
        match entry {
            Ok(entry) => found.add(root, &entry),
            Err(error) => found.problems.extend(problem(root, error)),
        }
    }
    found.files.sort();
    found.problems.sort();
    Ok(found)
}

impl Found {
    fn add(&mut self, root: &Path, entry: &DirEntry) {
        let is_folder = entry.file_type().is_none_or(|kind| kind.is_dir());
        if is_folder || !is_markdown(entry.path()) {
            return;
        }
        let path = relative(root, entry.path());
        if entry.file_type().is_some_and(|kind| kind.is_file()) {
            self.files.push(path);
        } else {
            // Opening a pipe would wait for someone to write to it.
            let message = "neither a file nor a folder".to_owned();
            self.problems.push(Problem {
                path,
                at: None,
                message,
            });
        }
    }
}

fn is_markdown(path: &Path) -> bool {
    path.extension()
        .and_then(OsStr::to_str)
        .is_some_and(|extension| {
            ["md", "markdown"]
                .iter()
                .any(|known| extension.eq_ignore_ascii_case(known))
        })
}

fn relative(root: &Path, path: &Path) -> PathBuf {
    path.strip_prefix(root).unwrap_or(path).to_owned()
}

/// A dangling symbolic link is of interest only if it is named like a Markdown file.
fn problem(root: &Path, error: Error) -> Option<Problem> {
    let (path, error) = innermost(error, root.to_owned());
    let message = match error {
        Error::Loop { ancestor, .. } => {
            let ancestor = relative(root, &ancestor);
            let name = if ancestor.as_os_str().is_empty() {
                root
            } else {
                &ancestor
            };
            format!("symbolic link loop: leads back to `{}`", name.display())
        }
        Error::Io(io) if path.is_symlink() && fs::metadata(&path).is_err() => {
            is_markdown(&path).then(|| format!("dangling symbolic link: {io}"))?
        }
        other => other.to_string(),
    };
    Some(Problem {
        path: relative(root, &path),
        at: None,
        message,
    })
}

/// Unpacks the error that carries the reason, and the path nearest to it.
fn innermost(error: Error, path: PathBuf) -> (PathBuf, Error) {
    match error {
        Error::WithPath { path, err } => innermost(*err, path),
        Error::WithDepth { err, .. } | Error::WithLineNumber { err, .. } => innermost(*err, path),
        Error::Loop { ancestor, child } => (child.clone(), Error::Loop { ancestor, child }),
        error => (path, error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extensions_are_compared_without_case() {
        for name in ["a.md", "a.MD", "a.Markdown", "dir.d/b.c.md"] {
            assert!(is_markdown(Path::new(name)), "{name}");
        }
        for name in ["a", "md", ".md", "a.md.txt", "a.mdx"] {
            assert!(!is_markdown(Path::new(name)), "{name}");
        }
    }
}
