//! A guard of a generic value can be forgotten only if that value is `'static`.

#[derive(leak::Unleak)]
struct Guard<T: ?Sized>(T);

fn forget<T>(value: T) {
    leak::mem::forget(Guard(value));
}

fn main() {
    forget(1);
}
