//! Only functions have frames.

struct Sum(u32);

fn main() {
    let _sum = Sum(1);
}
