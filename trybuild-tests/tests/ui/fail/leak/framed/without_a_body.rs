//! There must be something to frame.

trait Sum {
    #[leak::framed]
    fn sum(&self) -> u32;
}

impl Sum for u32 {
    fn sum(&self) -> u32 {
        *self
    }
}

fn main() {
    let _sum = 1.sum();
}
