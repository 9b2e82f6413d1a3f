//! A guard can be forgotten only if it is `'static`.

#[derive(leak::Unleak)]
struct Guard<'a>(&'a mut u8);

fn main() {
    let local = Box::leak(Box::new(1));
    leak::mem::forget(Guard(local));
}
