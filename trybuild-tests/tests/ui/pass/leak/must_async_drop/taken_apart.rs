//! A type that must be destroyed can't be moved out of.

use leak::async_drop::must_async_drop;

#[must_async_drop]
struct Session(String);

fn text(session: Session) -> String {
    session.0.clone()
}

fn main() {
    let _ = text as fn(Session) -> String;
}
