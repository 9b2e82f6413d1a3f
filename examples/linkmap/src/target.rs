//! What kind of thing a link's destination is, by its text alone.

use percent_encoding::percent_decode_str;

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// Has a scheme (`https:`, `mailto:`, any other) or a host (`//host/…`), or a template will put
    /// that in front (`{{base}}/…`).
    External,
    /// Rust code that rustdoc resolves: `std::vec::Vec`, `fn@main`, `vec!`, `struct.Foo.html`.
    CodePath,
    Empty,
    /// Not UTF-8 after percent-decoding.
    Undecodable,
    /// Percent-decoded, without the query. The path is empty for a link within the page.
    Local {
        path: String,
        fragment: Option<String>,
    },
}

/// rustdoc names its pages after an item's kind, and takes these as `kind@path`, too.
const ITEM_KINDS: [&str; 22] = [
    "attr",
    "const",
    "constant",
    "derive",
    "enum",
    "field",
    "fn",
    "function",
    "keyword",
    "macro",
    "method",
    "mod",
    "module",
    "prim",
    "primitive",
    "static",
    "struct",
    "trait",
    "type",
    "union",
    "value",
    "variant",
];

pub(crate) fn classify(destination: &str) -> Target {
    if destination.is_empty() {
        return Target::Empty;
    }
    // `std::vec` would have the scheme `std`.
    if is_code_path(destination) {
        return Target::CodePath;
    }
    let starts = |start: &&str| destination.starts_with(start);
    if ["//", "{{", "{%", "${"].iter().any(starts) || has_scheme(destination) {
        return Target::External;
    }
    let (path, fragment) = match destination.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment)),
        None => (destination, None),
    };
    let path = path.split_once('?').map_or(path, |(path, _query)| path);
    match (decode(path), fragment.map(decode)) {
        (Some(path), None) => Target::Local {
            path,
            fragment: None,
        },
        (Some(path), Some(Some(fragment))) => Target::Local {
            path,
            fragment: Some(fragment),
        },
        _ => Target::Undecodable,
    }
}

fn decode(text: &str) -> Option<String> {
    let text = percent_decode_str(text).decode_utf8().ok()?;
    Some(text.into_owned())
}

/// RFC 3986, section 3.1.
fn has_scheme(destination: &str) -> bool {
    destination.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
    })
}

/// Whether rustdoc would look for an item.
pub(crate) fn is_code_path(destination: &str) -> bool {
    let path = destination.split(['#', '?']).next().unwrap_or_default();
    let is_item_kind = |kind: &str| ITEM_KINDS.contains(&kind);
    let file = path.rsplit('/').next().unwrap_or_default();
    let is_item_page = || {
        file.split_once('.').is_some_and(|(kind, rest)| {
            is_item_kind(kind) && rest.rsplit('.').next() == Some("html")
        })
    };
    if path.contains('/') {
        return is_item_page();
    }
    ["crate", "self", "super", "Self"].contains(&path)
        || path.contains("::")
        || path.ends_with('!')
        || path.ends_with("()")
        || path
            .split_once('@')
            .is_some_and(|(kind, _)| is_item_kind(kind))
        || is_item_page()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn local(path: &str, fragment: Option<&str>) -> Target {
        Target::Local {
            path: path.to_owned(),
            fragment: fragment.map(str::to_owned),
        }
    }

    #[test]
    fn schemes_and_hosts_are_external() {
        for external in [
            "https://x.y/#z",
            "mailto:a@b",
            "tel:1",
            "data:,x",
            "//x.y",
            "a+b-c.d:e",
            "{{base}}/x",
        ] {
            assert_eq!(classify(external), Target::External, "{external}");
        }
    }

    #[test]
    fn paths_and_fragments_are_decoded_apart() {
        assert_eq!(classify("a%20b.md"), local("a b.md", None));
        assert_eq!(classify("a.md?plain=1#x%C3%A9"), local("a.md", Some("xé")));
        assert_eq!(classify("#x"), local("", Some("x")));
        assert_eq!(classify("a#b?c"), local("a", Some("b?c")));
        assert_eq!(classify("100%.md"), local("100%.md", None));
        assert_eq!(classify("a%23b.md"), local("a#b.md", None));
        assert_eq!(classify("1:2"), local("1:2", None));
    }

    #[test]
    fn what_is_not_utf8_is_told_apart() {
        assert_eq!(classify("%ff.md"), Target::Undecodable);
        assert_eq!(classify("a.md#%ff"), Target::Undecodable);
        assert_eq!(classify(""), Target::Empty);
    }

    #[test]
    fn rust_paths_are_code() {
        for code in [
            "std::vec::Vec",
            "crate#section",
            "crate::a",
            "self::b#c",
            "fn@main",
            "vec!",
            "main()",
            "struct.Foo.html",
            "../x/trait.Bar.html#method.baz",
        ] {
            assert_eq!(classify(code), Target::CodePath, "{code}");
        }
        for local in [
            "Foo",
            "a/b::c.md",
            "struct.md",
            "structure.Foo.html",
            "me@home",
            "index.html",
        ] {
            assert!(matches!(classify(local), Target::Local { .. }), "{local}");
        }
    }
}
