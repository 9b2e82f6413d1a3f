//! The borrow of the data belongs to the place.

use leak::PinScope;
use std::pin::pin;

fn main() {
    let place = pin!(PinScope::new(String::from("text")));
    let text: String = place.as_ref().with(|text, _| text.clone());
    println!("{text}");
}
