//! A module declares no parameters.

#[leak::leak_bounds]
mod inner {
    pub fn take<T>(_: T) {}
}

fn main() {
    inner::take(1);
}
