// As above, where only lifetimes differ. Were they taken for the same, a short-lived reference could be put
// where a `'static` one is.
use own_ref::{Fields, Slot};

#[derive(Fields)]
struct Data<'a> {
    field: hostile_macros::alternating!(&'static str, &'a str),
    other: &'a str,
}

fn main() {
    let mut slot = Slot::<Data<'_>>::new();
    let text = String::from("short");
    let data = slot.hole().part().set_field("long").set_other(&text).finish();
    assert_eq!((data.field, data.other), ("long", "short"));
}
