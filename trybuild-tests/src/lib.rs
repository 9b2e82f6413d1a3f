//! What must not compile, pinned with the compiler's words, and the twins that do compile.
//!
//! `tests/ui/fail/<crate>/<topic>/<case>.rs` is refused in the words of `<case>.stderr`;
//! `tests/ui/pass/<crate>/<topic>/<case>.rs` differs from it in the point at issue only, compiles,
//! and runs. `tests/ui.rs` runs them all; see `CONTRIBUTING.md` on how to add one.
