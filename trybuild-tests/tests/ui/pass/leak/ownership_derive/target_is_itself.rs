//! A type that would deny to be itself: only handles can be denied, and it is none.

#[derive(leak::Disowns)]
#[disowns(target = leak::rc::Rc<Self>)]
struct Guard<'a>(&'a str);

fn main() {
    assert_eq!(Guard("ann").0.len(), 3);
}
