//! An owner is lent under one name.

self_borrow::bind! {
    struct Edit bind 'a, 'b {
        texts: (Box<!'a mut String>, Box<!'b mut String>),
        places: (&'a mut String, &'a mut String),
    }
}

fn main() {
    let texts = (Box::new(String::new()), Box::new(String::new()));
    let edit = Edit::new(texts, |places| places);
    assert_eq!(*edit.into_owners().0, "");
}
