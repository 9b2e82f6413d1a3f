//! place/mod
