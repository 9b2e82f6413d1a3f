//! HTML inside Markdown: its ids, links and headings.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{HtmlString, Spanned, StartTag, Token, Tokenizer};

use crate::anchors::Collector;

/// A link in a tag, and the offset of the tag.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct HtmlLink {
    pub(crate) offset: usize,
    pub(crate) destination: String,
}

/// Reads a piece of HTML, which needs not be balanced.
pub(crate) fn read(html: &str, anchors: &mut Collector) -> Vec<HtmlLink> {
    let mut emitter = DefaultEmitter::new_with_span();
    emitter.naively_switch_states(true); // what looks like tags in a <script> is none
    let mut links = Vec::new();
    for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
        match token {
            Token::StartTag(tag) => links.extend(open(&tag, anchors)),
            Token::EndTag(tag) if is_heading(&tag.name) => anchors.close_heading(),
            Token::String(text) => anchors.text(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    links
}

fn open(tag: &StartTag<usize>, anchors: &mut Collector) -> Option<HtmlLink> {
    if is_heading(&tag.name) {
        anchors.open_heading();
    }
    if let Some(id) = attribute(tag, b"id") {
        anchors.id(&id);
    }
    let destination = match tag.name.as_slice() {
        b"a" => {
            if let Some(name) = attribute(tag, b"name") {
                anchors.id(&name);
            }
            attribute(tag, b"href")
        }
        b"img" | b"video" | b"audio" | b"source" => attribute(tag, b"src"),
        _ => None,
    }?;
    Some(HtmlLink {
        offset: tag.span.start,
        destination: destination.trim().to_owned(),
    })
}

fn attribute(tag: &StartTag<usize>, name: &[u8]) -> Option<String> {
    let value: &Spanned<HtmlString, usize> = tag.attributes.get(name)?;
    Some(String::from_utf8_lossy(&value.value).into_owned())
}

fn is_heading(name: &[u8]) -> bool {
    matches!(name, [b'h', b'1'..=b'6'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(html: &str) -> (Vec<String>, Vec<(usize, String)>) {
        let mut anchors = Collector::default();
        let links = read(html, &mut anchors);
        let links = links
            .into_iter()
            .map(|link| (link.offset, link.destination));
        (anchors.finish().into_iter().collect(), links.collect())
    }

    #[test]
    fn ids_and_names_are_anchors() {
        let (anchors, _) = parts(r#"<div id=box><a name="named"></a><A ID='upper'></A>"#);
        assert_eq!(anchors, ["box", "named", "upper"]);
    }

    #[test]
    fn only_links_have_a_name() {
        assert!(parts(r#"<input name="field">"#).0.is_empty());
    }

    #[test]
    fn headings_are_anchors() {
        let (anchors, _) = parts("<h1 align=center>\nTom &amp; <b>Jerry</b>\n</h1> after");
        assert_eq!(anchors, ["tom--jerry"]);
    }

    #[test]
    fn links_and_images_are_found_with_their_offset() {
        let html = r#"<p><a href="a.md?x=1&amp;y">a</a> <img src=" b.png ">"#;
        let (_, links) = parts(html);
        let image = html.find("<img").expect("there is one");
        assert_eq!(
            links,
            [(3, "a.md?x=1&y".to_owned()), (image, "b.png".to_owned())]
        );
    }

    #[test]
    fn comments_and_scripts_hold_nothing() {
        let html = r#"<!-- <a id="x" href="y"></a> --><script>"<a id='z' href='q'>"</script>"#;
        assert_eq!(parts(html), (vec![], vec![]));
    }
}
