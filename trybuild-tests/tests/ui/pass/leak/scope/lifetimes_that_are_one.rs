//! The scope's own lifetime and that of its environment can't be made one.

use leak::Scope;

fn own_itself<'s, 'env>(s: &'s Scope<'s, 'env>) {
    s.own(1).keep();
}

fn main() {
    leak::scope(|s| own_itself(s));
}
