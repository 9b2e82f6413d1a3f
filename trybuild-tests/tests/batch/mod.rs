//! Builds many cases at once: one binary each, in one run of cargo.
//!
//! `trybuild` does so for cases that must fail, but builds those that must pass one after another,
//! with a start of cargo for each step.

mod manifest;

use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fmt, fs};

/// One program below `tests/ui`.
pub(crate) struct Case {
    /// Relative to the package: `tests/ui/<kind>/<crate>/<topic>/<case>.rs`.
    path: PathBuf,
}

impl Case {
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    pub(crate) fn topic(&self) -> &str {
        let topic = self.path.iter().rev().nth(1).and_then(|name| name.to_str());
        topic.expect("a path of four names below `tests/ui`")
    }

    /// The name of its binary.
    fn target(&self) -> String {
        let below = self
            .path
            .strip_prefix("tests/ui")
            .expect("where `find` looks");
        let names: Vec<_> = below.iter().map(|name| name.to_string_lossy()).collect();
        names.join("__").trim_end_matches(".rs").replace('-', "_")
    }
}

impl fmt::Debug for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.path.display().fmt(f)
    }
}

/// All cases below `tests/ui/<kind>`, sorted.
pub(crate) fn find(kind: &str) -> Vec<Case> {
    fn walk(folder: &Path, found: &mut Vec<Case>) {
        let Ok(entries) = fs::read_dir(folder) else {
            return;
        };
        for entry in entries {
            let path = entry.expect("the folder can be read").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(Case { path });
            }
        }
    }
    let mut found = Vec::new();
    walk(&Path::new("tests/ui").join(kind), &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// The cases that `trybuild=…` on the command line asks for; all without.
pub(crate) fn selected(kind: &str) -> Vec<Case> {
    let wanted: Vec<_> = env::args()
        .filter_map(|arg| Some(arg.strip_prefix("trybuild=")?.to_owned()))
        .collect();
    let mut cases = find(kind);
    cases.retain(|case| {
        let path = case.path.to_str().expect("names are in ASCII");
        wanted.is_empty() || wanted.iter().any(|part| path.contains(part))
    });
    cases
}

/// What cargo said, by case.
#[derive(Default)]
pub(crate) struct Report {
    programs: BTreeMap<String, PathBuf>,
    errors: BTreeMap<String, String>,
}

impl Report {
    /// The executable, if the case compiled.
    pub(crate) fn program(&self, case: &Case) -> Option<&Path> {
        self.programs.get(&case.target()).map(PathBuf::as_path)
    }

    /// The errors as the compiler prints them.
    pub(crate) fn errors(&self, case: &Case) -> Option<&str> {
        self.errors.get(&case.target()).map(String::as_str)
    }

    /// Reads one message, of the form that "The Cargo Book, External tools" describes.
    fn add(&mut self, message: &Value) {
        let Some(name) = message["target"]["name"].as_str() else {
            return;
        };
        match message["reason"].as_str() {
            Some("compiler-artifact") => {
                if let Some(program) = message["executable"].as_str() {
                    self.programs.insert(name.to_owned(), program.into());
                }
            }
            Some("compiler-message") if message["message"]["level"] == "error" => {
                let rendered = message["message"]["rendered"].as_str().unwrap_or_default();
                *self.errors.entry(name.to_owned()).or_default() += rendered;
            }
            _ => {}
        }
    }
}

/// Builds the cases of one kind; those with errors don't keep the others from being built.
pub(crate) fn build(kind: &str, cases: &[Case]) -> Report {
    let mut report = Report::default();
    if cases.is_empty() {
        return report;
    }
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .parent()
        .expect("it lies in the target folder");
    let project = target.join("tests/batch").join(kind);
    manifest::write(&project, cases);

    let mut cargo = Command::new(env!("CARGO"));
    cargo
        .current_dir(&project)
        .args(["build", "--bins", "--keep-going", "--offline", "--quiet"])
        .arg("--message-format=json")
        .env("CARGO_TARGET_DIR", target.join("tests/trybuild"))
        .stderr(Stdio::inherit());
    if cfg!(feature = "nightly") {
        cargo.args(["--features", "nightly"]);
    }
    let output = cargo.output().expect("cargo runs");
    let lines = output.stdout.split(|byte| *byte == b'\n');
    for line in lines.filter(|line| !line.is_empty()) {
        report.add(&serde_json::from_slice(line).expect("cargo writes JSON"));
    }
    report
}
