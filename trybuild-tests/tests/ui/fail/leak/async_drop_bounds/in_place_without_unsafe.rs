//! A place is emptied, so nobody may use its value again.

use core::mem::ManuallyDrop;
use core::pin::pin;
use leak::async_drop::async_drop_in_place;

fn main() {
    let place = pin!(ManuallyDrop::new(1));
    let destroyed = { async_drop_in_place(place) };
    drop(destroyed);
}
