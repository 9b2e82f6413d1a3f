//! All mistakes of one function are reported at once, and none of them twice.

/// The signature survives: `main` compiles.
#[leak::framed(crate = leak)]
fn run<'a>(n: &'a u32) -> impl Iterator<Item = u32> + use<'a> {
    frame!(s);
    let mut guards = vec![s.spawn(|| *n)];
    frame!(t);
    drop(t.spawn(|| *n));
    let closure = || {
        t.spawn(|| *n).join().unwrap_or(0)
    };
    println!("{}", closure());
    guards.push(s.spawn(|| *n));
    frame!(w);
    println!("{}", { w.spawn(|| 1).join().unwrap_or(0) });
    guards.into_iter().map(|guard| guard.join().unwrap_or(0)).collect::<Vec<_>>().into_iter()
}

fn main() {
    let _future = run(&1);
}
