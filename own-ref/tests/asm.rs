//! What the compiler makes of it, optimised: passing an owned reference is passing a pointer,
//! splitting is what one would write by hand, and building in place copies nothing.
#![cfg(all(target_arch = "x86_64", target_os = "linux", not(miri)))]

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

fn rustc() -> Command {
    let mut rustc = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    rustc.args([
        "--edition=2024",
        "-Copt-level=3",
        "-Ccodegen-units=1",
        "-Cdebuginfo=0",
        "--cap-lints=allow",
    ]);
    rustc
}

fn run(command: &mut Command) {
    let output = command.output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// The instructions of each function of the probe, without directives and names of labels.
fn functions() -> HashMap<String, Vec<String>> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("asm");
    fs::create_dir_all(&out).unwrap();
    let (library, assembly) = (out.join("libown_ref.rlib"), out.join("probe.s"));
    run(rustc()
        .args([
            "--crate-type=rlib",
            "--crate-name=own_ref",
            "--cfg=feature=\"alloc\"",
            "-o",
        ])
        .arg(&library)
        .arg(here.join("src/lib.rs")));
    let mut dependency = std::ffi::OsString::from("own_ref=");
    dependency.push(&library);
    run(rustc()
        .args([
            "--crate-type=lib",
            "--crate-name=probe",
            "-Cpanic=abort",
            "--emit=asm",
            "-o",
        ])
        .arg(&assembly)
        .arg("--extern")
        .arg(&dependency)
        .arg(here.join("tests/asm/probe.rs")));

    let text = fs::read_to_string(&assembly).unwrap();
    let mut functions: HashMap<String, Vec<String>> = HashMap::new();
    let mut current: Option<&str> = None;
    for line in text.lines().map(str::trim) {
        if let Some(label) = line.strip_suffix(':') {
            if !label.starts_with('.') {
                current = Some(label);
                functions.entry(label.to_owned()).or_default();
            }
        } else if let Some(alias) = line.strip_prefix(".set ") {
            // Functions that are the same may be merged.
            let (name, target) = alias.split_once(", ").unwrap();
            if let Some(body) = functions.get(target).cloned() {
                functions.insert(name.to_owned(), body);
            }
        } else if !line.is_empty() && !line.starts_with(['.', '#']) {
            let body = current.and_then(|name| functions.get_mut(name)).unwrap();
            // Local labels are numbered through the file.
            let words = line
                .split_whitespace()
                .map(|word| if word.starts_with(".L") { ".L" } else { word });
            body.push(words.collect::<Vec<_>>().join(" "));
        }
    }
    // A merged function may also be a jump to the other.
    for name in functions.keys().cloned().collect::<Vec<_>>() {
        if let [only] = functions[&name].as_slice()
            && let Some(target) = only.strip_prefix("jmp ")
            && let Some(body) = functions.get(target).cloned()
        {
            functions.insert(name, body);
        }
    }
    functions
}

#[test]
fn owned_references_cost_nothing() {
    let functions = functions();
    let copies = |body: &[String]| {
        body.iter()
            .any(|line| line.contains("memcpy") || line.contains("memmove"))
    };
    // The stack that a function takes. A copy in registers, piece by piece, would go there.
    let stack = |body: &[String]| {
        let sizes = body.iter().filter_map(|line| {
            line.strip_prefix("subq $")?
                .strip_suffix(", %rsp")?
                .parse::<u64>()
                .ok()
        });
        sizes.max().unwrap_or(0)
    };

    assert!(
        copies(&functions["copy_control"]),
        "the test wouldn't find a copy"
    );
    let mut checked = 0;
    for (name, body) in &functions {
        if let Some(twin) = name.strip_prefix("own_") {
            let hand_written = &functions[&format!("raw_{twin}")];
            assert!(!body.is_empty());
            assert_eq!(
                body, hand_written,
                "{name} is not what one would write by hand"
            );
            checked += 1;
        }
        if name.starts_with("place_") {
            assert!(!body.is_empty());
            assert!(!copies(body), "{name} copies:\n{}", body.join("\n"));
            assert!(
                stack(body) < 1024,
                "{name} takes {} bytes of stack",
                stack(body)
            );
            checked += 1;
        }
    }
    assert_eq!(checked, 6, "{:?}", functions.keys());
    // What isn't inlined must not copy either.
    for (name, body) in functions.iter().filter(|(name, _)| *name != "copy_control") {
        assert!(!copies(body), "{name} copies:\n{}", body.join("\n"));
    }
}
