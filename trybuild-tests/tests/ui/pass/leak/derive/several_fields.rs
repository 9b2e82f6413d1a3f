//! Every wrong field is reported.

#[derive(leak::Leak)]
struct Raw<T: 'static> {
    good: T,
    one: &'static T,
    two: Vec<Option<&'static mut Raw<T>>>,
    three: Option<Box<Raw<T>>>,
}

fn main() {
    drop(Raw { good: 1, one: &1, two: vec![], three: None });
}
