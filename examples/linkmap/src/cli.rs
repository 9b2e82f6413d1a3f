//! The command line.

use std::path::PathBuf;
use std::thread::available_parallelism;

use clap::Parser;

const EXIT_CODES: &str = "\
Exit codes:
  0  every link was checked and none is broken (or --no-fail was given)
  1  there are broken links
  2  the result is not complete: a file or folder could not be read, an output could not be
     written, or the command line was wrong; this wins over 1, and --no-fail does not change it

The report goes to stdout; messages, progress and timing go to stderr. With --json, stdout holds
the JSON and nothing else, and the report goes to stderr.";

/// Checks the links of a folder of Markdown and draws the link graph.
///
/// Reads every .md and .markdown file below FOLDER, checks that relative links lead to a file and
/// that `#fragments` lead to a heading or an id, and reports what is broken as `file:line:column`.
/// External links are counted, never fetched.
#[derive(Debug, Parser)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
#[command(version, about, after_help = EXIT_CODES)]
pub(crate) struct Args {
    /// The folder to check; links that start with `/` begin here
    #[arg(default_value = ".")]
    pub(crate) folder: PathBuf,

    /// Print the result as JSON to stdout
    #[arg(long)]
    pub(crate) json: bool,

    /// Draw the link graph as SVG
    #[arg(long, value_name = "FILE")]
    pub(crate) svg: Option<PathBuf>,

    /// Write the link graph in Graphviz' language
    #[arg(long, value_name = "FILE")]
    pub(crate) dot: Option<PathBuf>,

    /// Draw at most this many files in the SVG, those with the most links first
    #[arg(long, value_name = "N", default_value_t = 300, value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub(crate) svg_nodes: u16,

    /// List the pages that are joined by links, however far apart
    #[arg(long)]
    pub(crate) islands: bool,

    /// Exit with 0 even if there are broken links
    #[arg(long)]
    pub(crate) no_fail: bool,

    /// Read files that .gitignore and .ignore files exclude, too
    #[arg(long)]
    pub(crate) no_ignore: bool,

    /// Read hidden files and folders, too (`.git` never)
    #[arg(long)]
    pub(crate) hidden: bool,

    /// List the links that leave the folder and the code paths, too
    #[arg(long, short)]
    pub(crate) verbose: bool,

    /// Number of worker threads [default: one per processor]
    #[arg(long, short, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    jobs: Option<u16>,
}

impl Args {
    pub(crate) fn jobs(&self) -> usize {
        self.jobs.map_or_else(
            || available_parallelism().map_or(1, usize::from),
            usize::from,
        )
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Args::command().debug_assert();
    }

    #[test]
    fn jobs_default_to_at_least_one() {
        assert!(Args::parse_from(["linkmap"]).jobs() >= 1);
        assert_eq!(Args::parse_from(["linkmap", "-j", "3"]).jobs(), 3);
    }

    #[test]
    fn zero_jobs_are_refused() {
        let error = Args::try_parse_from(["linkmap", "--jobs", "0"]).expect_err("0 is no job");
        assert!(
            error.to_string().contains("0 is not in 1..=1024"),
            "{error}"
        );
    }
}
