//! All mistakes of one item are reported at once, and none of them twice.

#[derive(leak::AllowedInRc, leak::Disowns, leak::RankedLeak, leak::RoutineDrop)]
#[allowed_in_rc(crate = leak)]
#[disowns(target = "leak::rc::Rc<T>", crate = leak)]
#[ranked_leak(rank = 16)]
#[routine_drop(crate = "leak")]
enum E<T> {
    A(T),
    B { b: &'static u8 },
}

fn main() {
    let e = leak::rc::Rc::new_allowed(E::A(1));
    leak::linear::drop_routinely(E::B::<u8> { b: &0 });
    match &*e {
        E::A(a) => assert_eq!(*a, 1),
        E::B { b } => assert_eq!(**b, 0),
    }
}
