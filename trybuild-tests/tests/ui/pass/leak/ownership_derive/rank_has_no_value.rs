//! A rank is a number.

#[derive(leak::RankedLeak)]
#[ranked_leak(rank = 1)]
struct Guard<'a>(&'a str);

fn main() {
    assert_eq!(Guard("ann").0.len(), 3);
}
