//! Where nothing is pinned, there is no `Pin`.

#[path = "../../../../../../own-ref/tests/expanded/fetch.rs"]
#[allow(dead_code)]
mod fetch;

use fetch::{Connecting, Fetch, FetchState};
use own_ref::states::update;

type State = Fetch<u8, u8, u8>;

fn state() -> State {
    Fetch::Connecting(Connecting { page: 1, dial: 2 })
}

fn main() {
    let mut one = state();
    update(&mut one, |now| {
        let FetchState::Connecting(state) = now.state() else { unreachable!() };
        let mut part = state.part();
        *part.dial_pin() = 3;
        part.finish().next()
    });
}
