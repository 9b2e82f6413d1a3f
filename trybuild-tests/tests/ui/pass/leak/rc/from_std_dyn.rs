//! A trait object whose trait says nothing about forgetting. (`coerce` keeps track instead.)

use leak::rc::Rc;

trait Shape: leak::Leak {}

impl Shape for i32 {}

fn main() {
    let square = Rc::new(4);
    let _ = Rc::from_std(square.into_std() as std::rc::Rc<dyn Shape>);
}
