//! A handle can't outlive the place that destroys what it stands for.

fn main() {
    let _text = leak::local_scope(|s| s.own(String::from("text")));
}
