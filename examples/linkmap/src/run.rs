//! A run from the command line to the exit code.

use std::fs;
use std::io;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use crate::cli::Args;
use crate::failure::Failure;
use crate::graph::{Graph, dot, svg};
use crate::islands;
use crate::output::{complain, note, print};
use crate::page::Page;
use crate::pool;
use crate::problem::Problem;
use crate::progress::Progress;
use crate::report::{json, text};
use crate::site::Site;
use crate::source;
use crate::summary::Summary;
use crate::walk::{Skip, markdown_files};

/// The exit code of a run whose result is not complete.
pub(crate) const INCOMPLETE: u8 = 2;

#[derive(Debug)]
pub(crate) struct Outcome {
    broken: bool,
    complete: bool,
}

impl Outcome {
    pub(crate) fn exit_code(&self, no_fail: bool) -> ExitCode {
        ExitCode::from(match self {
            Self {
                complete: false, ..
            } => INCOMPLETE,
            Self { broken: true, .. } if !no_fail => 1,
            _ => 0,
        })
    }
}

pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    let start = Instant::now();
    let (root, mut jobs) = (args.folder.as_path(), args.jobs());
    let skip = Skip {
        ignored: !args.no_ignore,
        hidden: !args.hidden,
    };
    let found = markdown_files(root, skip)?;
    let (files, mut problems) = (found.files, found.problems);

    let reading = Progress::new("reading", files.len());
    let pages = pool::map(&mut jobs, &files, |file| {
        let page = source::read(root, file).and_then(|bytes| {
            let page = Page::parse(bytes);
            page.map_err(|(error, bytes)| source::not_utf8(file, error, &bytes))
        });
        reading.tick();
        page
    })?;
    drop(reading);
    let pages = keep_readable(pages, &mut problems);

    let site = Site::new(root, &files, &pages)?;
    let checking = Progress::new("checking", files.len());
    let numbers: Vec<usize> = (0..files.len()).collect();
    let verdicts = pool::map(&mut jobs, &numbers, |&page| {
        let verdicts = site.check(page);
        checking.tick();
        verdicts
    })?;
    drop(checking);

    let summary = Summary {
        root,
        files: &files,
        pages: &pages,
        verdicts: &verdicts,
        problems: &problems,
    };
    let written = write(args, &summary);
    note(format_args!(
        "linkmap: took {:.2} s",
        start.elapsed().as_secs_f64()
    ));
    Ok(Outcome {
        broken: summary.totals().broken > 0,
        complete: written && problems.is_empty(),
    })
}

fn keep_readable(
    pages: Vec<Result<Page, Problem>>,
    problems: &mut Vec<Problem>,
) -> Vec<Option<Page>> {
    let pages = pages
        .into_iter()
        .map(|page| page.map_err(|problem| problems.push(problem)).ok());
    let pages = pages.collect();
    problems.sort();
    pages
}

/// Writes all that was asked for. One output that fails does not keep back another.
fn write(args: &Args, summary: &Summary<'_>) -> bool {
    for problem in summary.problems {
        complain(text::problem(summary.root, problem));
    }
    let graph = Graph::new(summary);
    let report = text::report(summary, args.verbose);
    let mut complete = if args.json {
        note(report.trim_end());
        deliver("the JSON", || print(&json::report(summary, &graph)?))
    } else {
        deliver("to stdout", || print(&report))
    };
    if args.islands {
        complete &= match islands::report(&graph, args.jobs()) {
            Ok(report) if args.json => {
                note(report.trim_end());
                true
            }
            Ok(report) => deliver("to stdout", || print(&report)),
            Err(failure) => {
                complain(failure);
                false
            }
        };
    }
    if let Some(file) = &args.dot {
        complete &= save(file, &dot::draw(&graph));
    }
    if let Some(file) = &args.svg {
        complete &= save(
            file,
            &picture(&graph, usize::from(args.svg_nodes), summary.root, file),
        );
    }
    complete
}

fn picture(graph: &Graph, limit: usize, root: &Path, file: &Path) -> String {
    let drawn = graph.most_linked(limit);
    let (shown, all) = (drawn.nodes.len(), graph.nodes.len());
    if shown < all {
        note(format_args!(
            "linkmap: `{}` shows the {shown} most linked of {all} files (see --svg-nodes)",
            file.display(),
        ));
    }
    svg::draw(&drawn, &svg::Hrefs::new(root, file))
}

fn save(file: &Path, content: &str) -> bool {
    deliver(&format!("`{}`", file.display()), || {
        fs::write(file, content)
    })
}

fn deliver(what: &str, write: impl FnOnce() -> io::Result<()>) -> bool {
    write()
        .map_err(|error| complain(format_args!("cannot write {what}: {error}")))
        .is_ok()
}
