//! A state is covariant, but what it is a state of isn't: a payload that lives shorter may be left in the
//! memory, and be dropped, but not become the next state.

#[path = "../../../../../../own-ref/tests/expanded/fetch.rs"]
#[allow(dead_code)]
mod fetch;

use fetch::{Connecting, Fetch, FetchState};
use own_ref::part::In;
use own_ref::states::{State, update};

type Long = Fetch<&'static str, u8, u8>;

fn main() {
    let mut fetch: Long = Fetch::Connecting(Connecting { page: "long", dial: 1 });
    let short = String::from("short");
    update(&mut fetch, |now| {
        let FetchState::Connecting(state) = now.state() else { unreachable!() };
        let mut state: State<'_, Connecting<&str, u8>, In<'_, Long>> = state;
        state.page = &short;
        state.clear().rest()
    });
}
