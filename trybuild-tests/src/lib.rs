//! What must not compile, pinned with its diagnostics. All of it is in `tests/`.
