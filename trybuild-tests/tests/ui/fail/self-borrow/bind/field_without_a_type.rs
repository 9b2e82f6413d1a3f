//! The fields are those of a struct.

self_borrow::bind! {
    struct Edit bind 'a {
        text: Box<!'a mut String>,
        place,
    }
}

fn main() {
    let edit = Edit::new(Box::new(String::new()), |text| text);
    assert_eq!(*edit.into_owners(), "");
}
