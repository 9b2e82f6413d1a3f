//! The word `bind` is missing.

self_borrow::bind! {
    struct Edit {
        text: Box<!'a mut String>,
        place: &'a mut String,
    }
}

fn main() {
    let edit = Edit::new(Box::new(String::new()), |text| text);
    assert_eq!(*edit.into_owners(), "");
}
