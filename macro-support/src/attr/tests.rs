use super::*;
use syn::parse_quote;

const GRAMMAR: Grammar = Grammar {
    attribute: "#[leak]",
    reader: "#[derive(Leak)]",
    keys: &[Key::BOUND, Key::CRATE],
};
const USAGES: &str = r#"`#[derive(Leak)]` takes `bound = "T: Trait"` and `crate = path`"#;

/// Reads `text` as arguments, takes both values, and returns them with the errors: column of
/// the token, message, help.
fn read(text: &str) -> (Option<String>, Option<String>, Vec<(usize, String)>) {
    let mut diag = Diag::new();
    let mut args = GRAMMAR.macro_args(text.parse().expect("tokens"), &mut diag);
    let path = args
        .take("crate")
        .and_then(|arg| arg.path(&mut diag))
        .map(|path| path.to_token_stream().to_string());
    let bound = args
        .take("bound")
        .and_then(|arg| arg.predicates(&mut diag))
        .map(|predicates| {
            let texts: Vec<_> = predicates
                .iter()
                .map(|predicate| predicate.to_token_stream().to_string())
                .collect();
            texts.join(" , ")
        });
    let errors = match diag.finish(()) {
        Ok(()) => Vec::new(),
        Err(rejected) => rejected
            .compile_errors(&crate::crate_path::CratePath::absolute("leak"))
            .into_iter()
            .filter_map(|token| match token {
                TokenTree::Group(group) => Some(group.span_open().start().column),
                _ => None,
            })
            .zip(rejected.texts())
            .collect(),
    };
    (path, bound, errors)
}

/// The one error that `text` gives.
fn error(text: &str) -> (usize, String) {
    let (_, _, mut errors) = read(text);
    assert_eq!(errors.len(), 1, "{errors:?}");
    errors.remove(0)
}

#[test]
fn values_are_read_in_every_form() {
    for (text, path, bound) in [
        ("", None, None),
        ("crate = a::b", Some("a :: b"), None),
        ("crate = ::a,", Some(":: a"), None),
        ("crate = crate::x", Some("crate :: x"), None),
        ("crate = \"::a::b\"", Some(":: a :: b"), None),
        ("bound = \"\"", None, Some("")),
        ("bound()", None, Some("")),
        (
            "bound = \"T: A + 'a, I::Item: B,\"",
            None,
            Some("T : A + 'a , I :: Item : B"),
        ),
        (
            "bound(T: A<B, C>, for<'x> &'x U: D), crate = z",
            Some("z"),
            Some("T : A < B , C > , for < 'x > & 'x U : D"),
        ),
    ] {
        let (got_path, got_bound, errors) = read(text);
        assert_eq!(errors, [], "{text}");
        assert_eq!(got_path.as_deref(), path, "{text}");
        assert_eq!(got_bound.as_deref(), bound, "{text}");
    }
}

#[test]
fn keys_are_checked() {
    assert_eq!(
        error("bond = \"\""),
        (0, format!("unknown key `bond`\n\nhelp: {USAGES}"))
    );
    assert_eq!(
        error("\"T: A\""),
        (0, format!("expected a key\n\nhelp: {USAGES}"))
    );
    assert_eq!(
        error("crate = a, crate = b"),
        (
            11,
            "`crate` is given more than once\n\nhelp: keep one of them".into()
        )
    );
    assert_eq!(
        error("crate = a,, bound()"),
        (
            10,
            "expected an argument before this `,`\n\nhelp: remove the `,`".into()
        )
    );
}

#[test]
fn values_are_checked() {
    let bound = "\n\nhelp: write `bound = \"T: Trait\"`";
    let path = "\n\nhelp: write `crate = path`";
    for (text, column, message) in [
        ("bound", 0, format!("`bound` has no value{bound}")),
        ("crate", 0, format!("`crate` has no value{path}")),
        ("crate =", 6, format!("`crate` has no value{path}")),
        ("bound = 5", 8, format!("expected string literal{bound}")),
        ("bound = T: A", 8, format!("expected string literal{bound}")),
        ("bound = \"\" x", 11, format!("unexpected token{bound}")),
        ("crate = 5", 8, format!("expected identifier{path}")),
        (
            "crate = a::",
            10,
            format!("unexpected end of input, expected path segment after `::`{path}"),
        ),
        ("bound(T)", 7, format!("expected `:`{bound}")),
        ("bound(T: A B)", 11, format!("expected `,`{bound}")),
        ("crate(a)", 5, format!("expected `=` after `crate`{path}")),
        ("crate = a<b>", 9, format!("unexpected token{path}")),
        (
            "bound: x",
            5,
            format!("expected a value for `bound`, or `,`{bound}"),
        ),
        ("bound() x", 8, format!("expected `,`{bound}")),
    ] {
        assert_eq!(error(text), (column, message), "{text}");
    }
}

#[test]
fn every_mistake_is_reported_and_the_rest_is_read() {
    let (path, bound, errors) = read("x = 1, crate = a, bound = 5, , y");
    assert_eq!(path.as_deref(), Some("a"));
    assert_eq!(bound, None);
    let columns: Vec<_> = errors.iter().map(|error| error.0).collect();
    assert_eq!(columns, [0, 29, 31, 26]);
}

