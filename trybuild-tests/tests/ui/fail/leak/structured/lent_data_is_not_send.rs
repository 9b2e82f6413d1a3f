//! Data that is lent to one is used by another thread.

use leak::structured::{Value, lend_mut};
use std::rc::Rc;

fn main() {
    let mut data = Rc::new(1);
    lend_mut::<Value<Rc<i32>>, _>(&mut data, |lender| {
        lender.edge().enter(|data| *data = Rc::new(2)).unwrap();
    });
}
