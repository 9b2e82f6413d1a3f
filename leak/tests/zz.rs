use core::pin::Pin;
use leak::async_drop::{AsyncDestruct, AsyncDrop, async_drop};
use std::sync::Mutex;
static LOG: Mutex<Vec<String>> = Mutex::new(Vec::new());
fn log(s: &str) { LOG.lock().unwrap().push(s.into()) }

#[derive(AsyncDrop)]
struct Conn(&'static str);
impl AsyncDrop for Conn { async fn async_drop(self: Pin<&mut Self>) { smol::future::yield_now().await; log(self.0) } }
impl Drop for Conn { fn drop(&mut self) { log(&format!("sync {}", self.0)) } }
struct Foo(&'static str);
impl Drop for Foo { fn drop(&mut self) { log(self.0) } }
#[derive(AsyncDrop)]
struct Outer<'a, T: AsyncDestruct, const N: usize> { a: Conn, b: Vec<Conn>, s: String, f: Foo, t: T, #[async_drop(sync)] arr: [Foo; N], #[async_drop(skip)] sk: Foo, #[async_drop(with = "with")] w: Foo, x: &'a str, e: E }
async fn with(f: Foo) { log("with"); drop(f) }
#[derive(AsyncDrop)]
enum E { #[allow(unused)] A, B(Conn, Foo, Conn), #[allow(unused)] C { x: u8 } }
#[test]
fn smoke() {
    let x = String::from("x");
    let o = Outer { a: Conn("a"), b: vec![Conn("b0"), Conn("b1")], s: "s".into(), f: Foo("f"), t: Some(Conn("t")), arr: [Foo("arr")], sk: Foo("sk"), w: Foo("w"), x: &x, e: E::B(Conn("e0"), Foo("e1"), Conn("e2")) };
    let fut = async_drop(o);
    println!("size {}", size_of_val(&fut));
    fn send<T: Send>(t: T) -> T { t }
    smol::block_on(send(fut));
    println!("{:?}", LOG.lock().unwrap());
}
#[test]
fn scoped() {
    let env = String::from("env");
    let env = &env;
    fn send<T: Send>(t: T) -> T { t }
    let f = send(leak::async_scope!(s => {
        let mut a = s.own(vec![Conn("sa")]);
        let b = s.own((env, Conn("sb")));
        a.push(Conn("sa2"));
        smol::future::yield_now().await;
        b.destroy().await;
        s.defer(async { log("deferred") });
        let n: u8 = "x".parse()?;
        Ok::<_, std::num::ParseIntError>(n)
    }));
    let r = smol::block_on(f);
    assert!(r.is_err());
    println!("{:?}", LOG.lock().unwrap());
}
