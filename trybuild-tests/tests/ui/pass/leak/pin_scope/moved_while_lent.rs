//! A pinned place can't be moved: its threads borrow it.

use leak::PinScope;
use std::pin::Pin;

fn main() {
    let mut place: Pin<Box<PinScope<[u8; 4]>>> = Box::pin(PinScope::new([0; 4]));
    place.as_ref().with(|bytes, s| s.spawn(move || println!("{bytes:?}")).detach());
    let _moved = *place.as_mut().finish();
}
