//! There must be something to frame.

trait Sum {
    #[leak::framed]
    fn sum(&self) -> u32 {
        frame!(s);
        s.spawn(|| 1).join().unwrap_or(0)
    }
}

impl Sum for u32 {
    fn sum(&self) -> u32 {
        *self
    }
}

fn main() {
    let _sum = 1.sum();
}
