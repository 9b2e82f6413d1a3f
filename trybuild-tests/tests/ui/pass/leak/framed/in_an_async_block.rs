//! Poll the future once, forget it, and the thread would use what is gone.

#[leak::framed]
fn run(n: &u32) {
    frame!(s);
    let future = async {
        s.spawn(|| println!("{n}")).detach();
        core::future::pending::<()>().await;
    };
    drop(future);
}

fn main() {
    let _ = run(&1);
}
