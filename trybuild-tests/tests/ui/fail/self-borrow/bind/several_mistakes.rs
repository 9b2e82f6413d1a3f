//! All at once, each at its place.

self_borrow::bind! {
    #[repr(C)]
    struct Edit bind 'a, 'b {
        text: Box<!'a mut String>,
        place: &'c mut String,
        more: &String,
    }
}

fn main() {
    let edit = Edit::new(Box::new(String::new()), |text| text, String::new());
    assert_eq!(edit.more(), "");
}
