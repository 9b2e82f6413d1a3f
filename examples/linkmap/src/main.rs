//! Checks the links of a folder of Markdown and draws the link graph.
//!
//! The path of a run, one module per step: [`cli`] → [`walk`] → [`source`], [`page`] and [`markdown`]
//! (on the worker threads of [`pool`]) → [`site`] (on the same kind of workers) → [`summary`] →
//! [`report`] and [`graph`]. [`run`] is the only module that knows the whole path.
#![forbid(unsafe_code)]

mod anchors;
mod cli;
mod failure;
mod folders;
mod graph;
mod html;
mod islands;
mod markdown;
mod output;
mod page;
mod paths;
mod pool;
mod problem;
mod progress;
mod report;
mod run;
mod site;
mod source;
mod suggest;
mod summary;
mod target;
mod verdict;
mod walk;
mod words;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    let args = cli::Args::parse();
    match run::run(&args) {
        Ok(outcome) => outcome.exit_code(args.no_fail),
        Err(failure) => {
            output::complain(&failure);
            ExitCode::from(run::INCOMPLETE)
        }
    }
}
