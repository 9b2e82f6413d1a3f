//! `Bound` is invariant in the owner. Were it not, a short-lived reference could get into a dependent that takes it for
//! a longer-lived one.

use self_borrow::{Bound, Shared, family};
use std::cell::Cell;

family!(struct Length<'a> = &'a u8);

type Pair<'x, 's> = Bound<'x, Shared<Box<(u8, Cell<&'s str>)>>, Length>;

fn shortened<'s>(pair: Pair<'s, 's>) -> Pair<'s, 's> {
    pair
}

fn main() {
    let owner = Box::new((3, Cell::new("one")));
    let pair = shortened(Bound::new(Shared(owner), |owner| &owner.0));
    assert_eq!(pair.with(|length, owner| owner.1.get().len() - usize::from(**length)), 0);
}
