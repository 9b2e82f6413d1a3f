//! Parts and splitting, with what `#[derive(Fields)]` writes.

#[path = "cases/part.rs"]
mod cases;
mod common;

mod my_strings {
    #[derive(own_ref::Fields)]
    pub struct MyStrings<T> {
        pub x: String,
        pub y: T,
    }
}
