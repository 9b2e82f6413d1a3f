//! A value that may be pinned isn't moved out to be replaced.

use own_ref::part::replace;
use own_ref::states::update_pin;
use own_ref::{Fields, States};
use std::pin::{Pin, pin};

#[repr(align(8))]
#[derive(Default)]
struct Place(u8, std::marker::PhantomData<u8>);

#[derive(Fields)]
#[repr(C)]
struct Text {
    before: u8,
    #[pin]
    content: Place,
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
            let bytes = BytesPart::of(state.part().turn_content(replace(|place: Place| vec![place.0])));
            bytes.finish().next()
        }
        ContentState::Bytes(state) => state.next(),
        ContentState::Gone(vacant) => vacant.rest(),
    });
}

fn main() {
    let content = Place::default();
    step(pin!(Content::Text(Text { before: 1, content })));
}
