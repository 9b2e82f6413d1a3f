//! Whether a raw pointer owns its target is known only to the type that holds it.

#[derive(leak::Leak)]
struct Node<T> {
    value: T,
    next: Option<*mut Node<T>>,
}

fn main() {
    drop(Node { value: 1, next: None });
}
