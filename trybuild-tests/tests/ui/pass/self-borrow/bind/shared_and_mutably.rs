//! An owner is lent in one way.

self_borrow::bind! {
    struct Edit bind 'a {
        texts: (Box<!'a mut String>, Box<!'a mut String>),
        places: (&'a mut String, &'a mut String),
    }
}

fn main() {
    let texts = (Box::new(String::new()), Box::new(String::new()));
    let edit = Edit::new(texts, |places| places);
    assert_eq!(*edit.into_owners().0, "");
}
