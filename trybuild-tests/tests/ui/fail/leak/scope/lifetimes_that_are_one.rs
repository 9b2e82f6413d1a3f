//! The scope's own lifetime and that of its environment can't be made one.

use leak::Scope;

fn own_itself<'s>(s: &'s Scope<'s, 's>) {
    s.own(s).keep();
}

fn main() {
    leak::scope(|s| own_itself(s));
}
