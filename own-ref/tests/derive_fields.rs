//! Parts and splitting, with what `#[derive(Fields)]` writes.

#[path = "cases/part.rs"]
mod cases;
mod my_strings {
    #[derive(own_ref::Fields)]
    pub(crate) struct MyStrings<T> {
        pub(crate) x: String,
        pub(crate) y: T,
    }
}

mod shape {
    #[derive(own_ref::Fields)]
    pub(crate) enum Shape {
        Empty,
        Named(String),
        Pair { left: Vec<u8>, right: Box<Shape> },
    }
}
