//! All pages together: where each link leads.

use core::convert::identity;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::anchors::needs_no_anchor;
use crate::failure::Failure;
use crate::folders::{Entry, Folders};
use crate::markdown::{Link, To};
use crate::page::Page;
use crate::paths::{link_from, normalize};
use crate::suggest::nearest;
use crate::target::{Target, classify, is_code_path};
use crate::verdict::{Fault, FaultKind, Verdict};

/// What a code host shows for a folder, in this order.
const FOLDER_PAGES: [&str; 5] = [
    "README.md",
    "readme.md",
    "Readme.md",
    "index.md",
    "README.markdown",
];

/// Borrows what was read; all workers share it.
#[derive(Debug)]
pub(crate) struct Site<'a> {
    /// Absolute, so that links that leave the folder and come back can be followed.
    root: PathBuf,
    files: &'a [PathBuf],
    /// `None` for files that could not be read.
    pages: &'a [Option<Page>],
    by_path: HashMap<&'a Path, usize>,
    folders: Folders<'a>,
}

impl<'a> Site<'a> {
    pub(crate) fn new(
        root: &'a Path,
        files: &'a [PathBuf],
        pages: &'a [Option<Page>],
    ) -> Result<Self, Failure> {
        let absolute = fs::canonicalize(root);
        Ok(Self {
            root: absolute.map_err(|error| Failure::NoFolder {
                path: root.to_owned(),
                error,
            })?,
            files,
            pages,
            by_path: files.iter().map(PathBuf::as_path).zip(0..).collect(),
            folders: Folders::new(root),
        })
    }

    /// Checks the links of a page, in their order.
    pub(crate) fn check(&self, page: usize) -> Vec<Verdict> {
        let links = self.pages[page].iter().flat_map(|page| &page.table().links);
        links.map(|link| self.follow(page, link)).collect()
    }

    fn follow(&self, from: usize, link: &Link<'_>) -> Verdict {
        let destination = match &link.to {
            To::Destination(destination) => destination,
            To::Email(_) => return Verdict::External,
            To::Undefined(label) => return undefined(label),
        };
        match classify(destination) {
            Target::External => Verdict::External,
            Target::CodePath => Verdict::CodePath,
            Target::Empty => FaultKind::EmptyLink.into(),
            Target::Undecodable => FaultKind::BadEncoding.into(),
            Target::Local { path, fragment } => {
                let fragment = fragment.as_deref().unwrap_or_default();
                if path.is_empty() {
                    self.anchor(from, fragment)
                } else {
                    self.path(from, &path, fragment)
                }
            }
        }
    }

    fn path(&self, from: usize, path: &str, fragment: &str) -> Verdict {
        let folder = self.files[from].parent().unwrap_or(Path::new(""));
        let base = if path.starts_with('/') {
            Path::new("")
        } else {
            folder
        };
        let absolute = normalize(&self.root.join(base).join(path.trim_start_matches('/')));
        let Ok(target) = absolute.strip_prefix(&self.root) else {
            return self.outside(&absolute);
        };
        match self.folders.find(target) {
            Entry::File => self.found(self.page(target), fragment),
            Entry::Folder => {
                let mut pages = FOLDER_PAGES
                    .iter()
                    .map(|name| self.page(&target.join(name)));
                self.found(pages.find_map(identity), fragment)
            }
            Entry::Missing { similar } => Verdict::Broken(Fault {
                kind: FaultKind::MissingFile {
                    target: link_from(Path::new(""), target),
                },
                instead: similar.map(|similar| match path.strip_prefix('/') {
                    Some(_) => format!("/{}", link_from(Path::new(""), &similar)),
                    None => link_from(folder, &similar),
                }),
            }),
        }
    }

    /// Something exists. Anchors are known of pages only.
    fn found(&self, page: Option<usize>, fragment: &str) -> Verdict {
        page.map_or(Verdict::Good { page }, |page| self.anchor(page, fragment))
    }

    fn page(&self, path: &Path) -> Option<usize> {
        self.by_path.get(path).copied()
    }

    fn outside(&self, absolute: &Path) -> Verdict {
        let target = link_from(&self.root, absolute);
        match fs::exists(absolute) {
            Ok(true) => Verdict::Outside { target },
            _ => FaultKind::MissingFile { target }.into(),
        }
    }

    fn anchor(&self, page: usize, fragment: &str) -> Verdict {
        let good = Verdict::Good { page: Some(page) };
        let Some(content) = &self.pages[page] else {
            return good;
        };
        let anchors = &content.table().anchors;
        if needs_no_anchor(fragment) || anchors.contains(fragment) {
            return good;
        }
        let similar = nearest(fragment, anchors.iter().map(String::as_str));
        let fragment = fragment.to_owned();
        Verdict::Broken(Fault {
            kind: FaultKind::MissingAnchor { page, fragment },
            instead: similar.map(|anchor| format!("#{anchor}")),
        })
    }
}

