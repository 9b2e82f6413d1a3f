//! Poll the future once, forget it, and the thread would use what is gone.

#[leak::framed]
fn run(n: &u32) {
    let future = async {
        frame!(s);
        s.spawn(|| println!("{n}")).detach();
        core::future::pending::<()>().await;
    };
    drop(future);
}

fn main() {
    let _ = run(&1);
}
