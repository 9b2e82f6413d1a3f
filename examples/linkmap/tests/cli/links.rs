//! Which links are broken, and what is said about them.

use crate::site::{Run, Site};

#[test]
fn links_that_lead_somewhere_are_fine() {
    let site = Site::new(&[
        (
            "README.md",
            "# Top\n\n[guide](docs/guide.md) [again](docs/guide.md#the-end) [here](#top)\n\
             [folder](docs) [folder](docs/#docs) [root](/docs/guide.md) [encoded](a%20b.md)\n\
             [query](docs/guide.md?plain=1#L3) ![image](image.png) <https://example.org>\n\
             [reference][guide]\n\n[guide]: docs/guide.md\n",
        ),
        ("docs/README.md", "# Docs\n\n[up](../README.md#top)\n"),
        (
            "docs/guide.md",
            "# Guide\n\n## The *end*\n\n<img src=\"/image.png\">\n",
        ),
        ("a b.md", "[self](<a b.md>) [mail](mailto:a@example.org)\n"),
        ("image.png", ""),
    ]);
    let run = site.run::<&str>(&[]);
    run.assert(0, "4 files, 15 links: 0 broken, 2 external\n");
    assert_eq!(run.messages(), "");
}

#[test]
fn every_kind_of_broken_link_is_reported_with_its_place() {
    let site = Site::new(&[
        (
            "docs/a.md",
            "# Setup\n\né [x](instal.md)\n[x](install.md#usages) and [x](#Setup)\n\
             [x]() [x](%ff) [text][nope] [gone][]\n![x](/img/logo.png)\n<a href=\"../b.md\">x</a>\n",
        ),
        ("docs/install.md", "## Usage\n"),
        ("img/Logo.png", ""),
    ]);
    let expected = "\
docs/a.md:3:3: broken link `instal.md`: there is no `docs/instal.md`
  help: did you mean `install.md`?
docs/a.md:4:1: broken link `install.md#usages`: no heading or id `usages` in `docs/install.md`
  help: did you mean `#usage`?
docs/a.md:4:28: broken link `#Setup`: no heading or id `Setup` in this file
  help: did you mean `#setup`?
docs/a.md:5:1: empty link
docs/a.md:5:7: broken link `%ff`: it is not UTF-8 after percent-decoding
docs/a.md:5:16: broken link `[nope]`: the reference is not defined
docs/a.md:5:29: broken link `[gone]`: the reference is not defined
docs/a.md:6:1: broken link `/img/logo.png`: there is no `img/logo.png`
  help: did you mean `/img/Logo.png`?
docs/a.md:7:1: broken link `../b.md`: there is no `b.md`
2 files, 9 links: 9 broken
";
    site.run::<&str>(&[]).assert(1, expected);
    site.run(&["--no-fail"]).assert(0, expected);
}

#[test]
fn prose_in_brackets_is_no_link() {
    let site = Site::new(&[(
        "a.md",
        "- [ ] task\n- [x] done [sic] a[0][1] note[^1] [^2]\n\n[^1]: [x]\n",
    )]);
    site.run::<&str>(&[])
        .assert(0, "1 file, 0 links: 0 broken\n");
}

#[test]
fn anchors_come_from_headings_attributes_and_html() {
    let site = Site::new(&[(
        "a.md",
        "# Ünïcode, `code` & *more*\n## Same\n## Same\n## Named {#own-id}\n\
         text <a name=\"named\"></a>\n\n<h2 id=\"html\">An <em>HTML</em> heading</h2>\n\n\
         [1](#ünïcode-code--more) [2](#%C3%BCn%C3%AFcode-code--more) [3](#same) [4](#same-1)\n\
         [5](#own-id) [6](#named) [7](#html) [8](#an-html-heading) [9](#same-2)\n",
    )]);
    let expected = "\
a.md:10:59: broken link `#same-2`: no heading or id `same-2` in this file
  help: did you mean `#same-1`?
1 file, 9 links: 1 broken
";
    site.run::<&str>(&[]).assert(1, expected);
}

#[test]
fn links_that_leave_the_folder_are_told_apart() {
    let site = Site::new(&[
        (
            "docs/a.md",
            "[b](../b.md) [back](../../site/docs/a.md) [c](../c.md)\n",
        ),
        ("b.md", ""),
    ]);
    let expected = "\
docs/a.md:1:43: broken link `../c.md`: there is no `../c.md`
1 file, 3 links: 1 broken, 1 outside
";
    let docs = |args: &[&str]| {
        let mut command = site.command(args);
        command.current_dir(site.path("docs"));
        Run::of(command)
    };
    docs(&[]).assert(1, &expected.replace("docs/a.md:", "a.md:"));
    site.run(&["docs"]).assert(1, expected);
    let note = "docs/a.md:1:1: note: `../b.md` leaves the folder: `../b.md`\n";
    site.run(&["docs", "-v"])
        .assert(1, &format!("{note}{expected}"));
}

#[test]
fn rust_paths_are_counted_apart() {
    let site = Site::new(&[(
        "a.md",
        "[`Vec`](std::vec::Vec) [x](crate::y#z) [x](struct.Foo.html) [x][`Foo`] [x](fn@main)\n\
         [x](Foo.html)\n",
    )]);
    let run = site.run(&["--verbose"]);
    let notes = run.stdout.lines().filter(|line| line.contains("code path"));
    assert_eq!(notes.count(), 6, "{}", run.stdout);
    assert!(
        run.stdout.ends_with(
            "a.md:2:1: broken link `Foo.html`: there is no `Foo.html`\n\
             1 file, 6 links: 1 broken, 5 code paths\n"
        ),
        "{}",
        run.stdout
    );
}

/// A link that only works where the disk does not mind the case.
#[test]
fn case_counts_on_every_system() {
    let site = Site::new(&[("a.md", "[b](Docs/B.md)\n"), ("docs/b.md", "")]);
    let run = site.run::<&str>(&[]);
    assert_eq!(run.code, Some(1), "{}", run.stdout);
    assert!(run.stdout.starts_with("a.md:1:1: broken link `Docs/B.md`"));
}
