//! A live guard can't be moved out of its place, not even in exchange for another one.

fn main() {
    leak::scope(|s| {
        let one = s.own(vec![1]);
        let mut two = s.own(vec![2]);
        core::mem::swap(&mut *one, &mut two);
    });
}
