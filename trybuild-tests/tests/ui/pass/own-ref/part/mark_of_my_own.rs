//! A mark of one's own could be there for one method and not for another.

use own_ref::part::{IsPresent, Mark, Mask};
use own_ref::Present;

enum Mine {}

fn main() {
    let _: Option<Mine> = None;
    fn bits<M: IsPresent>() -> u128
    where
        (M, ()): Mask<(String, ())>,
    {
        <(M, ()) as Mask<(String, ())>>::BITS
    }
    assert_eq!(bits::<Present>(), 1);
}
