//! Each update has a name of its own: only what came out of an enum goes back into it.

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
    update::<_, (), _>(&mut one, |now| {
        let FetchState::Connecting(first) = now.state() else { unreachable!() };
        update(&mut two, |now| {
            let FetchState::Connecting(second) = now.state() else { unreachable!() };
            drop(second);
            first.next()
        });
        panic!("nothing left")
    });
}
