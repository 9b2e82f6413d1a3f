//! What gives none owns none, so both traits are derived.

#[derive(leak::NeverGives)]
struct Guard<'a>(&'a str);

fn main() {
    assert_eq!(Guard("ann").0.len(), 3);
}
