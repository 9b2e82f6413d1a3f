//! A Markdown file's links and anchors.

use core::mem::take;
use std::borrow::Cow;
use std::collections::BTreeSet;

use pulldown_cmark::{
    BrokenLink, BrokenLinkCallback, CowStr, LinkType, Options, Parser, Tag, TagEnd,
};

use crate::anchors::Collector;
use crate::html;

/// What a file has to say to others.
#[derive(Debug, Default)]
pub(crate) struct Table<'e> {
    /// In the order of their positions.
    pub(crate) links: Vec<Link<'e>>,
    pub(crate) anchors: BTreeSet<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Link<'e> {
    /// In the text.
    pub(crate) offset: usize,
    pub(crate) to: To<'e>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum To<'e> {
    /// As written, with entities and backslash escapes resolved.
    Destination(Cow<'e, str>),
    Email(&'e str),
    /// The label of a reference without a definition: `[text][label]` or `[label][]`.
    Undefined(&'e str),
}

impl To<'_> {
    /// What is written in the file, without escapes; the label, of a reference.
    pub(crate) fn written(&self) -> &str {
        match self {
            Self::Destination(text) => text,
            Self::Email(text) | Self::Undefined(text) => text,
        }
    }
}

/// Something in a text, and its offset.
#[derive(Debug)]
pub(crate) struct Event<'t> {
    offset: usize,
    what: What<'t>,
}

#[derive(Debug)]
enum What<'t> {
    Parsed(pulldown_cmark::Event<'t>),
    /// The label of a reference without a definition.
    Undefined(CowStr<'t>),
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

/// What is of use for a [`Table`], undefined references last.
pub(crate) fn events(text: &str) -> Vec<Event<'_>> {
    let mut undefined = Undefined {
        text,
        found: Vec::new(),
    };
    let parser = Parser::new_with_broken_link_callback(text, DIALECT, Some(&mut undefined));
    let mut headings = Headings::default();
    let mut events: Vec<_> = parser
        .into_offset_iter()
        .filter(|(event, _)| headings.matters(event))
        .map(|(event, range)| Event {
            offset: range.start,
            what: What::Parsed(event),
        })
        .collect();
    events.append(&mut undefined.found);
    events.shrink_to_fit();
    events
}

/// Takes note of references without a definition.
struct Undefined<'t> {
    text: &'t str,
    found: Vec<Event<'t>>,
}

impl<'t> BrokenLinkCallback<'t> for &mut Undefined<'t> {
    fn handle_broken_link(&mut self, link: BrokenLink<'t>) -> Option<(CowStr<'t>, CowStr<'t>)> {
        if is_reference(self.text, &link) {
            self.found.push(Event {
                offset: link.span.start,
                what: What::Undefined(link.reference),
            });
        }
        None
    }
}

/// `[label]` alone is usually prose, and so is `array[0][1]`.
fn is_reference(text: &str, link: &BrokenLink<'_>) -> bool {
    if !matches!(link.link_type, LinkType::Reference | LinkType::Collapsed) {
        return false;
    }
    let before = text[..link.span.start].chars().next_back();
    !before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | ')' | ']'))
}

/// Text matters in headings only, and after HTML, which may have opened one.
#[derive(Default)]
struct Headings {
    inside: bool,
    html: bool,
}

impl Headings {
    fn matters(&mut self, event: &pulldown_cmark::Event<'_>) -> bool {
        use pulldown_cmark::Event::{Code, End, Html, InlineHtml, Start, Text};
        match event {
            Start(Tag::Heading { .. }) => self.inside = true,
            End(TagEnd::Heading(_)) => self.inside = false,
            Html(_) | InlineHtml(_) => self.html = true,
            Text(_) | Code(_) => return self.inside || self.html,
            Start(Tag::Link { .. } | Tag::Image { .. })
            | End(TagEnd::Image | TagEnd::HtmlBlock) => {}
            _ => return false,
        }
        true
    }
}

