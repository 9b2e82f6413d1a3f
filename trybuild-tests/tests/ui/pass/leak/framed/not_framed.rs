//! Without the attribute, `frame!` is an error; uses of the scope are not.

#[leak::framed]
fn sum(left: &u32) -> u32 {
    leak::frame!(s);
    s.spawn(|| *left).join().unwrap_or(0)
}

fn main() {
    let _sum = sum(&1);
}
