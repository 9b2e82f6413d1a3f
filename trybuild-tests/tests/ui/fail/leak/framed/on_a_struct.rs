//! Only functions have frames.

#[leak::framed]
struct Sum(u32);

fn main() {
    let _sum = Sum(1);
}
