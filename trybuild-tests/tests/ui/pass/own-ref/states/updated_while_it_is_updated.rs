//! An update borrows the enum.

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
    let (mut one, mut two) = (state(), state());
    update(&mut one, |now| {
        update(&mut two, |now| match now.state() {
            FetchState::Connecting(state) => state.next(),
            _ => unreachable!(),
        });
        let FetchState::Connecting(state) = now.state() else { unreachable!() };
        state.next()
    });
    two = state();
    drop(two);
}
