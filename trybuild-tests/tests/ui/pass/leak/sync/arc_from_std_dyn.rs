//! A trait object whose trait says nothing about forgetting. (`coerce` keeps track instead.)

use leak::sync::Arc;

trait Shape: leak::Leak {}

impl Shape for i32 {}

fn main() {
    let square = Arc::new(4);
    let _ = Arc::from_std(square.into_std() as std::sync::Arc<dyn Shape>);
}
