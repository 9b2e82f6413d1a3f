//! A text with a cursor in it: `bind!`, with a mutable lend.
//!
//! ```text
//! cargo run -p self-borrow --example edit
//! ```
//!
//! While the cursor is there, it is the only one that can reach the text. When it ends, the text is back.
#![forbid(unsafe_code)]
#![allow(
    clippy::box_collection,
    clippy::unnecessary_box_returns,
    reason = "what is lent is the `String`, so it must be behind a pointer"
)]

use self_borrow::bind;
use std::thread;

bind! {
    /// A text that is being edited.
    pub struct Edit bind 'a {
        text: Box<!'a mut String>,
        /// Where, and how far it got.
        pub cursor: Cursor<'a>,
    }
}

bind! {
    /// As in the text that it comes from.
    pub type Pair = bind 'a in (Box<!'a mut String>, &'a mut String);
}

/// A place in a text that is borrowed mutably.
#[derive(Debug)]
pub struct Cursor<'a> {
    text: &'a mut String,
    at: usize,
    changes: usize,
}

/// What can be done at a cursor.
#[derive(Debug, Clone, Copy)]
pub enum Command<'c> {
    /// Goes behind the next such word, or stays.
    Find(&'c str),
    /// Puts this at the cursor, and goes behind it.
    Insert(&'c str),
    /// Removes so many characters before the cursor.
    Delete(usize),
}

impl Cursor<'_> {
    /// Does it.
    pub fn run(&mut self, command: Command<'_>) {
        match command {
            Command::Find(word) => {
                let found = self.text[self.at..].find(word);
                self.at = found.map_or(self.at, |found| self.at + found + word.len());
            }
            Command::Insert(word) => {
                self.text.insert_str(self.at, word);
                self.at += word.len();
                self.changes += 1;
            }
            Command::Delete(count) => {
                let before = self.text[..self.at].char_indices();
                let from = before
                    .rev()
                    .take(count)
                    .last()
                    .map_or(self.at, |(at, _)| at);
                self.text.drain(from..self.at);
                self.at = from;
                self.changes += 1;
            }
        }
    }
}

/// Begins to edit. The text and what borrows it leave the function together.
#[must_use]
pub fn edit(text: String) -> Edit {
    Edit::new(Box::new(text), |text| Cursor {
        text,
        at: 0,
        changes: 0,
    })
}

fn main() {
    let mut edits = vec![edit("to be or to be".to_owned()), edit("naïve".to_owned())];
    for command in [Command::Find("or "), Command::Insert("not ")] {
        edits[0].with_cursor_mut(|cursor| cursor.run(command));
    }
    for command in [Command::Find("ï"), Command::Delete(1), Command::Insert("i")] {
        edits[1].with_cursor_mut(|cursor| cursor.run(command));
    }
    assert_eq!(edits[0].cursor().at, 13);

    // Pushing more moves those that are there, and the text stays where it is.
    let place = edits[0].cursor().text.as_ptr();
    edits.extend((0..100).map(|n| edit(n.to_string())));
    assert_eq!(edits[0].cursor().text.as_ptr(), place);

    // On another thread, with the cursor where it was.
    let worker = thread::spawn(move || {
        let first = &mut edits[0];
        first.with_cursor_mut(|cursor| cursor.run(Command::Insert("so ")));
        edits
    });
    let Ok(edits) = worker.join() else {
        panic!("the worker panicked");
    };

    // The cursor by value, then the text, whole again.
    let mut texts = Vec::new();
    for edit in edits.into_iter().take(2) {
        let (mut text, changes) = edit.unbind(|parts| parts.cursor.changes);
        text.push('.');
        println!("{changes} changes: {text}");
        texts.push((*text, changes));
    }
    let expected = [("to be or not so to be.", 2), ("naive.", 2)];
    assert!(
        texts
            .iter()
            .map(|(text, n)| (text.as_str(), *n))
            .eq(expected)
    );

    // `bind 'a in (Box<!'a mut String>, &'a mut String)`: two pointers.
    assert_eq!(size_of::<Pair>(), 2 * size_of::<usize>());
    let mut pair = Pair::new(Box::new("Hello".to_owned()), |text| text);
    pair.with_1_mut(|text| text.push_str(", world"));
    let (text, len) = pair.unbind(|parts| parts.1.len());
    assert_eq!((text.as_str(), len), ("Hello, world", 12));
}
