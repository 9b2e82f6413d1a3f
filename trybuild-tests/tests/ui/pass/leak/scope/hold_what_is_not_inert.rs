//! `hold` is for what becomes a guard when activated; anything else goes in with `own`.

fn main() {
    leak::scope(|s| s.own(String::from("text")).keep());
}
