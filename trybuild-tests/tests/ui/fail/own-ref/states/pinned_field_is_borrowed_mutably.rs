//! Nor can it be replaced.

#[path = "../../../../../../own-ref/tests/expanded/fetch.rs"]
#[allow(dead_code)]
mod fetch;

use fetch::{Connecting, Fetch, FetchState};
use own_ref::states::update_pin;
use std::pin::{Pin, pin};

type State = Fetch<u8, u8, u8>;

fn with(state: Pin<&mut State>) {

    update_pin(state, |now| {
        let FetchState::Connecting(state) = now.state() else { unreachable!() };
        let mut part = state.part();
        *part.dial_mut() = 1;
        part.finish().next()
    });
}

fn main() {
    with(pin!(Fetch::Connecting(Connecting { page: 1, dial: 2 })));
}
