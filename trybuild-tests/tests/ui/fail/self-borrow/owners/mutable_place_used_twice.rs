//! A mutable borrow goes to the first field that names it.

use self_borrow::self_borrow;

#[self_borrow]
struct Edit {
    #[lend(mut 'text)]
    text: Box<(u8, u8)>,
    a: &'text mut u8,
    b: &'text mut u8,
}

fn main() {
    let edit = Edit::new(Box::new((1, 2)), |text| &mut text.0, |text| &mut text.1);
    assert_eq!(**edit.a() + **edit.b(), 3);
}
