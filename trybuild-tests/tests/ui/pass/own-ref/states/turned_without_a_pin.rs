//! A field turns in memory that is pinned, as only there its type may rest on where it is.

use own_ref::part::replace;
use own_ref::states::update_pin;
use own_ref::{Fields, States};
use std::pin::{Pin, pin};

#[derive(Fields)]
#[repr(C)]
struct Text {
    before: u8,
    #[pin]
    content: String,
}

#[derive(Fields)]
#[repr(C)]
struct Bytes {
    before: u8,
    #[pin]
    content: Vec<u8>,
}

#[derive(States)]
#[repr(C, u8)]
enum Content {
    Text(Text),
    Bytes(Bytes),
    #[sentinel]
    Gone,
}

fn step(content: Pin<&mut Content>) {
    update_pin(content, |now| match now.state() {
        ContentState::Text(state) => {
            let bytes = BytesPart::of(state.part().turn_content(replace(String::into_bytes)));
            bytes.finish().next()
        }
        ContentState::Bytes(state) => state.next(),
        ContentState::Gone(vacant) => vacant.rest(),
    });
}

fn main() {
    let content = "text".to_owned();
    step(pin!(Content::Text(Text { before: 1, content })));
}
