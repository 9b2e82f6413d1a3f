//! Only closures are called where they lie; what says that it is one would get to see its own value twice.

use own_ref::{CallOnce, Own, Slot};

struct Mine;

impl CallOnce<()> for Mine {
    type Output = ();
    unsafe fn call_in_place(&mut self, (): ()) {}
}

fn main() {
    let _ = Mine;
    fn call<F: CallOnce<()>>(own: Own<'_, F>) -> F::Output {
        Own::call(own, ())
    }
    assert_eq!(call(Slot::new().put(|| 1)), 1);
}
