//! All at once, each at its place.

self_borrow::bind! {
    struct Edit bind 'a {
        text: Box<!'a mut String>,
        place: &'a mut String,
        more: String,
    }
}

fn main() {
    let edit = Edit::new(Box::new(String::new()), |text| text, String::new());
    assert_eq!(edit.more(), "");
}
