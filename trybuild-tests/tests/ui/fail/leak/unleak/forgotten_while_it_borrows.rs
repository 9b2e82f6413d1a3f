//! A guard can be forgotten only if it is `'static`.

#[derive(leak::Unleak)]
struct Guard<'a>(&'a mut u8);

fn main() {
    let mut local = 1;
    leak::mem::forget(Guard(&mut local));
}
