//! A Markdown file's links and anchors.

use core::mem::take;
use core::ops::Range;
use std::collections::BTreeSet;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::anchors::Collector;
use crate::html;
use crate::source::{Lines, Position};

/// What a file has to say to others; its text is not needed any more.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// In the order of their positions.
    pub(crate) links: Vec<Link>,
    pub(crate) anchors: BTreeSet<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Link {
    pub(crate) position: Position,
    pub(crate) to: To,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum To {
    /// As written, with entities and backslash escapes resolved.
    Destination(String),
    Email(String),
    /// The label of a reference without a definition: `[text][label]` or `[label][]`.
    Undefined(String),
}

/// What the common renderers agree on. A heading's `{#id}` is an anchor beside the usual one.
const DIALECT: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_YAML_STYLE_METADATA_BLOCKS)
    .union(Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS)
    .union(Options::ENABLE_GFM);

pub(crate) fn parse(text: &str) -> Page {
    let mut undefined = Vec::new();
    let on_undefined = |link: BrokenLink<'_>| {
        undefined.extend(undefined_reference(text, &link));
        None
    };
    let parser = Parser::new_with_broken_link_callback(text, DIALECT, Some(on_undefined));

    let mut reader = Reader::new(text);
    for (event, range) in parser.into_offset_iter() {
        reader.event(event, range);
    }
    for (offset, label) in undefined {
        reader.link(offset, To::Undefined(label));
    }
    reader.finish()
}

/// `[label]` alone is usually prose, and so is `array[0][1]`.
fn undefined_reference(text: &str, link: &BrokenLink<'_>) -> Option<(usize, String)> {
    if !matches!(link.link_type, LinkType::Reference | LinkType::Collapsed) {
        return None;
    }
    let before = text[..link.span.start].chars().next_back();
    let indexing =
        before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | ')' | ']'));
    (!indexing).then(|| (link.span.start, link.reference.to_string()))
}

struct Reader<'a> {
    lines: Lines<'a>,
    links: Vec<Link>,
    anchors: Collector,
    /// An image's description is no part of a heading's text.
    in_image: bool,
    /// The HTML block that is being read, without the `>` of quotes and the like, and where its
    /// lines are: offsets here and in the file.
    block: String,
    block_lines: Vec<(usize, usize)>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            lines: Lines::new(text),
            links: Vec::new(),
            anchors: Collector::default(),
            in_image: false,
            block: String::new(),
            block_lines: Vec::new(),
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(Tag::Heading { id, .. }) => {
                if let Some(id) = id {
                    self.anchors.id(&id);
                }
                self.anchors.open_heading();
            }
            Event::End(TagEnd::Heading(_)) => self.anchors.close_heading(),
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                ..
            }) => {
                self.link(range.start, destination(link_type, &dest_url));
            }
            Event::Start(Tag::Image {
                link_type,
                dest_url,
                ..
            }) => {
                self.link(range.start, destination(link_type, &dest_url));
                self.in_image = true;
            }
            Event::End(TagEnd::Image) => self.in_image = false,
            Event::Text(text) | Event::Code(text) if !self.in_image => self.anchors.text(&text),
            Event::InlineHtml(tag) => self.inline_html(&tag, range.start),
            // A tag can be longer than a line.
            Event::Html(line) => {
                self.block_lines.push((self.block.len(), range.start));
                self.block.push_str(&line);
            }
            Event::End(TagEnd::HtmlBlock) => self.html_block(),
            _ => {}
        }
    }

    fn inline_html(&mut self, tag: &str, start: usize) {
        for link in html::read(tag, &mut self.anchors) {
            self.link(start, To::Destination(link.destination));
        }
    }

    fn html_block(&mut self) {
        let (block, lines) = (take(&mut self.block), take(&mut self.block_lines));
        for link in html::read(&block, &mut self.anchors) {
            let line = lines.partition_point(|&(start, _)| start <= link.offset) - 1;
            let (start, in_file) = lines[line];
            self.link(
                in_file + link.offset - start,
                To::Destination(link.destination),
            );
        }
    }

    fn link(&mut self, offset: usize, to: To) {
        let position = self.lines.position(offset);
        self.links.push(Link { position, to });
    }

    fn finish(mut self) -> Page {
        self.links.sort();
        Page {
            links: self.links,
            anchors: self.anchors.finish(),
        }
    }
}

