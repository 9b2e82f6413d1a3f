//! `--islands`.

use crate::site::Site;

#[test]
fn pages_that_links_join_are_one_island() {
    let site = Site::new(&[
        ("a.md", "[b](b.md)\n"),
        ("alone.md", ""),
        ("b.md", "[c](c.md) [a](a.md)\n"),
        ("c.md", "[b](b.md)\n"),
    ]);
    let expected = "4 files, 4 links: 0 broken\n\
                    2 islands\n\
                    3 pages:\n  a.md\n  b.md\n  c.md\n\
                    1 page:\n  alone.md\n";
    for jobs in ["1", "2", "3", "9"] {
        site.run(&["--islands", "--jobs", jobs]).assert(0, expected);
    }
}
