//! All mistakes of one item are reported at once, and none of them twice.

#[derive(leak::AllowedInRc, leak::Disowns, leak::RankedLeak, leak::RoutineDrop)]
#[allowed_in_rc(target = "u8")]
#[disowns(target = "Vec<", crate = 1)]
#[ranked_leak(rank = 17)]
#[routine_drop]
enum E<#[disowns(x)] T> {
    #[ranked_leak]
    A(#[allowed_in_rc(y)] T),
    B { #[routine_drop = ""] b: *const u8 },
}

fn main() {
    let e = leak::rc::Rc::new_allowed(E::A(1));
    leak::linear::drop_routinely(E::B::<u8> { b: core::ptr::null() });
    match &*e {
        E::A(a) => assert_eq!(*a, 1),
        E::B { b } => assert!(b.is_null()),
    }
}
