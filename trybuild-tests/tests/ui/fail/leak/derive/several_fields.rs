//! Every wrong field is reported.

#[derive(leak::Leak)]
struct Raw<T> {
    good: T,
    one: *const Raw<T>,
    two: Vec<Option<*mut Raw<T>>>,
    three: core::ptr::NonNull<Raw<T>>,
}

fn main() {
    drop(Raw { good: 1, one: core::ptr::null(), two: vec![], three: core::ptr::NonNull::dangling() });
}