/// What the events say.
pub(crate) fn table<'e>(events: &'e [Event<'_>]) -> Table<'e> {
    let mut reader = Reader::default();
    for event in events {
        match &event.what {
            What::Parsed(parsed) => reader.event(parsed, event.offset),
            What::Undefined(label) => reader.link(event.offset, To::Undefined(label)),
        }
    }
    reader.finish()
}

#[derive(Default)]
struct Reader<'e> {
    links: Vec<Link<'e>>,
    anchors: Collector,
    /// An image's description is no part of a heading's text.
    in_image: bool,
    /// The HTML block that is being read, without the `>` of quotes and the like, and where its
    /// lines are: offsets here and in the file.
    block: String,
    block_lines: Vec<(usize, usize)>,
}

impl<'e> Reader<'e> {
    fn event(&mut self, event: &'e pulldown_cmark::Event<'_>, start: usize) {
        use pulldown_cmark::Event::{Code, End, Html, InlineHtml, Start, Text};
        match event {
            Start(Tag::Heading { id, .. }) => {
                if let Some(id) = id {
                    self.anchors.id(id);
                }
                self.anchors.open_heading();
            }
            End(TagEnd::Heading(_)) => self.anchors.close_heading(),
            Start(Tag::Link {
                link_type,
                dest_url,
                ..
            }) => {
                self.link(start, destination(*link_type, dest_url));
            }
            Start(Tag::Image {
                link_type,
                dest_url,
                ..
            }) => {
                self.link(start, destination(*link_type, dest_url));
                self.in_image = true;
            }
            End(TagEnd::Image) => self.in_image = false,
            Text(text) | Code(text) if !self.in_image => self.anchors.text(text),
            InlineHtml(tag) => self.inline_html(tag, start),
            // A tag can be longer than a line.
            Html(line) => {
                self.block_lines.push((self.block.len(), start));
                self.block.push_str(line);
            }
            End(TagEnd::HtmlBlock) => self.html_block(),
            _ => {}
        }
    }

    fn inline_html(&mut self, tag: &str, start: usize) {
        for link in html::read(tag, &mut self.anchors) {
            self.link(start, To::Destination(link.destination.into()));
        }
    }

    fn html_block(&mut self) {
        let (block, lines) = (take(&mut self.block), take(&mut self.block_lines));
        for link in html::read(&block, &mut self.anchors) {
            let line = lines.partition_point(|&(start, _)| start <= link.offset) - 1;
            let (start, in_file) = lines[line];
            self.link(
                in_file + link.offset - start,
                To::Destination(link.destination.into()),
            );
        }
    }

    fn link(&mut self, offset: usize, to: To<'e>) {
        self.links.push(Link { offset, to });
    }

    fn finish(mut self) -> Table<'e> {
        self.links.sort();
        Table {
            links: self.links,
            anchors: self.anchors.finish(),
        }
    }
}

fn destination<'e>(link_type: LinkType, url: &'e CowStr<'_>) -> To<'e> {
    match link_type {
        LinkType::Email => To::Email(url),
        _ => To::Destination(Cow::Borrowed(url)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Lines;

    /// All that can be found, with its line and column, as text.
    fn links(text: &str) -> Vec<(usize, usize, String)> {
        let (events, lines) = (events(text), Lines::new(text));
        let found = table(&events).links.into_iter();
        found
            .map(|Link { offset, to }| {
                let at = lines.position(offset);
                (at.line, at.column, format!("{to:?}"))
            })
            .collect()
    }

    fn to(destination: &str) -> String {
        format!("{:?}", To::Destination(destination.into()))
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
                (3, 15, format!("{:?}", To::Email("me@x.y"))),
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
        let undefined = |label: &str| format!("{:?}", To::Undefined(label));
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
        table(&events(text)).anchors.into_iter().collect()
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
