//! While its elements are owned by reference, a vector is borrowed.

use own_ref::vec;

fn main() {
    let mut words = vec![String::from("a")];
    let all = vec::take_all(&mut words);
    words.push(String::from("b"));
    drop(all);

}
