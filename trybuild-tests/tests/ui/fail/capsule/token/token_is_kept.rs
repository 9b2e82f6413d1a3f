//! The token of an opening is lent, so it can't be used when the capsule is merged elsewhere, with another token.

use capsule::{Capsule, Cell, GhostToken, Rc, family};

fn main() {
    let mut kept: Option<&mut GhostToken<'_>> = None;
    let mut capsule = Capsule::<family!(Rc<'b, Cell<'b, u32>>)>::new(|b| Rc::new(b, Cell::new(1)));
    capsule.with(|_rc, token| kept = Some(token));
    drop(kept);
}
