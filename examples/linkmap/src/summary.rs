//! The result of a run, which the reports and the graph are views of.

use std::path::{Path, PathBuf};

use crate::markdown::Link;
use crate::page::Page;
use crate::problem::Problem;
use crate::source::Position;
use crate::verdict::Verdict;

#[derive(Debug)]
pub(crate) struct Summary<'a> {
    /// As the user wrote it.
    pub(crate) root: &'a Path,
    pub(crate) files: &'a [PathBuf],
    /// `None` for files that could not be read.
    pub(crate) pages: &'a [Option<Page>],
    /// For each page, for each link.
    pub(crate) verdicts: &'a [Vec<Verdict>],
    pub(crate) problems: &'a [Problem],
}

/// One link and what came of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Finding<'a> {
    pub(crate) page: usize,
    pub(crate) content: &'a Page,
    pub(crate) link: &'a Link<'a>,
    pub(crate) verdict: &'a Verdict,
}

impl Finding<'_> {
    /// Only what is reported needs one.
    pub(crate) fn position(&self) -> Position {
        self.content.lines().position(self.link.offset)
    }
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub(crate) struct Totals {
    pub(crate) files: usize,
    pub(crate) links: usize,
    pub(crate) external: usize,
    pub(crate) code_paths: usize,
    pub(crate) outside: usize,
    pub(crate) broken: usize,
    pub(crate) unreadable: usize,
}

impl<'a> Summary<'a> {
    /// Ordered by file and position.
    pub(crate) fn findings(&self) -> impl Iterator<Item = Finding<'a>> + use<'a> {
        let pages = self.pages.iter().zip(self.verdicts).enumerate();
        pages.flat_map(|(page, (content, verdicts))| {
            let links = content.iter().flat_map(|content| {
                content
                    .table()
                    .links
                    .iter()
                    .map(move |link| (content, link))
            });
            links
                .zip(verdicts)
                .map(move |((content, link), verdict)| Finding {
                    page,
                    content,
                    link,
                    verdict,
                })
        })
    }

    pub(crate) fn totals(&self) -> Totals {
        let mut totals = Totals {
            files: self.files.len(),
            unreadable: self.problems.len(),
            ..Totals::default()
        };
        for finding in self.findings() {
            totals.links += 1;
            match finding.verdict {
                Verdict::External => totals.external += 1,
                Verdict::CodePath => totals.code_paths += 1,
                Verdict::Good { .. } => {}
                Verdict::Outside { .. } => totals.outside += 1,
                Verdict::Broken(_) => totals.broken += 1,
            }
        }
        totals
    }
}
