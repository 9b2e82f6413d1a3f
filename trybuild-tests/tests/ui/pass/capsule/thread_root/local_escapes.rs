//! The pointers that a root local holds are of the thread's region.

use capsule::{Rc, family, root_local, thread_root};

root_local! {
    static NAME: family!(Rc<'t, str>) = |key| Rc::from_str(key.brand(), "a");
}

fn main() {
    let kept = thread_root(|key, _brand| NAME.with(key, |name| name.to_string()));
    assert_eq!(&*kept, "a");
}
