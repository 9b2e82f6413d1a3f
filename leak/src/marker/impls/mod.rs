//! Impls for the types of `core`, `alloc` and `std`.
