//! An activated guard may run code whenever it likes, on other threads too. So it can't use the
//! scope that will destroy other things before it.

use leak::{Activate, Scope};

struct Inert<'a, F: Fn() + Sync>(&'a F);
struct Live<'a, F: Fn() + Sync>(#[expect(dead_code)] &'a F);

impl<'a, F: Fn() + Sync> Activate for Inert<'a, F> {
    type Guard = Live<'a, F>;

    unsafe fn activate(self) -> Live<'a, F> {
        Live(self.0)
    }
}

fn hold<'s, 'env>(s: &'s Scope<'s, 'env>, callback: &'env (impl Fn() + Sync)) {
    s.hold(Inert(callback)).keep();
}

fn main() {
    let callback = || ();
    leak::scope(|s| hold(s, &callback));
}
