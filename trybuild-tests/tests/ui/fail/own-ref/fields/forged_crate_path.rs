// A forged path lends nobody an `unsafe impl`, and no other checks.
#![forbid(unsafe_code)]

mod forged {
    pub use own_ref::*;
    pub mod __private {
        pub use own_ref::__private::*;
    }
}

#[derive(own_ref::Fields)]
#[own_ref(crate = forged, split_only)]
struct Data(String);

impl Drop for Data {
    fn drop(&mut self) {}
}

fn main() {
    let mut slot = own_ref::Slot::new();
    drop(own_ref::Own::split(slot.put(Data(String::new()))));
}
