//! A target with a comma must be quoted.

use leak::sync::Arc;
use leak::thread::FnJoinGuard;

#[derive(leak::Disowns)]
#[disowns(target = "FnJoinGuard<'static, u8, ()>")]
struct Guard(Arc<u8>);

fn main() {
    assert_eq!(*Guard(Arc::new(3)).0, 3);
}
