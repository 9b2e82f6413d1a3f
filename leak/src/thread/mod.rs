//! thread/mod
