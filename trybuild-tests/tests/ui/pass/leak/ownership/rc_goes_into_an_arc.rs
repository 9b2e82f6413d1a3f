//! `Disowns<Rc<T>>` is asked of what lies behind an `Arc`, too.

use leak::rc::Rc;
use leak::sync::Arc;

fn disowns<T: leak::Disowns<Rc<u8>>>() {}

fn main() {
    disowns::<Arc<[leak::rc::Weak<u8>]>>();
    disowns::<Arc<[u8]>>();
}
