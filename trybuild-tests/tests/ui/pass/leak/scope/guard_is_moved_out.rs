//! A live guard can't be moved out of its place.

fn main() {
    leak::scope(|s| {
        let numbers = s.own(vec![1]);
        let _moved: Vec<i32> = numbers.to_vec();
    });
}
