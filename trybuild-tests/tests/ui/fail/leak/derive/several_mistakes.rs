//! All mistakes of one item are reported at once, and none of them twice.

#[derive(leak::Leak)]
#[leak(bond = "", crate = "1", bound)]
#[leak]
enum E<#[leak(x)] T> {
    #[leak]
    A(#[leak(y)] T),
    B { #[leak = ""] b: *const u8 },
}

fn main() {
    leak::mem::forget(E::A(1));
    leak::mem::forget(E::B::<u8> { b: core::ptr::null() });
}
