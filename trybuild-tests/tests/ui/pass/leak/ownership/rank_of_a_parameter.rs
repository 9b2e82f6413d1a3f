//! A parameter that has a rank itself can lie behind a pointer only one rank higher.

use leak::RankedLeak;
use leak::rc::Rc;

#[derive(RankedLeak)]
#[ranked_leak(rank = 1)]
struct Shelf<T>(Rc<T>);

fn main() {
    let item = Box::new(1);
    let shelf = Rc::new_ranked::<1>(Shelf(Rc::new_ranked::<1>(item)));
    assert_eq!(**shelf.0, 1);
}