fn destination(link_type: LinkType, url: &CowStr<'_>) -> To {
    let url = url.to_string();
    match link_type {
        LinkType::Email => To::Email(url),
        _ => To::Destination(url),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(text: &str) -> Vec<(usize, usize, To)> {
        let links = parse(text).links.into_iter();
        links
            .map(|Link { position: at, to }| (at.line, at.column, to))
            .collect()
    }

    fn to(destination: &str) -> To {
        To::Destination(destination.to_owned())
    }

    #[test]
    fn every_form_of_link_is_found() {
        let text = "[inline](a.md) ![image](b.png)\n[full][r] [r][] [r]\n<https://x.y> <me@x.y>\n\n\
                    <a href='e.md'>\n\n[r]: d.md\n";
        assert_eq!(
            links(text),
            [
                (1, 1, to("a.md")),
                (1, 16, to("b.png")),
                (2, 1, to("d.md")),
                (2, 11, to("d.md")),
                (2, 17, to("d.md")),
                (3, 1, to("https://x.y")),
                (3, 15, To::Email("me@x.y".to_owned())),
                (5, 1, to("e.md")),
            ]
        );
    }

    #[test]
    fn an_image_in_a_link_is_two_links() {
        assert_eq!(
            links("[![x](a.png)](b.md)"),
            [(1, 1, to("b.md")), (1, 2, to("a.png"))]
        );
    }

    #[test]
    fn columns_count_characters() {
        assert_eq!(links("> – é [x](a.md)"), [(1, 7, to("a.md"))]);
    }

    #[test]
    fn destinations_are_unescaped() {
        assert_eq!(links(r"[x](a\_b&amp;c.md)"), [(1, 1, to("a_b&c.md"))]);
        assert_eq!(links("[x](<a b.md>)"), [(1, 1, to("a b.md"))]);
        assert_eq!(links("[x]()"), [(1, 1, to(""))]);
    }

    #[test]
    fn undefined_references_are_links_and_shortcuts_are_prose() {
        let undefined = |label: &str| To::Undefined(label.to_owned());
        assert_eq!(
            links("[text][nope] [gone][] [prose] [ ] [^1]\n- [x] done [citation needed]"),
            [(1, 1, undefined("nope")), (1, 14, undefined("gone"))]
        );
        assert_eq!(links("array[0][1] f(x)[i][j] a[1][]"), []);
    }

    #[test]
    fn code_and_comments_hold_no_links() {
        assert_eq!(
            links("`[x](a.md)`\n\n    [x](a.md)\n\n```\n[x](a.md)\n```\n"),
            []
        );
        assert_eq!(links("<!-- [x](a.md) <a href='b.md'> -->\n"), []);
    }

    #[test]
    fn html_in_a_block_is_located() {
        assert_eq!(
            links("text\n\n> <p>\n> <a\n>   href='a.md'>é</a> <img src='b.png'>\n"),
            [(4, 3, to("a.md")), (5, 23, to("b.png"))]
        );
    }

    fn anchors(text: &str) -> Vec<String> {
        parse(text).anchors.into_iter().collect()
    }

    #[test]
    fn headings_use_their_plain_text() {
        assert_eq!(
            anchors("# The `code` and *em* [link](x.md)![alt](y.png)"),
            ["the-code-and-em-link"]
        );
        assert_eq!(anchors("Setext\n======\n"), ["setext"]);
    }

    #[test]
    fn ids_are_anchors() {
        assert_eq!(anchors("## A title {#own .class}"), ["a-title", "own"]);
        assert_eq!(
            anchors("text <a id='inline'></a>\n\n<a name='block'></a>\n"),
            ["block", "inline"]
        );
    }

    #[test]
    fn html_headings_may_hold_markdown() {
        assert_eq!(
            anchors("<h2 align='center'>\n\nThe *title*\n\n</h2>\n\ntext\n"),
            ["the-title"]
        );
    }

    #[test]
    fn front_matter_is_no_heading() {
        assert_eq!(anchors("---\ntitle: x\n---\n# Real\n"), ["real"]);
    }
}
