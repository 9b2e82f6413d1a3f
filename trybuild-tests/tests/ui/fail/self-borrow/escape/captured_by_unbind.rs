//! Nor does anything borrow from it that was put elsewhere.

use self_borrow::self_borrow;

#[self_borrow]
struct Edit {
    #[lend(mut 'text)]
    text: Box<String>,
    place: &'text mut String,
}

fn main() {
    let edit = Edit::new(Box::new("one".to_owned()), |text| text);
    let mut kept = None;
    let (text, ()) = edit.unbind(|edit| kept = Some(edit.place));
    drop(text);
    assert_eq!(kept.unwrap().len(), 3);
}
