//! Only a place may make a guard live: whoever activates by hand takes on the promise.

use leak::Activate;

struct Inert;
struct Live;

impl Activate for Inert {
    type Guard = Live;

    unsafe fn activate(self) -> Live {
        Live
    }
}

fn main() {
    leak::scope(|s| core::mem::forget(s.hold(Inert)));
}
