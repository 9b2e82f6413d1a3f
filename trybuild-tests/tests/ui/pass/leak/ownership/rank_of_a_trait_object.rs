//! A pointer to a trait object may lead to any type, so it has a rank only if the trait has.

use leak::RankedLeak;
use leak::rc::Rc;

trait Shape: RankedLeak<0> {
    fn area(&self) -> u32;
}

impl Shape for u32 {
    fn area(&self) -> u32 {
        *self
    }
}

#[derive(RankedLeak)]
#[ranked_leak(rank = 1)]
struct Drawing<'a> {
    shape: Rc<dyn Shape + 'a>,
}

fn main() {
    let shape = Rc::coerce::<dyn Shape>(Rc::new(4), |shape| shape);
    let drawing = Rc::new_ranked::<1>(Drawing { shape });
    assert_eq!(drawing.shape.area(), 4);
}
