//! A forgotten place never waits for its threads, so they may borrow only from the place.

use leak::PinScope;
use std::pin::pin;

fn main() {
    let text = String::from("elsewhere");
    let place = pin!(PinScope::new(text));
    place.as_ref().with(|text, s| {
        s.spawn(move || println!("{text}")).detach();
    });
}
