//! A module declares no parameters.

mod inner {
    #[leak::leak_bounds]
    pub fn take<T>(_: T) {}
}

fn main() {
    inner::take(1);
}
