//! A state doesn't outlive its update.

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
    let mut kept = None;
    update::<_, (), _>(&mut one, |now| {
        let FetchState::Connecting(state) = now.state() else { unreachable!() };
        kept = Some(state.page);
        state.next()
    });
    assert!(kept.is_some());
}
