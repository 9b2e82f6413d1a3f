//! A handle gives out `&mut`, so the lifetime in it can't be shortened.

use leak::async_drop::Held;

fn shorter<'s, 'env, 'short>(held: Held<'s, 'env, &'static str>) -> Held<'s, 'env, &'short str> {
    held
}

fn main() {
    let _: fn(_) -> _ = shorter;
}