/// rustdoc resolves the label of a reference that has no definition, if it is code.
fn undefined(label: &str) -> Verdict {
    let code = label
        .strip_prefix('`')
        .and_then(|label| label.strip_suffix('`'));
    if code.is_some() || is_code_path(label) {
        Verdict::CodePath
    } else {
        FaultKind::UndefinedReference.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Follows the links of `docs/a.md` in a folder of that and `b.md`, `docs/README.md`,
    /// `docs/Image.png` and `empty/`, beside `outside.md`.
    fn follow(text: &str) -> Vec<Verdict> {
        let outer = tempfile::tempdir().expect("a temporary folder");
        let root = outer.path().join("root");
        for folder in ["docs", "empty"] {
            fs::create_dir_all(root.join(folder)).expect("writable");
        }
        fs::write(outer.path().join("outside.md"), "").expect("writable");
        fs::write(root.join("docs/Image.png"), "").expect("writable");
        let files = ["b.md", "docs/README.md", "docs/a.md"].map(PathBuf::from);
        let texts = ["# Usage\n", "# Docs\n", text];
        for (file, text) in files.iter().zip(texts) {
            fs::write(root.join(file), text).expect("writable");
        }
        let pages = texts.map(|text| Page::parse(text.to_owned().into()).ok());
        Site::new(&root, &files, &pages).expect("readable").check(2)
    }

    fn good(page: usize) -> Verdict {
        Verdict::Good { page: Some(page) }
    }

    fn missing(target: &str, instead: &str) -> Verdict {
        Verdict::Broken(Fault {
            kind: FaultKind::MissingFile {
                target: target.to_owned(),
            },
            instead: (!instead.is_empty()).then(|| instead.to_owned()),
        })
    }

    #[test]
    fn files_are_found_from_the_page_and_from_the_root() {
        assert_eq!(
            follow("[](../b.md) [](/b.md) [](README.md) [](./a.md)"),
            [good(0), good(0), good(1), good(2)]
        );
        assert_eq!(follow("![](Image.png)"), [Verdict::Good { page: None }]);
    }

    #[test]
    fn folders_lead_to_their_page() {
        assert_eq!(
            follow("[](.) [](/docs/#docs) [](../empty) [](/)"),
            [
                good(1),
                good(1),
                Verdict::Good { page: None },
                Verdict::Good { page: None }
            ]
        );
    }

    #[test]
    fn missing_files_are_guessed() {
        assert_eq!(
            follow("[](image.png) [](../c/d.md) [](/doc/a.md) [](READM.md#x)"),
            [
                missing("docs/image.png", "Image.png"),
                missing("c/d.md", ""),
                missing("doc/a.md", "/docs/a.md"),
                missing("docs/READM.md", "README.md"),
            ]
        );
    }

    #[test]
    fn anchors_are_checked_on_the_page_they_are_on() {
        let broken = |page, fragment: &str, instead: Option<&str>| {
            Verdict::Broken(Fault {
                kind: FaultKind::MissingAnchor {
                    page,
                    fragment: fragment.to_owned(),
                },
                instead: instead.map(str::to_owned),
            })
        };
        assert_eq!(
            follow("# Own\n[](#own) [](#Own) [](../b.md#usage) [](../b.md#usages) [](.#x)"),
            [
                good(2),
                broken(2, "Own", Some("#own")),
                good(0),
                broken(0, "usages", Some("#usage")),
                broken(1, "x", None),
            ]
        );
    }

    #[test]
    fn links_may_leave_the_folder_and_come_back() {
        assert_eq!(
            follow("[](../../outside.md) [](../../root/b.md) [](../../nope.md)"),
            [
                Verdict::Outside {
                    target: "../outside.md".to_owned()
                },
                good(0),
                missing("../nope.md", ""),
            ]
        );
    }

    #[test]
    fn the_rest_is_told_apart_by_its_text() {
        assert_eq!(
            follow("<https://x.y> <a@b.c> [](a::b) [x](<>) [](%ff) [x][y] [x][a::b] [x][`Y`]"),
            [
                Verdict::External,
                Verdict::External,
                Verdict::CodePath,
                FaultKind::EmptyLink.into(),
                FaultKind::BadEncoding.into(),
                FaultKind::UndefinedReference.into(),
                Verdict::CodePath,
                Verdict::CodePath,
            ]
        );
    }
}
