//! A scoped thread local lends something to whoever is further down the stack. But what is lent there has a type
//! without a brand.

use capsule::Rc;
use scoped_tls::scoped_thread_local;

scoped_thread_local!(static LENT: u32);

fn main() {
    capsule::region(|b, _token| {
        let rc = Rc::new(b, 1);
        LENT.set(&rc, || LENT.with(|lent| assert_eq!(*lent, 1)));
    });
}
