//! The memory is large enough for the states of this enum, and no others.

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
    update::<_, (), _>(&mut one, |now| {
        let FetchState::Connecting(state) = now.state() else { unreachable!() };
        let part = state.part().drop_dial();
        let part = fetch::ReadingPart::of(part.carry::<fetch::Reading<u8, u8>>());
        drop(part);
        std::process::exit(0)
    });
}
