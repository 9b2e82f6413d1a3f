//! Partial values cross function boundaries: `&own MyStrings{y}` goes into a function as
//! `MyStringsPart<'_, Absent, Present>`, is finished in another, and a third one panics halfway.
//!
//! ```text
//! cargo run -p own-ref --example partial_across_functions
//! ```

use own_ref::{Absent, Fields, Own, Present, Slot};

#[derive(Fields)]
struct MyStrings {
    x: Noisy,
    y: Noisy,
}

/// A string that says when it is dropped.
#[derive(Debug)]
struct Noisy(String);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("    dropped: {}", self.0);
    }
}

fn noisy(text: &str) -> Noisy {
    Noisy(text.to_owned())
}

/// `&own MyStrings{y}`
type OnlyY<'a> = MyStringsPart<'a, Absent, Present>;

/// Takes a whole, keeps `x`, and passes on what is left.
fn take_x(whole: Own<'_, MyStrings>) -> (Noisy, OnlyY<'_>) {
    Own::part(whole).take_x()
}

/// Makes it whole again.
fn put_x<'a>(part: OnlyY<'a>, text: &str) -> Own<'a, MyStrings> {
    part.set_x(noisy(text)).finish()
}

/// Drops what is left, in a function that doesn't know how it came to be.
fn drop_rest(part: OnlyY<'_>) {
    println!("    still there: {:?}", part.y());
    drop(part);
}

/// Panics with one field there.
fn fails_halfway(slot: &mut Slot<MyStrings>) -> Own<'_, MyStrings> {
    let part = slot.hole().part().set_x(noisy("x of the unfinished"));
    let y = parse("not a number").map(|n| noisy(&n.to_string()));
    part.set_y(y.unwrap_or_else(|error| panic!("{error}")))
        .finish()
}

fn parse(text: &str) -> Result<u32, core::num::ParseIntError> {
    text.parse()
}

fn main() {
    let mut slot = Slot::<MyStrings>::new();

    println!("begin:");
    let begun: OnlyY<'_> = slot.hole().part().set_y(noisy("y"));
    println!("finish in another function:");
    let whole = put_x(begun, "x");
    println!("    {:?} {:?}", whole.x, whole.y);

    println!("take a field out:");
    let (x, rest) = take_x(whole);
    println!("the field, on its own:");
    drop(x);
    println!("the rest:");
    drop_rest(rest);

    println!("a panic halfway:");
    std::panic::set_hook(Box::new(|info| {
        println!("    panic: {}", info.payload_as_str().unwrap_or("?"));
    }));
    let result = std::panic::catch_unwind(core::panic::AssertUnwindSafe(|| {
        drop(fails_halfway(&mut slot));
    }));
    assert!(result.is_err());

    println!("the slot is free again:");
    drop(put_x(
        slot.hole().part().set_y(noisy("y of the last")),
        "x of the last",
    ));
}
