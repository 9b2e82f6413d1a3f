//! Which files are read, and what happens if one can't be.

use crate::site::Site;

#[test]
fn extensions_are_compared_without_case() {
    let site = Site::new(&[
        ("a.md", "[x](gone)"),
        ("B.MD", "[x](gone)"),
        ("c.Markdown", "[x](gone)"),
        ("d.txt", "[x](gone)"),
        ("folder.md/e.md", "[x](gone)"),
    ]);
    let run = site.run::<&str>(&[]);
    let expected = "\
B.MD:1:1: broken link `gone`: there is no `gone`
a.md:1:1: broken link `gone`: there is no `gone`
c.Markdown:1:1: broken link `gone`: there is no `gone`
folder.md/e.md:1:1: broken link `gone`: there is no `folder.md/gone`
4 files, 4 links: 4 broken
";
    run.assert(1, expected);
}

#[test]
fn ignored_and_hidden_files_are_passed_over_unless_asked_for() {
    let site = Site::new(&[
        (".gitignore", "build/\n"),
        (".ignore", "draft.md\n"),
        (".git/config.md", ""),
        (".github/c.md", ""),
        ("build/a.md", ""),
        ("draft.md", ""),
        ("b.md", "[exists all the same](build/a.md)"),
    ]);
    let files = |args: &[&str]| {
        let run = site.run(args);
        assert_eq!(run.code, Some(0), "{}{}", run.stdout, run.stderr);
        run.json()["graph"]["nodes"]
            .as_array()
            .expect("an array")
            .iter()
            .map(|node| node["path"].as_str().expect("a string").to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(files(&["--json"]), ["b.md"]);
    assert_eq!(
        files(&["--json", "--no-ignore"]),
        ["b.md", "build/a.md", "draft.md"]
    );
    assert_eq!(files(&["--json", "--hidden"]), [".github/c.md", "b.md"]);
    assert_eq!(
        files(&["--json", "--hidden", "--no-ignore"]),
        [".github/c.md", "b.md", "build/a.md", "draft.md"]
    );
}

#[test]
fn a_file_that_is_not_utf8_does_not_keep_back_the_rest() {
    let site = Site::new(&[("a.md", "[x](gone.md) [y](bad.md#any)\n")]);
    site.write("bad.md", b"# Good\nnot s\xf6 good\n");
    let run = site.run(&["--no-fail"]);
    let expected = "\
a.md:1:1: broken link `gone.md`: there is no `gone.md`
2 files, 2 links: 1 broken, 1 unreadable
";
    run.assert(2, expected);
    assert_eq!(
        run.messages(),
        "linkmap: bad.md:2:6: not UTF-8 from byte 12 on\n"
    );
}

#[cfg(unix)]
#[test]
fn symbolic_links_are_followed_but_not_in_circles() {
    use std::os::unix::fs::symlink;

    let site = Site::new(&[("docs/a.md", "[b](../linked/a.md)")]);
    symlink("docs", site.path("linked")).expect("writable");
    symlink("..", site.path("docs/loop")).expect("writable");
    symlink("nowhere", site.path("dangling.md")).expect("writable");
    symlink("nowhere", site.path("dangling")).expect("writable");
    let run = site.run::<&str>(&[]);
    run.assert(2, "2 files, 2 links: 0 broken, 3 unreadable\n");
    let messages: Vec<&str> = run.messages().lines().collect();
    assert!(
        messages[0].starts_with("linkmap: dangling.md: dangling symbolic link: "),
        "{messages:?}"
    );
    assert_eq!(
        messages[1..],
        [
            "linkmap: docs/loop: symbolic link loop: leads back to `.`",
            "linkmap: linked/loop: symbolic link loop: leads back to `.`",
        ]
    );
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_not_opened() {
    let site = Site::new(&[("a.md", "")]);
    let _socket = std::os::unix::net::UnixListener::bind(site.path("s.md")).expect("writable");
    let run = site.run::<&str>(&[]);
    run.assert(2, "1 file, 0 links: 0 broken, 1 unreadable\n");
    assert_eq!(
        run.messages(),
        "linkmap: s.md: neither a file nor a folder\n"
    );
}

#[test]
fn an_empty_folder_is_fine() {
    Site::new(&[])
        .run::<&str>(&[])
        .assert(0, "0 files, 0 links: 0 broken\n");
}

#[test]
fn a_folder_that_is_none_is_a_clear_error() {
    let site = Site::new(&[("docs/a.md", "")]);
    let run = site.run(&["nope"]);
    run.assert(2, "");
    assert!(
        run.stderr
            .starts_with("linkmap: cannot read the folder `nope`: "),
        "{}",
        run.stderr
    );
    let run = site.run(&["docs/a.md"]);
    run.assert(2, "");
    assert_eq!(
        run.stderr,
        "linkmap: `docs/a.md` is not a folder\n  \
         help: links are checked a folder at a time: linkmap docs\n"
    );
}

#[test]
fn wrong_usage_is_a_clear_error() {
    let site = Site::new(&[]);
    for (args, message) in [
        (&["--jobs", "0"], "0 is not in 1..=1024"),
        (&["--jobs", "many"], "invalid value 'many'"),
        (&[".", "--frobnicate"], "unexpected argument '--frobnicate'"),
    ] {
        let run = site.run(args);
        run.assert(2, "");
        assert!(run.stderr.contains(message), "{}", run.stderr);
    }
    let help = site.run(&["--help"]);
    assert_eq!(help.code, Some(0));
    assert!(help.stdout.contains("Exit codes:"), "{}", help.stdout);
}
