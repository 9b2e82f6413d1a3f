//! The anchors of a page: what a `#fragment` can lead to.

use std::collections::{BTreeSet, HashMap};

use github_slugger::slug;

/// Fed with the page's headings and ids in their order, because the second heading of a name gets
/// another anchor than the first.
#[derive(Debug, Default)]
pub(crate) struct Collector {
    anchors: BTreeSet<String>,
    /// How often a heading's anchor was wanted.
    wanted: HashMap<String, usize>,
    heading: Option<String>,
}

impl Collector {
    pub(crate) fn id(&mut self, id: &str) {
        self.anchors.insert(id.to_owned());
    }

    pub(crate) fn open_heading(&mut self) {
        self.close_heading();
        self.heading = Some(String::new());
    }

    /// Text counts if it is in a heading.
    pub(crate) fn text(&mut self, text: &str) {
        if let Some(heading) = &mut self.heading {
            heading.push_str(text);
        }
    }

    pub(crate) fn close_heading(&mut self) {
        if let Some(heading) = self.heading.take() {
            // Renderers differ on whether the space beside an image counts.
            self.anchors.insert(slug(heading.trim()));
            let anchor = self.number(&slug(&heading));
            self.anchors.insert(anchor);
        }
    }

    /// As the code host does: `added`, `added-1`, …, and never one that a heading has by itself.
    fn number(&mut self, slug: &str) -> String {
        let mut anchor = slug.to_owned();
        while self.wanted.contains_key(&anchor) {
            let times = self.wanted.entry(slug.to_owned()).or_default();
            *times += 1;
            anchor = format!("{slug}-{times}");
        }
        self.wanted.insert(anchor.clone(), 0);
        anchor
    }

    pub(crate) fn finish(mut self) -> BTreeSet<String> {
        self.close_heading();
        self.anchors
    }
}

/// Fragments that browsers and code hosts understand without an anchor: the top of the page, line
/// numbers (`#L3`, `#L3-L5`, `#L3C1-L5C2`) and text fragments (`#:~:text=…`).
pub(crate) fn needs_no_anchor(fragment: &str) -> bool {
    fragment.is_empty()
        || fragment.eq_ignore_ascii_case("top")
        || fragment.starts_with(":~:")
        || is_line_range(fragment)
}

fn is_line_range(fragment: &str) -> bool {
    fragment.split('-').count() <= 2
        && fragment.split('-').all(|end| {
            end.strip_prefix('L').is_some_and(|rest| {
                let (line, column) = rest.split_once('C').unwrap_or((rest, "1"));
                [line, column]
                    .iter()
                    .all(|n| !n.is_empty() && n.bytes().all(|byte| byte.is_ascii_digit()))
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anchors(headings: &[&str]) -> Vec<String> {
        let mut collector = Collector::default();
        for heading in headings {
            collector.open_heading();
            collector.text(heading);
            collector.close_heading();
        }
        collector.finish().into_iter().collect()
    }

    #[test]
    fn slugs_follow_the_code_host() {
        for (heading, slug) in [
            ("Hello, World!", "hello-world"),
            ("`Vec<T>` & friends", "vect--friends"),
            ("snake_case and kebab-case", "snake_case-and-kebab-case"),
            ("Ünïcödé Überschrift", "ünïcödé-überschrift"),
            ("你好 世界", "你好-世界"),
            ("1.2.3 (2024-01-02)", "123-2024-01-02"),
            ("😄 emoji", "-emoji"),
            ("⚙\u{fe0f} Setup", "\u{fe0f}-setup"),
        ] {
            assert_eq!(anchors(&[heading]), [slug], "{heading}");
        }
    }

    #[test]
    fn repeated_headings_are_numbered() {
        assert_eq!(
            anchors(&["Added", "Added", "added"]),
            ["added", "added-1", "added-2"]
        );
        assert_eq!(anchors(&["A", "A-1", "A"]), ["a", "a-1", "a-2"]);
    }

    #[test]
    fn the_space_beside_an_image_may_count() {
        assert_eq!(anchors(&[" Title"]), ["-title", "title"]);
    }

    #[test]
    fn text_outside_of_headings_is_no_anchor() {
        let mut collector = Collector::default();
        collector.text("prose");
        assert!(collector.finish().is_empty());
    }

    #[test]
    fn lines_and_the_top_need_no_anchor() {
        for fragment in ["", "top", "Top", "L1", "L10-L20", "L1C2-L3C4", ":~:text=x"] {
            assert!(needs_no_anchor(fragment), "{fragment}");
        }
        for fragment in [
            "l1", "L", "Lx", "L1-", "L1-L2-L3", "L1C", "topic", "license",
        ] {
            assert!(!needs_no_anchor(fragment), "{fragment}");
        }
    }
}
