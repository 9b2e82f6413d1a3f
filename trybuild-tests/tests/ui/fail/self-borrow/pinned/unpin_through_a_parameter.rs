//! Also with a parameter that is `Unpin`, it isn't.

use self_borrow::self_borrow;

#[self_borrow]
struct Line<T: 'static> {
    #[lend(inline 'text)]
    text: T,
    first: &'text T,
}

fn movable(_: &impl Unpin) {}

fn main() {
    let line = Line::pin_box(3, |text| text);
    movable(&*line);
}
