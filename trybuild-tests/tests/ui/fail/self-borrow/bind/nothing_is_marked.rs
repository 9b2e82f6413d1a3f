//! It must be said where the place is that is lent.

self_borrow::bind! {
    struct Edit bind 'a {
        text: Box<String>,
        place: &'a mut String,
    }
}

fn main() {
    let edit = Edit::new(Box::new(String::new()), |text| text);
    assert_eq!(*edit.into_owners(), "");
}
