//! The attribute goes on the functions in the block.

struct Sum(u32);

#[leak::framed]
impl Sum {
    fn sum(&self) -> u32 {
        leak::frame!(s);
        s.spawn(|| self.0).join().unwrap_or(0)
    }
}

fn main() {
    let _sum = Sum(1).sum();
}
