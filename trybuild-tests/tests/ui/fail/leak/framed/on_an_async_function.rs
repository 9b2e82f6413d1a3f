//! The frame would live in a future, which can be polled once and then forgotten.

#[leak::framed]
async fn sum(left: &u32, right: &u32) -> u32 {
    frame!(s);
    let left = s.spawn(|| *left);
    *right + left.join().unwrap_or(0)
}

fn main() {
    let _sum = sum(&1, &2);
}
