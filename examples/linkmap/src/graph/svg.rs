//! The graph as a picture: every box links to its file, every arrow says what it stands for.

use core::fmt::Write as _;
use std::path::{Path, PathBuf, absolute};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use unicode_width::UnicodeWidthStr as _;

use super::layout::{BOX_HEIGHT, Layout, Place, lay_out};
use super::{Edge, Graph, Kind, Node};
use crate::paths::link_from;
use crate::words::count;

const MARGIN: f64 = 20.0;
/// Of a character of the font, which is monospaced.
const CHARACTER_WIDTH: f64 = 7.3;
const PADDING: f64 = 8.0;
/// Longer labels are shortened in the middle; the whole path is in the tooltip.
const LONGEST_LABEL: usize = 44;

const STYLE: &str = "\
text { font: 12px ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace; fill: #1f2328 }
rect { fill: #f6f8fa; stroke: #8c959f; rx: 4px }
rect.paper { fill: #ffffff; stroke: none; rx: 0 }
path { fill: none; stroke: #8c959f; stroke-opacity: 0.7 }
path.broken { stroke: #cf222e }
marker path { fill: #8c959f; stroke: none }
marker.broken path { fill: #cf222e }
.faulty rect, .unreadable rect, .missing rect { stroke: #cf222e }
.missing rect, .outside rect, .unreadable rect { fill: #ffffff; stroke-dasharray: 4 3 }
.missing text, .unreadable text { fill: #cf222e }
.outside text { fill: #59636e }
a:hover rect { fill: #ddf4ff }
";

/// Everything in a URL's path that is not plain.
const IN_PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'.')
    .remove(b'-')
    .remove(b'_')
    .remove(b'~');

/// How to link from the picture to the files.
#[derive(Debug)]
pub(crate) struct Hrefs {
    root: PathBuf,
    picture: PathBuf,
}

impl Hrefs {
    pub(crate) fn new(root: &Path, picture: &Path) -> Self {
        let whole = |path: &Path| absolute(path).unwrap_or_else(|_| path.to_owned());
        let folder = picture
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        Self {
            root: whole(root),
            picture: whole(folder.unwrap_or(Path::new("."))),
        }
    }

    fn href(&self, path: &str) -> String {
        let link = link_from(&self.picture, &self.root.join(path));
        utf8_percent_encode(&link, IN_PATH).to_string()
    }
}

pub(crate) fn draw(graph: &Graph, hrefs: &Hrefs) -> String {
    let labels: Vec<String> = graph.nodes.iter().map(|node| shorten(&node.path)).collect();
    let widths: Vec<f64> = labels.iter().map(|label| box_width(label)).collect();
    let layout = lay_out(graph, &widths);
    let mut svg = head(&layout);
    // Writing to a string can't fail. The arrows come first, so that the boxes are on top of them.
    for edge in &graph.edges {
        let whole = |node: usize| (layout.places[node], widths[node]);
        let path = arrow(whole(edge.from), whole(edge.to));
        svg += &draw_edge(graph, edge, &path);
    }
    for (index, node) in graph.nodes.iter().enumerate() {
        let Place { left, top } = layout.places[index];
        writeln!(
            svg,
            "<a href=\"{href}\"><g class=\"{class}\"><title>{title}</title>\
             <rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{BOX_HEIGHT}\"/>\
             <text x=\"{x:.1}\" y=\"{y:.1}\">{label}</text></g></a>",
            href = escape(&hrefs.href(&node.path)),
            class = class(node),
            title = escape(&node_title(node)),
            width = widths[index],
            x = left + PADDING,
            y = top + BOX_HEIGHT / 2.0 + 4.0,
            label = escape(&labels[index]),
        )
        .ok();
    }
    svg + "</g>\n</svg>\n"
}

fn head(layout: &Layout) -> String {
    let (width, height) = (layout.width + 2.0 * MARGIN, layout.height + 2.0 * MARGIN);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" \
         viewBox=\"0 0 {width:.0} {height:.0}\">\n<style>\n{STYLE}</style>\n\
         <defs>{}{}</defs>\n<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n\
         <g transform=\"translate({MARGIN} {MARGIN})\">\n",
        arrow_head("good"),
        arrow_head("broken"),
    )
}

fn arrow_head(class: &str) -> String {
    format!(
        "<marker id=\"{class}\" class=\"{class}\" markerUnits=\"userSpaceOnUse\" markerWidth=\"8\" \
         markerHeight=\"8\" refX=\"8\" refY=\"4\" orient=\"auto\"><path d=\"M0 0 8 4 0 8z\"/></marker>"
    )
}

fn draw_edge(graph: &Graph, edge: &Edge, path: &str) -> String {
    let class = if edge.broken > 0 { "broken" } else { "good" };
    let thickness = match edge.links {
        1 => 1.0,
        2..=4 => 1.6,
        _ => 2.4,
    };
    let (from, to) = (&graph.nodes[edge.from].path, &graph.nodes[edge.to].path);
    let mut title = format!("{from} → {to}: {}", count(edge.links, "link"));
    if edge.broken > 0 {
        write!(title, ", {} broken", edge.broken).ok();
    }
    format!(
        "<path class=\"{class}\" stroke-width=\"{thickness}\" marker-end=\"url(#{class})\" d=\"{path}\">\
         <title>{}</title></path>\n",
        escape(&title)
    )
}

/// A curve that leaves the one box and enters the other on the sides that face each other.
fn arrow(from: (Place, f64), to: (Place, f64)) -> String {
    let sides = |(place, width): (Place, f64)| (place.left, place.left + width);
    let ((from_left, from_right), (to_left, to_right)) = (sides(from), sides(to));
    let (x1, x2, out, into) = if from_right <= to_left {
        (from_right, to_left, 1.0, -1.0)
    } else if to_right <= from_left {
        (from_left, to_right, -1.0, 1.0)
    } else {
        (from_right, to_right, 1.0, 1.0)
    };
    let middle = |place: Place| place.top + BOX_HEIGHT / 2.0;
    let (y1, y2) = (middle(from.0), middle(to.0));
    let bend = ((x2 - x1).abs() / 2.0).clamp(30.0, 120.0);
    let (x1_bent, x2_bent) = (x1 + out * bend, x2 + into * bend);
    format!("M{x1:.1} {y1:.1}C{x1_bent:.1} {y1:.1} {x2_bent:.1} {y2:.1} {x2:.1} {y2:.1}")
}

fn class(node: &Node) -> &'static str {
    match node.kind {
        Kind::Page if node.broken > 0 => "page faulty",
        Kind::Page => "page",
        Kind::Unreadable => "unreadable",
        Kind::Outside => "outside",
        Kind::Missing => "missing",
    }
}

fn node_title(node: &Node) -> String {
    let path = &node.path;
    match node.kind {
        Kind::Page if node.broken > 0 => {
            format!("{path}: {} broken", count(node.broken, "link"))
        }
        Kind::Page => path.clone(),
        Kind::Unreadable => format!("{path}: could not be read"),
        Kind::Outside => format!("{path}: outside of the folder"),
        Kind::Missing => format!("{path}: missing"),
    }
}

/// Keeps the end, where the file's name is, and a little of the start.
fn shorten(path: &str) -> String {
    let characters: Vec<char> = path.chars().collect();
    if characters.len() <= LONGEST_LABEL {
        return path.to_owned();
    }
    let start: String = characters[..8].iter().collect();
    let end: String = characters[characters.len() - (LONGEST_LABEL - 9)..]
        .iter()
        .collect();
    format!("{start}…{end}")
}

fn box_width(label: &str) -> f64 {
    let columns = u16::try_from(label.width()).unwrap_or(u16::MAX);
    f64::from(columns) * CHARACTER_WIDTH + 2.0 * PADDING
}

/// Makes text of any characters XML, which has no way to write most control characters.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            control if control.is_control() => escaped.push('\u{fffd}'),
            plain => escaped.push(plain),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::super::tests::{edge, node};
    use super::*;

    fn graph() -> Graph {
        Graph {
            nodes: vec![
                node("a & <b>.md", Kind::Page, 1),
                node("docs/é \"x\"\u{1}.md", Kind::Page, 0),
                node("gone.md", Kind::Missing, 0),
            ],
            edges: vec![edge(0, 1, 3, 0), edge(0, 2, 1, 1)],
        }
    }

    #[test]
    fn the_picture_is_well_formed_whatever_the_names() {
        let svg = draw(
            &graph(),
            &Hrefs::new(Path::new("site"), Path::new("map.svg")),
        );
        let document = roxmltree::Document::parse(&svg).expect("well-formed");
        let texts = |name: &str| -> Vec<String> {
            let all = document
                .descendants()
                .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", name)));
            all.map(|node| node.text().unwrap_or_default().to_owned())
                .collect()
        };
        assert_eq!(
            texts("text"),
            ["a & <b>.md", "docs/é \"x\"\u{fffd}.md", "gone.md"]
        );
        assert_eq!(
            texts("title"),
            [
                "a & <b>.md → docs/é \"x\"\u{fffd}.md: 3 links",
                "a & <b>.md → gone.md: 1 link, 1 broken",
                "a & <b>.md: 1 link broken",
                "docs/é \"x\"\u{fffd}.md",
                "gone.md: missing",
            ]
        );
        let hrefs: Vec<_> = document
            .descendants()
            .filter_map(|node| node.attribute("href"))
            .collect();
        assert_eq!(
            hrefs,
            [
                "site/a%20%26%20%3Cb%3E.md",
                "site/docs/%C3%A9%20%22x%22%01.md",
                "site/gone.md"
            ]
        );
    }

    #[test]
    fn links_lead_from_the_picture_to_the_files() {
        let href = |root: &str, picture: &str| {
            Hrefs::new(Path::new(root), Path::new(picture)).href("a.md")
        };
        assert_eq!(href("site", "map.svg"), "site/a.md");
        assert_eq!(href(".", "out/map.svg"), "../a.md");
        assert_eq!(href("site", "site/map.svg"), "a.md");
    }

    #[test]
    fn the_same_graph_gives_the_same_picture() {
        let hrefs = Hrefs::new(Path::new("."), Path::new("map.svg"));
        let first = draw(&graph(), &hrefs);
        for _ in 0..20 {
            assert_eq!(draw(&graph(), &hrefs), first);
        }
    }

    #[test]
    fn long_paths_keep_their_end() {
        assert_eq!(shorten("short.md"), "short.md");
        let long = format!("{}/name.md", "folder/".repeat(20));
        let short = shorten(&long);
        assert_eq!(short.chars().count(), LONGEST_LABEL);
        assert!(
            short.starts_with("folder/f…") && short.ends_with("/name.md"),
            "{short}"
        );
    }
}
