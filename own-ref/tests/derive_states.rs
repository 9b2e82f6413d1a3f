//! States, with what `#[derive(Fields)]` and `#[derive(States)]` write.

#[path = "cases/states.rs"]
mod cases;
mod fetch {
    use own_ref::{Fields, States};

    /// Before the connection is there.
    #[derive(Fields)]
    #[repr(C)]
    pub(crate) struct Connecting<Page, Dial> {
        #[pin]
        pub(crate) page: Page,
        #[pin]
        pub(crate) dial: Dial,
    }

    /// While data comes in.
    #[derive(Fields)]
    #[repr(C)]
    pub(crate) struct Reading<Page, Read> {
        #[pin]
        pub(crate) page: Page,
        pub(crate) chunks: u32,
        #[pin]
        pub(crate) read: Read,
    }

    /// A future, as a compiler would write it.
    #[derive(States)]
    #[repr(C, u8)]
    pub(crate) enum Fetch<Page, Dial, Read> {
        Connecting(Connecting<Page, Dial>),
        Reading(Reading<Page, Read>),
        #[sentinel]
        Done,
    }
}
