//! place/mod
mod frame_macro;