#[test]
fn helper_attributes_add_up() {
    let attrs: Vec<Attribute> = parse_quote! {
        #[other(x = 1)]
        #[leak(bound = "")]
        #[leak()]
        #[leak(crate = a)]
    };
    let mut diag = Diag::new();
    let mut args = GRAMMAR.helper_args("leak", &attrs, &mut diag);
    assert!(args.take("bound").is_some());
    assert!(args.take("crate").is_some());
    assert!(args.take("x").is_none());
    diag.finish(()).expect("nothing is wrong");
}

#[test]
fn helper_attributes_need_a_list() {
    let attrs: Vec<Attribute> =
        parse_quote!(#[leak] #[leak = "x"] #[leak(bound = "")] #[leak(bound = "")]);
    let mut diag = Diag::new();
    GRAMMAR.helper_args("leak", &attrs, &mut diag);
    let texts = diag.finish(()).expect_err("three errors").texts();
    assert_eq!(
        texts,
        [
            format!("`#[leak]` needs arguments\n\nhelp: {USAGES}"),
            format!("`#[leak]` takes its arguments in parentheses\n\nhelp: {USAGES}"),
            "`bound` is given more than once\n\nhelp: keep one of them".into(),
        ]
    );
}

const MORE: Grammar = Grammar {
    attribute: "#[a]",
    reader: "#[a]",
    keys: &[
        Key {
            name: "ty",
            usage: "ty = T",
        },
        Key {
            name: "n",
            usage: "n = 1",
        },
    ],
};

/// Like `read`, for the keys `ty` and `n`.
fn read_more(text: &str) -> (Option<String>, Option<usize>, Vec<String>) {
    let mut diag = Diag::new();
    let mut args = MORE.macro_args(text.parse().expect("tokens"), &mut diag);
    let ty = args
        .take("ty")
        .and_then(|arg| arg.type_without_macros(&mut diag))
        .map(|ty| ty.to_token_stream().to_string());
    let number = args.take("n").and_then(|arg| arg.number(1..=3, &mut diag));
    let errors = diag
        .finish(())
        .err()
        .map_or(vec![], |errors| errors.texts());
    (ty, number, errors)
}

#[test]
fn types_and_numbers_are_read() {
    for (text, ty, number) in [
        ("ty = Rc<Self>", Some("Rc < Self >"), None),
        (
            r#"ty = "Two<'a, T>", n = 1"#,
            Some("Two < 'a , T >"),
            Some(1),
        ),
        ("ty = [u8; 3], n = 0x3", Some("[u8 ; 3]"), Some(3)),
        ("n = 2usize", None, Some(2)),
    ] {
        assert_eq!(
            read_more(text),
            (ty.map(String::from), number, vec![]),
            "{text}"
        );
    }
}

#[test]
fn types_and_numbers_that_are_wrong() {
    let (ty, number) = ("\n\nhelp: write `ty = T`", "\n\nhelp: write `n = 1`");
    for (text, message) in [
        ("ty", format!("`ty` has no value{ty}")),
        ("ty(T)", format!("expected `=` after `ty`{ty}")),
        ("ty = a b", format!("unexpected token{ty}")),
        ("n = 0", format!("expected a number from 1 to 3{number}")),
        ("n = 4", format!("expected a number from 1 to 3{number}")),
        ("n = -1", format!("expected a number from 1 to 3{number}")),
        ("n = N", format!("expected integer literal{number}")),
        ("n", format!("`n` has no value{number}")),
    ] {
        assert_eq!(read_more(text).2, [message], "{text}");
    }
    let help = "a macro can't stand in this type\n\nhelp: write the type that the macro stands for";
    for text in [
        "ty = m!()",
        "ty = Rc<[u8; m!()]>",
        "ty = (u8, &m![])",
        r#"ty = "Rc<m!{}>""#,
    ] {
        assert_eq!(read_more(text).2, [help], "{text}");
    }
}

#[test]
fn a_name_is_one_word() {
    for (text, name, message) in [
        ("ty = Name", Some("Name"), None),
        ("ty = r#type", Some("r#type"), None),
        ("ty = \"Name\"", Some("Name"), None),
        (
            "ty = a::Name",
            None,
            Some("expected a name\n\nhelp: write `ty = T`: it is new"),
        ),
        (
            "ty",
            None,
            Some("`ty` has no value\n\nhelp: write `ty = T`"),
        ),
    ] {
        let mut diag = Diag::new();
        let mut args = MORE.macro_args(text.parse().expect("tokens"), &mut diag);
        let got = args
            .take("ty")
            .and_then(|arg| arg.name("it is new", &mut diag));
        assert_eq!(got.map(|name| name.to_string()).as_deref(), name, "{text}");
        let errors = diag.finish(()).map_err(|errors| errors.texts()).err();
        assert_eq!(errors, message.map(|text| vec![text.to_owned()]), "{text}");
    }
}

#[test]
fn misplaced_attributes_are_reported_one_by_one() {
    let attrs: Vec<Attribute> = parse_quote!(#[leak] #[other] #[leak(x)]);
    let mut diag = Diag::new();
    refuse(&attrs, "leak", "a field", "put it elsewhere", &mut diag);
    let text = "`#[leak]` has no meaning on a field\n\nhelp: put it elsewhere, or remove it";
    let errors = diag.finish(()).expect_err("two errors").texts();
    assert_eq!(errors, [text, text]);
}
