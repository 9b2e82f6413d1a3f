//! A pinned field doesn't move.

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
        let part = state.part();
        let (dial, part) = part.take_dial();
        part.set_dial(dial).finish().next()
    });
}

fn main() {
    with(pin!(Fetch::Connecting(Connecting { page: 1, dial: 2 })));
}
