//! All mistakes of one function are reported at once, and none of them twice.

/// The signature survives: `main` compiles.
#[leak::framed(krate = leak)]
#[test]
#[rustfmt::skip]
async fn run<'a>(n: &'a u32) -> impl Iterator<Item = u32> + use<'a> {
    frame!(s);
    let mut guards = vec![s.spawn(|| *n)];
    frame!(mut t);
    drop(t.spawn(|| *n));
    let closure = || {
        frame!(u);
        u.spawn(|| *n).join().unwrap_or(0)
    };
    println!("{}", closure());
    guards.push(frame!(v).spawn(|| *n));
    println!("{}", { frame!(w); w.spawn(|| 1).join().unwrap_or(0) });
    guards.into_iter().map(|guard| guard.join().unwrap_or(0))
}

fn main() {
    let _future = run(&1);
}
