//! The outputs: report, JSON, pictures, and what becomes of them when something is in the way.

use std::process::Stdio;

use serde_json::json;

use crate::site::{Run, Site};

/// `a.md` links to everything there is.
fn small_site() -> Site {
    Site::new(&[
        (
            "a.md",
            "[1](b.md) [2](b.md#x) [3](gone.md) [4](../) [5](https://example.org)\n",
        ),
        ("b.md", "# Usage\n[1](a.md) [2](crate::x) [3](#usages)\n"),
        ("c & d.md", ""),
    ])
}

#[test]
fn the_json_has_the_documented_shape() {
    let run = small_site().run(&["--json"]);
    assert_eq!(run.code, Some(1));
    assert_eq!(
        run.json(),
        json!({
            "version": 1,
            "folder": ".",
            "summary": {
                "files": 3, "links": 8, "external": 1, "code_paths": 1,
                "outside": 1, "broken": 3, "unreadable": 0,
            },
            "broken": [
                {
                    "file": "a.md", "line": 1, "column": 11, "link": "b.md#x",
                    "kind": "missing-anchor", "target": "b.md#x", "instead": null,
                },
                {
                    "file": "a.md", "line": 1, "column": 23, "link": "gone.md",
                    "kind": "missing-file", "target": "gone.md", "instead": null,
                },
                {
                    "file": "b.md", "line": 2, "column": 25, "link": "#usages",
                    "kind": "missing-anchor", "target": "b.md#usages", "instead": "#usage",
                },
            ],
            "outside": [
                {"file": "a.md", "line": 1, "column": 36, "link": "../", "target": ".."},
            ],
            "unreadable": [],
            "graph": {
                "nodes": [
                    {"path": "a.md", "kind": "page", "broken": 2},
                    {"path": "b.md", "kind": "page", "broken": 1},
                    {"path": "c & d.md", "kind": "page", "broken": 0},
                    {"path": "..", "kind": "outside", "broken": 0},
                    {"path": "gone.md", "kind": "missing", "broken": 0},
                ],
                "edges": [
                    {"from": 0, "to": 1, "links": 2, "broken": 1},
                    {"from": 0, "to": 3, "links": 1, "broken": 0},
                    {"from": 0, "to": 4, "links": 1, "broken": 1},
                    {"from": 1, "to": 0, "links": 1, "broken": 0},
                ],
            },
        })
    );
    assert!(
        run.messages()
            .ends_with("3 files, 8 links: 3 broken, 1 external, 1 code path, 1 outside\n"),
        "the report goes to stderr: {}",
        run.stderr
    );
}

#[test]
fn the_json_tells_what_could_not_be_read() {
    let site = Site::new(&[]);
    site.write("a.md", b"ab\n\xff");
    assert_eq!(
        site.run(&["--json"]).json()["unreadable"],
        json!([{
            "path": "a.md", "line": 2, "column": 1, "offset": 3,
            "message": "not UTF-8 from byte 3 on",
        }])
    );
}

