//! First steps.
use self_borrow::self_borrow;

#[derive(Debug, PartialEq)]
pub struct Token<'t>(&'t str);
#[derive(Debug, PartialEq)]
pub struct Ast<'k, 't> { first: &'k Token<'t>, len: usize }

/// A document.
#[self_borrow]
#[derive(Debug, PartialEq)]
pub struct Document {
    /// The text.
    #[lend('text)]
    text: String,
    #[lend('tokens)]
    tokens: Vec<Token<'text>>,
    ast: Ast<'tokens, 'text>,
    path: u8,
}

#[self_borrow]
pub struct Edit {
    #[lend(mut 'a)]
    s: Box<String>,
    r: &'a mut String,
}

#[test]
fn document() {
    let d = Document::builder().path(3).text("a b".to_string()).tokens(|t| t.split(' ').map(Token).collect())
        .ast(|_text, tokens| Ast { first: &tokens[0], len: tokens.len() }).build();
    assert_eq!(d.ast().first.0, "a");
    assert_eq!(d.tokens().len(), 2);
    assert_eq!(d.text(), "a b");
    assert_eq!(*d.path(), 3);
    let mut e = Edit::new(Box::new("x".to_string()), |s| s);
    assert_eq!(size_of_val(&e), 16);
    e.with_r_mut(|r| r.push('y'));
    let (s, n) = e.unbind(|p| p.r.len());
    assert_eq!((s.as_str(), n), ("xy", 2));
    println!("{d:?}");
}
