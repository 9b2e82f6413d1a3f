//! mem/mod
