//! A forgotten place never ends its lendings, so what it lends must not borrow from elsewhere.

use leak::PinScope;

fn main() {
    let text = String::from("text");
    let _place = PinScope::new(&text);
}
