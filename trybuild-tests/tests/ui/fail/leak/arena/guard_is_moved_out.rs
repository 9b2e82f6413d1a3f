//! A guard that an arena holds is lent by shared reference only.

use leak::Activate;

struct Start;
struct Running;

impl Activate for Start {
    type Guard = Running;
    unsafe fn activate(self) -> Running {
        Running
    }
}

fn main() {
    leak::arena::scope(|arena| {
        let running: Running = *arena.hold(Start);
        core::mem::forget(running);
    });
}
