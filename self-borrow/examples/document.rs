//! A text, its tokens, and the tree of the tokens, in one value that owns all of it.
//!
//! ```text
//! cargo run -p self-borrow --example document
//! ```
//!
//! The tree points to the tokens, and the tokens to the text: a chain with two lifetimes. Nothing is copied out of
//! the text, nothing is counted, and the documents are plain values that go from thread to thread.
#![forbid(unsafe_code)]

use core::fmt;
use self_borrow::self_borrow;
use std::sync::mpsc;
use std::thread;

/// A formula.
#[self_borrow]
#[derive(Debug)]
pub struct Document {
    /// What it is called.
    name: String,
    /// The formula as it was written.
    #[lend('text)]
    text: String,
    /// Its words and signs.
    #[lend('tokens)]
    tokens: Vec<Token<'text>>,
    /// What it means.
    tree: Tree<'tokens, 'text>,
}

/// A number, a name or a sign.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Token<'t> {
    word: &'t str,
    at: usize,
}

/// A formula that has been understood.
#[derive(Debug)]
pub enum Tree<'k, 't> {
    /// A name or a number.
    Leaf(&'k Token<'t>),
    /// Two trees with a sign between them.
    Pair(&'k Token<'t>, Box<(Tree<'k, 't>, Tree<'k, 't>)>),
}

/// What is wrong, and where. It borrows nothing, so it can leave.
#[derive(Debug, PartialEq)]
pub struct Mistake {
    at: usize,
    expected: &'static str,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {} at byte {}", self.expected, self.at)
    }
}

impl Document {
    /// Reads a formula.
    ///
    /// # Errors
    ///
    /// The first mistake, and what was given.
    pub fn parse(name: String, text: String) -> Result<Self, (Mistake, DocumentOwners)> {
        let document = Self::builder()
            .text(text)
            .name(name)
            .tokens(|text| tokens(text).collect())
            .try_tree(|text, tokens| Parser { text, tokens }.all())?
            .build();
        Ok(document)
    }

    /// What the formula gives, with this value for each name.
    #[must_use]
    pub fn value(&self, of_name: impl Fn(&str) -> f64) -> f64 {
        self.tree().value(&of_name)
    }
}

fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut at = 0;
    core::iter::from_fn(move || {
        at += text[at..].len() - text[at..].trim_start().len();
        let rest = &text[at..];
        let first = rest.chars().next()?;
        let word = |c: char| c.is_alphanumeric() || c == '.';
        let len = if word(first) {
            rest.find(|c| !word(c)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let token = Token {
            word: &rest[..len],
            at,
        };
        at += len;
        Some(token)
    })
}

/// What is left to read.
struct Parser<'k, 't> {
    text: &'t str,
    tokens: &'k [Token<'t>],
}

impl<'k, 't> Parser<'k, 't> {
    fn all(mut self) -> Result<Tree<'k, 't>, Mistake> {
        let tree = self.pairs(&["+", "-"])?;
        if self.tokens.is_empty() {
            Ok(tree)
        } else {
            Err(self.mistake("a sign"))
        }
    }

    /// `a + b - c`, or `a * b / c`.
    fn pairs(&mut self, signs: &[&str]) -> Result<Tree<'k, 't>, Mistake> {
        let mut left = self.operand(signs)?;
        while let Some((sign, rest)) = self.tokens.split_first() {
            if !signs.contains(&sign.word) {
                break;
            }
            self.tokens = rest;
            let right = self.operand(signs)?;
            left = Tree::Pair(sign, Box::new((left, right)));
        }
        Ok(left)
    }

    fn operand(&mut self, signs: &[&str]) -> Result<Tree<'k, 't>, Mistake> {
        if signs == ["+", "-"] {
            return self.pairs(&["*", "/"]);
        }
        let operand = self.tokens.split_first();
        let is_word =
            |token: &Token<'_>| token.word.chars().all(|c| c.is_alphanumeric() || c == '.');
        let Some((token, rest)) = operand.filter(|(token, _)| is_word(token)) else {
            return Err(self.mistake("a name or a number"));
        };
        self.tokens = rest;
        Ok(Tree::Leaf(token))
    }

    fn mistake(&self, expected: &'static str) -> Mistake {
        let at = self
            .tokens
            .first()
            .map_or(self.text.len(), |token| token.at);
        Mistake { at, expected }
    }
}

impl Tree<'_, '_> {
    fn value(&self, of_name: &impl Fn(&str) -> f64) -> f64 {
        match self {
            Self::Leaf(token) => token.word.parse().unwrap_or_else(|_| of_name(token.word)),
            Self::Pair(sign, both) => {
                let (left, right) = (both.0.value(of_name), both.1.value(of_name));
                match sign.word {
                    "+" => left + right,
                    "-" => left - right,
                    "*" => left * right,
                    _ => left / right,
                }
            }
        }
    }
}

fn main() {
    let formulas = [
        ("area", "2 * width * height", 24.0),
        ("edge", "width + height / 2 - 1", 4.0),
        ("none", "width - 3", 0.0),
    ];
    let of_name = |name: &str| if name == "width" { 3.0 } else { 4.0 };

    // Each is parsed on a thread of its own, and sent to this one.
    let (done, documents) = mpsc::channel();
    for (name, text, _) in formulas {
        let done = done.clone();
        thread::spawn(move || done.send(Document::parse(name.to_owned(), text.to_owned())));
    }
    drop(done);
    let mut documents: Vec<Document> = documents.iter().flatten().collect();
    assert_eq!(documents.len(), formulas.len());
    documents.sort_by(|a, b| a.name().cmp(b.name()));

    // Moving them in the vector moved no text, no token and no node of a tree.
    for (document, (name, text, value)) in documents.iter().zip(formulas) {
        println!("{name}: {text} = {}", document.value(of_name));
        assert_eq!((document.name().as_str(), document.text()), (name, text));
        assert!((document.value(of_name) - value).abs() < 1e-9);
        assert!(
            document
                .text()
                .as_bytes()
                .as_ptr_range()
                .contains(&document.tokens()[0].word.as_ptr())
        );
    }

    // Shared between threads.
    let sum: f64 = thread::scope(|s| {
        let values: Vec<_> = documents
            .iter()
            .map(|document| s.spawn(move || document.value(of_name)))
            .collect();
        values
            .into_iter()
            .map(|value| value.join().unwrap_or(f64::NAN))
            .sum()
    });
    assert!((sum - 28.0).abs() < 1e-9, "{sum}");

    // A mistake comes with what was given.
    match Document::parse("wrong".to_owned(), "width + * 2".to_owned()) {
        Ok(document) => panic!("{document:?}"),
        Err((mistake, given)) => {
            println!("{}: {}: {mistake}", given.name, given.text);
            assert_eq!((mistake.at, given.text.as_str()), (8, "width + * 2"));
        }
    }

    // Taken apart, the owners are what they were before.
    let DocumentOwners { name, text } = documents.remove(0).into_owners();
    assert_eq!(
        (name.as_str(), text.as_str()),
        ("area", "2 * width * height")
    );

    // Two strings, a vector and a tree of three words: nothing else.
    assert_eq!(
        size_of::<Document>(),
        3 * size_of::<String>() + size_of::<Tree<'_, '_>>()
    );
}
