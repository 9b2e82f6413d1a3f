//! States, with what `#[derive(Fields)]` and `#[derive(States)]` write.

#[path = "cases/states.rs"]
mod cases;
mod common;

mod fetch {
    use own_ref::{Fields, States};

    /// Before the connection is there.
    #[derive(Fields)]
    #[repr(C)]
    pub struct Connecting<Page, Dial> {
        #[pin]
        pub page: Page,
        #[pin]
        pub dial: Dial,
    }

    /// While data comes in.
    #[derive(Fields)]
    #[repr(C)]
    pub struct Reading<Page, Read> {
        #[pin]
        pub page: Page,
        pub chunks: u32,
        #[pin]
        pub read: Read,
    }

    /// A future, as a compiler would write it.
    #[derive(States)]
    #[repr(C, u8)]
    pub enum Fetch<Page, Dial, Read> {
        Connecting(Connecting<Page, Dial>),
        Reading(Reading<Page, Read>),
        #[sentinel]
        Done,
    }
}
