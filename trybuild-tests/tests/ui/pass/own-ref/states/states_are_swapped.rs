//! Nor can the handles of two updates be swapped.

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
        let FetchState::Connecting(mut first) = now.state() else { unreachable!() };
        update(&mut two, |now| {
            let FetchState::Connecting(mut second) = now.state() else { unreachable!() };
            std::mem::swap(&mut *first, &mut *second);
            second.next()
        });
        first.next()
    });
}
