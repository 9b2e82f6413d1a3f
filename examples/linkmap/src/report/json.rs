//! The report for programs. The schema is described in the program's README; a change that breaks
//! readers raises [`VERSION`].

use serde::Serialize;

use crate::graph::Graph;
use crate::paths::with_slashes;
use crate::problem::Problem;
use crate::summary::{Finding, Summary, Totals};
use crate::verdict::{FaultKind, Verdict};

const VERSION: u32 = 1;

#[derive(Debug, Serialize)]
struct Report<'a> {
    version: u32,
    folder: String,
    summary: Totals,
    broken: Vec<Broken<'a>>,
    outside: Vec<Outside<'a>>,
    unreadable: Vec<Unreadable<'a>>,
    graph: &'a Graph,
}

#[derive(Debug, Serialize)]
struct Place<'a> {
    file: String,
    line: usize,
    column: usize,
    link: &'a str,
}

#[derive(Debug, Serialize)]
struct Broken<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    kind: &'static str,
    target: Option<String>,
    instead: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct Outside<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    target: &'a str,
}

#[derive(Debug, Serialize)]
struct Unreadable<'a> {
    path: String,
    line: Option<usize>,
    column: Option<usize>,
    offset: Option<usize>,
    message: &'a str,
}

pub(crate) fn report(summary: &Summary<'_>, graph: &Graph) -> serde_json::Result<String> {
    let mut report = Report {
        version: VERSION,
        folder: with_slashes(summary.root),
        summary: summary.totals(),
        broken: Vec::new(),
        outside: Vec::new(),
        unreadable: summary.problems.iter().map(unreadable).collect(),
        graph,
    };
    for finding in summary.findings() {
        match finding.verdict {
            Verdict::Broken(fault) => report.broken.push(Broken {
                place: place(summary, finding),
                kind: fault.kind.name(),
                target: target(summary, &fault.kind),
                instead: fault.instead.as_deref(),
            }),
            Verdict::Outside { target } => report.outside.push(Outside {
                place: place(summary, finding),
                target,
            }),
            Verdict::External | Verdict::CodePath | Verdict::Good { .. } => {}
        }
    }
    serde_json::to_string_pretty(&report).map(|json| json + "\n")
}

fn place<'a>(summary: &Summary<'_>, finding: Finding<'a>) -> Place<'a> {
    let position = finding.position();
    Place {
        file: with_slashes(&summary.files[finding.page]),
        line: position.line,
        column: position.column,
        link: finding.link.to.written(),
    }
}

fn target(summary: &Summary<'_>, kind: &FaultKind) -> Option<String> {
    match kind {
        FaultKind::MissingFile { target } => Some(target.clone()),
        FaultKind::MissingAnchor { page, fragment } => Some(format!(
            "{}#{fragment}",
            with_slashes(&summary.files[*page])
        )),
        FaultKind::EmptyLink | FaultKind::BadEncoding | FaultKind::UndefinedReference => None,
    }
}

fn unreadable(problem: &Problem) -> Unreadable<'_> {
    Unreadable {
        path: with_slashes(&problem.path),
        line: problem.at.map(|at| at.position.line),
        column: problem.at.map(|at| at.position.column),
        offset: problem.at.map(|at| at.offset),
        message: &problem.message,
    }
}
