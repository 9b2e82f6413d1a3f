//! States: changed in place, pinned and not, with panics, re-entrancy and forgotten handles.
//!
//! With expansions that are written by hand; `derive_states.rs` has those of the derives.

#[path = "cases/states.rs"]
mod cases;
#[path = "expanded/fetch.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    missing_docs,
    missing_debug_implementations,
    clippy::must_use_candidate,
    clippy::type_complexity,
    reason = "a derive's expansion; each test uses a part of it"
)]
mod fetch;
