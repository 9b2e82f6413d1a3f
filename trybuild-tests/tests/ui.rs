//! Runs the cases in `tests/ui`.
//!
//! ```text
//! cargo test -p trybuild-tests                                            all
//! cargo test -p trybuild-tests --test ui -- fail pass trybuild=leak/scope those with this in their path
//! TRYBUILD=overwrite cargo test -p trybuild-tests --test ui -- fail       writes the .stderr files
//! ```

mod batch;

use batch::{Case, Report};
use std::process::Command;

/// Refused in exactly the words that are pinned.
#[test]
#[cfg_attr(
    not(pinned_toolchain),
    ignore = "the .stderr files hold the words of the pinned toolchain"
)]
fn fail() {
    let cases = trybuild::TestCases::new();
    for case in batch::find("fail").iter().filter(|case| !in_codegen(case)) {
        cases.compile_fail(case.path());
    }
}

/// Like `fail`, for errors that come up only when code is generated, in the topics `codegen`.
#[test]
#[cfg_attr(
    not(pinned_toolchain),
    ignore = "the .stderr files hold the words of the pinned toolchain"
)]
fn fail_in_codegen() {
    let cases = trybuild::TestCases::new();
    let found = batch::find("fail");
    for case in found.iter().filter(|case| in_codegen(case)) {
        cases.compile_fail(case.path());
    }
    // With a case to pass, `trybuild` builds in place of checking.
    if let Some(pass) = batch::find("pass").iter().find(|case| in_codegen(case)) {
        cases.pass(pass.path());
    }
}

/// Refused at all, in whatever words: for other compilers, and for the feature `nightly`.
#[test]
#[cfg_attr(
    pinned_toolchain,
    ignore = "`fail` compares more than whether it is refused"
)]
fn refused() {
    let cases = batch::selected("fail");
    let report = batch::build("fail", &cases);
    let is_refused = |case: &&Case| report.program(case).is_none() && report.errors(case).is_some();
    let accepted: Vec<_> = cases.iter().filter(|case| !is_refused(case)).collect();
    assert!(accepted.is_empty(), "not refused: {accepted:#?}");
    println!("{} cases are refused", cases.len());
}

/// Compiles and runs.
#[test]
fn pass() {
    let cases = batch::selected("pass");
    let report = batch::build("pass", &cases);
    let mut failed = 0;
    for case in &cases {
        if let Err(why) = run(&report, case) {
            println!("{case:?} {why}");
            failed += 1;
        }
    }
    assert!(failed == 0, "{failed} of {} cases failed", cases.len());
    println!("{} cases compile and run", cases.len());
}

fn run(report: &Report, case: &Case) -> Result<(), String> {
    let Some(program) = report.program(case) else {
        let errors = report.errors(case).unwrap_or("because cargo failed");
        return Err(format!("doesn't compile:\n{errors}"));
    };
    let output = Command::new(program).output().expect("it was just built");
    if output.status.success() {
        return Ok(());
    }
    let words = String::from_utf8_lossy(&output.stderr);
    Err(format!("ended with {}:\n{words}", output.status))
}

fn in_codegen(case: &Case) -> bool {
    case.topic() == "codegen"
}
