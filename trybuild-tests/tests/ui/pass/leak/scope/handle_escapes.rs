//! A handle can't outlive the scope that destroys what it stands for.

fn main() {
    let _text: String = leak::scope(|s| s.own(String::from("text")).clone());
}
