//! Bounds that are too weak: the fields are checked under them.

#[derive(leak::AllowedInRc, leak::RoutineDrop)]
#[allowed_in_rc(bound = "")]
#[routine_drop(bound())]
struct Pair<T>(T, Vec<T>);

fn main() {
    assert_eq!(Pair(1, vec![2]).1[0] - 1, Pair(1, vec![]).0);
}
