//! In the notation of a type, `in` stands before the fields.

self_borrow::bind! {
    type Edit = bind 'a (Box<!'a mut String>, &'a mut String);
}

fn main() {
    let edit = Edit::new(Box::new(String::new()), |text| text);
    assert_eq!(*edit.into_owners(), "");
}