#[test]
fn the_pictures_show_the_graph() {
    let site = small_site();
    let run = site.run(&["--svg", "out.svg", "--dot", "out.dot", "--no-fail"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert_eq!(run.messages(), "");

    let svg = site.read("out.svg");
    let document = roxmltree::Document::parse(&svg).expect("well-formed");
    let root = document.root_element();
    assert_eq!(
        root.tag_name().namespace(),
        Some("http://www.w3.org/2000/svg")
    );
    let hrefs: Vec<_> = root
        .descendants()
        .filter_map(|node| node.attribute("href"))
        .collect();
    assert_eq!(hrefs, ["a.md", "b.md", "c%20%26%20d.md", "..", "gone.md"]);
    let arrows = root
        .descendants()
        .filter(|node| node.attribute("marker-end").is_some());
    assert_eq!(arrows.count(), 4);

    let dot = site.read("out.dot");
    assert!(dot.starts_with("digraph linkmap {\n"), "{dot}");
    assert!(dot.contains("  n2 [label=\"c & d.md\"];\n"), "{dot}");
    assert!(
        dot.contains("  n0 -> n1 [label=\"2\", color=red];\n"),
        "{dot}"
    );
}

#[test]
fn a_large_picture_is_cut_down_and_says_so() {
    let site = small_site();
    let run = site.run(&["--svg", "out.svg", "--svg-nodes", "2", "--no-fail"]);
    assert_eq!(
        run.messages(),
        "linkmap: `out.svg` shows the 2 most linked of 5 files (see --svg-nodes)\n"
    );
    assert_eq!(site.read("out.svg").matches("<a href").count(), 2);
}

#[test]
fn the_result_does_not_depend_on_the_number_of_threads() {
    let site = Site::new(&[]);
    for page in 0..300 {
        let text = format!(
            "# Page {page}\n\n[next](p{}.md) [back](../d{}/p{}.md#page-{}) [x][y]\n",
            page + 1,
            (page + 8) % 10,
            page / 2,
            page / 2
        );
        site.write(&format!("d{}/p{page}.md", page % 10), text);
    }
    site.write("d3/bad.md", b"\xff");
    let run = |jobs: &str| {
        let json = site.run(&["--json", "--jobs", jobs, "--svg", "m.svg", "--dot", "m.dot"]);
        let text = site.run(&["--jobs", jobs]);
        assert_eq!((json.code, text.code), (Some(2), Some(2)));
        let messages = json.messages().to_owned();
        let pictures = (site.read("m.svg"), site.read("m.dot"));
        (json.stdout, messages, text.stdout, pictures)
    };
    let one = run("1");
    assert!(one.2.contains("\n301 files, 900 links: "), "{}", one.2);
    for jobs in ["2", "3", "16", "200"] {
        assert!(run(jobs) == one, "--jobs {jobs} differs");
    }
}

#[test]
fn an_output_that_cannot_be_written_keeps_nothing_back() {
    let site = small_site();
    let run = site.run(&["--svg", "no/out.svg", "--dot", "out.dot", "--no-fail"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr.contains("linkmap: cannot write `no/out.svg`: "),
        "{}",
        run.stderr
    );
    assert!(run.stdout.ends_with("1 outside\n"), "{}", run.stdout);
    assert!(site.read("out.dot").ends_with("}\n"));
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let site = small_site();
    for args in [&[][..], &["--json"]] {
        let mut child = site
            .command(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("the program ends");
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{stderr}");
        assert!(
            !stderr.contains("panicked") && !stderr.contains("cannot write"),
            "{stderr}"
        );
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let full = std::fs::File::options()
        .write(true)
        .open("/dev/full")
        .expect("Linux has it");
    let site = small_site();
    let mut command = site.command::<&str>(&[]);
    command.stdout(full).stderr(Stdio::piped());
    let output = command
        .spawn()
        .and_then(std::process::Child::wait_with_output);
    let output = output.expect("the program runs");
    assert_eq!(output.status.code(), Some(2));
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(
        stderr.contains("linkmap: cannot write to stdout: "),
        "{stderr}"
    );
}

#[test]
fn there_is_no_progress_bar_without_a_terminal() {
    let run = small_site().run::<&str>(&[]);
    assert!(
        !run.stderr.contains(['\u{1b}', '\r']) && run.messages().is_empty(),
        "{:?}",
        run.stderr
    );
}

/// A stack that does not fit into memory stands for a system that refuses threads.
#[cfg(target_os = "linux")]
#[test]
fn threads_that_are_refused_are_done_without() {
    let site = small_site();
    let expected = site.run::<&str>(&[]).stdout;
    let mut command = site.command(&["--jobs", "3"]);
    command.env("RUST_MIN_STACK", (1_u64 << 50).to_string());
    let run = Run::of(command);
    run.assert(1, &expected);
    let messages = run.messages();
    assert!(
        messages.starts_with("linkmap: could start only 0 of 3 worker threads: "),
        "{messages}"
    );
    assert_eq!(messages.lines().count(), 1, "{messages}");
}

/// There is room for two or three of eight, and work until all have been tried.
#[cfg(target_os = "linux")]
#[test]
fn the_threads_that_start_do_the_work() {
    let site = Site::new(&[]);
    for page in 0..1000 {
        site.write(&format!("p{page}.md"), "[x](p1.md)");
    }
    let mut command = std::process::Command::new("sh");
    command
        .arg("-c")
        .arg("ulimit -v 3000000; exec \"$0\" --jobs 8")
        .arg(env!("CARGO_BIN_EXE_linkmap"))
        .env("RUST_MIN_STACK", "1000000000")
        .current_dir(site.path(""));
    let run = Run::of(command);
    run.assert(0, "1000 files, 1000 links: 0 broken\n");
    let started = run
        .messages()
        .strip_prefix("linkmap: could start only ")
        .and_then(|rest| rest.chars().next());
    assert!(matches!(started, Some('1'..='7')), "{}", run.stderr);
}
