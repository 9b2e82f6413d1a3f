// An unsized field can't be owned by itself.
use own_ref::Fields;

#[derive(Fields)]
struct Text {
    _length: usize,
    _text: Box<str>,
}

fn main() {
    let _: Option<Box<Text>> = None;
}
