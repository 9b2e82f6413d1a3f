//! A function that fills a place gives what it puts there.

use leak::rc::Rc;

fn never_gives<T: leak::NeverGives<H>, H>() {}

fn main() {
    never_gives::<fn(&'static mut Option<Rc<u8>>), Rc<u8>>();
}
