//! An undo tree, as editors have it: each state knows where it came from and what was made of it, and nothing that was
//! typed is ever lost. It is saved by another thread, as a whole, and comes back.

#![expect(
    clippy::redundant_closure,
    clippy::redundant_closure_for_method_calls,
    reason = "a method is that of one brand, the closure is for all"
)]

use capsule::{Brand, Capsule, CapsuleSend, Cell, Family, GhostToken, Rc, Weak};
use core::error::Error;

#[derive(CapsuleSend)]
struct State<'b> {
    number: u32,
    /// Lines are shared between states.
    lines: Vec<Rc<'b, str>>,
    before: Weak<'b, State<'b>>,
    after: Cell<'b, Vec<Rc<'b, State<'b>>>>,
}

#[derive(CapsuleSend, Family)]
struct Editor<'b> {
    root: Rc<'b, State<'b>>,
    now: Rc<'b, State<'b>>,
    states: u32,
}

impl<'b> Editor<'b> {
    fn new(b: Brand<'b>) -> Self {
        let root = State {
            number: 0,
            lines: Vec::new(),
            before: Weak::new(),
            after: Cell::new(Vec::new()),
        };
        let root = Rc::new(b, root);
        Self {
            now: root.clone(),
            root,
            states: 1,
        }
    }

    /// Makes a new state of the present one.
    fn edit(&mut self, token: &mut GhostToken<'b>, change: impl FnOnce(&mut Vec<Rc<'b, str>>)) {
        let mut lines = self.now.lines.clone();
        change(&mut lines);
        let new = State {
            number: self.states,
            lines,
            before: Rc::downgrade(&self.now),
            after: Cell::new(Vec::new()),
        };
        let new = Rc::new(Brand::of(token), new);
        self.now.after.borrow_mut(token).push(new.clone());
        self.now = new;
        self.states += 1;
    }

    fn undo(&mut self) -> bool {
        let before = self.now.before.upgrade();
        before.map(|before| self.now = before).is_some()
    }

    /// Goes on to what was made of this state last.
    fn redo(&mut self, token: &GhostToken<'b>) -> bool {
        let after = self.now.after.borrow(token).last().cloned();
        after.map(|after| self.now = after).is_some()
    }

    fn text(&self) -> String {
        self.now.lines.join_with(" ")
    }

    /// Every state, one a line, indented below the one it came from.
    fn save(&self, token: &GhostToken<'b>) -> String {
        let mut text = String::new();
        let mut open = vec![(self.root.clone(), 0)];
        while let Some((state, depth)) = open.pop() {
            let here = if Rc::ptr_eq(&state, &self.now) {
                "*"
            } else {
                ""
            };
            let line = format!(
                "{}{}{here} {}\n",
                "  ".repeat(depth),
                state.number,
                state.lines.join_with(" ")
            );
            text.push_str(&line);
            let after = state.after.borrow(token).iter().rev();
            open.extend(after.map(|after| (after.clone(), depth + 1)));
        }
        text
    }
}

trait JoinWith {
    fn join_with(&self, separator: &str) -> String;
}

impl JoinWith for Vec<Rc<'_, str>> {
    fn join_with(&self, separator: &str) -> String {
        let lines: Vec<&str> = self.iter().map(|line| &**line).collect();
        lines.join(separator)
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut editor = Capsule::<Editor<'static>>::new(|b| Editor::new(b));
    editor.with(|editor, token| {
        for word in ["to", "be", "or", "not"] {
            let line = Rc::from_str(Brand::of(token), word);
            editor.edit(token, |lines| lines.push(line));
        }
        // Two steps back, and another way from there.
        assert!(editor.undo() && editor.undo());
        let line = Rc::from_str(Brand::of(token), "careful");
        editor.edit(token, |lines| lines.push(line));
    });

    // Saved elsewhere, as a whole; the way back is the result.
    let saving = std::thread::spawn(move || {
        let saved = editor.with_ref(|editor, token| editor.save(token));
        (editor, saved)
    });
    let (mut editor, saved) = saving.join().expect("no panic");
    print!("{saved}");

    let texts = editor.with(|editor, token| {
        let mut texts = vec![editor.text()];
        while editor.undo() {
            texts.push(editor.text());
        }
        while editor.redo(token) {}
        texts.push(editor.text());
        // The first line is in five states and once in the region.
        assert_eq!(Rc::strong_count(&editor.now.lines[0]), 5);
        texts
    });
    let expected = "0 \n  1 to\n    2 to be\n      3 to be or\n        4 to be or not\n      5* to be careful\n";
    if saved != expected || texts != ["to be careful", "to be", "to", "", "to be careful"] {
        return Err(format!("the wrong history: {texts:?}").into());
    }
    Ok(())
}
