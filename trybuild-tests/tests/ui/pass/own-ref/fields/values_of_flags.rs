// Flags have no value.
use own_ref::Fields;

#[derive(Fields)]
#[own_ref(split_only)]
struct One(u8);

#[derive(Fields)]
#[own_ref(plain_errors)]
struct Two(u8);

fn main() {
    let _ = (One(1).0, Two(2).0);
}
