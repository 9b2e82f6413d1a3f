//! Guesses what was meant.

use strsim::normalized_damerau_levenshtein;

/// Two names must share more than this to be mistaken for each other.
const ALIKE: f64 = 0.6;

/// The candidate that is most like `wanted`, if any is; the first of equals.
pub(crate) fn nearest<'a>(
    wanted: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let mut best = None;
    let mut score = ALIKE;
    for candidate in candidates {
        let likeness = likeness(wanted, candidate);
        if likeness > score {
            (best, score) = (Some(candidate), likeness);
        }
    }
    best
}

/// A difference in case or a forgotten or wrong extension is the most common mistake.
fn likeness(wanted: &str, candidate: &str) -> f64 {
    let (wanted, candidate) = (wanted.to_lowercase(), candidate.to_lowercase());
    if wanted == candidate {
        return 2.0;
    }
    let plain = normalized_damerau_levenshtein(&wanted, &candidate);
    match (stem(&wanted), stem(&candidate)) {
        (a, b) if !a.is_empty() && a == b => 1.0 + plain,
        _ => plain,
    }
}

fn stem(name: &str) -> &str {
    name.rsplit_once('.')
        .map_or(name, |(stem, _extension)| stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_alike_is_found() {
        let names = ["install.md", "index.md", "README.md", "guide.html"];
        for (wanted, expected) in [
            ("instal.md", Some("install.md")),
            ("readme.md", Some("README.md")),
            ("guide", Some("guide.html")),
            ("guide.md", Some("guide.html")),
            ("idnex.md", Some("index.md")),
            ("changelog.txt", None),
            ("", None),
        ] {
            assert_eq!(nearest(wanted, names), expected, "{wanted}");
        }
    }

    #[test]
    fn the_first_of_equals_wins() {
        assert_eq!(nearest("file1", ["file2", "file3"]), Some("file2"));
    }
}
