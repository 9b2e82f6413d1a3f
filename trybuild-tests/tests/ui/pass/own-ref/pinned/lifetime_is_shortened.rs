//! The slot drops what a forgotten handle leaves there: so a handle must not put something there that
//! lives shorter than the slot thinks. `Own` may, since its slot never looks.

use own_ref::{Own as Handle};

fn _shorten<'s, 'short, 'long: 'short>(handle: Handle<'s, &'long str>) -> Handle<'s, &'short str> {
    handle
}

fn main() {
}
