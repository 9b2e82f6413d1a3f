//! The bounds that the text writes, on functions of the user.

use leak::rc::Rc;
use leak::sync::Arc;
use leak::thread::{FnJoinGuard, spawn_fn_unchecked};
use leak::{AllowedInRc, Disowns, LeakFnOnce, NeverGives, RankedLeak, Unleak};

fn new<T>(v: T) -> Rc<T>
where
    T: Disowns<Rc<T>>,
{
    Rc::new_disowned(v)
}

fn new_custom<T>(v: T) -> (Rc<T>, Arc<T>)
where
    T: AllowedInRc + Send + Sync + Clone,
{
    (Rc::new_allowed(v.clone()), Arc::new_allowed(v))
}

/// # Safety
///
/// 1. As for `spawn_fn_unchecked`.
unsafe fn scoped<'a, C>(f: LeakFnOnce<C>) -> FnJoinGuard<'a, C, ()>
where
    LeakFnOnce<C>: NeverGives<FnJoinGuard<'a, C, ()>> + Send + 'a,
{
    // SAFETY: 1. The caller promises it.
    unsafe { spawn_fn_unchecked(f) }
}

/// `U: Leak2` would not be held, given that `Rc<T>: Leak2`.
fn leak1<T: RankedLeak<0>>(v: T) -> Rc<T> {
    fn leak2<U: RankedLeak<1>>(u: U) -> U {
        u
    }
    leak2(Rc::new_ranked::<0>(v))
}

fn both<F, T>()
where
    F: NeverGives<T>,
{
    fn disowns<F: Disowns<T>, T>() {}
    disowns::<F, T>(); // trait NeverGives<T>: Disowns<T>
}

fn for_any<T>() {
    fn disowns<F: Disowns<T>, T>() {}
    both::<fn(T), T>();
    disowns::<fn() -> T, T>();
}

fn main() {
    for_any::<Rc<u8>>();
    let name = String::from("ann");
    assert_eq!(new(Unleak(&name)).len(), 3);
    let (rc, arc) = new_custom(Unleak(&name));
    assert_eq!(rc.len() + arc.len(), 6);
    assert_eq!(leak1(Unleak(&name)).len(), 3);
    let work = LeakFnOnce::new(&name, |name, ()| assert_eq!(name, "ann"));
    // SAFETY: 1. It is dropped here.
    drop(unsafe { scoped(work) });
}
