//! Parts: fields that come and go, in every order, with panics at every place.
//!
//! With expansions that are written by hand; `derive_fields.rs` has those of the derives.

#[path = "cases/part.rs"]
mod cases;
#[path = "expanded/my_strings.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    missing_docs,
    missing_debug_implementations,
    clippy::must_use_candidate,
    clippy::type_complexity,
    reason = "a derive's expansion; each test uses a part of it"
)]
mod my_strings;
#[path = "expanded/shape.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    missing_docs,
    missing_debug_implementations,
    reason = "an expansion"
)]
mod shape;
