//! First steps.
use self_borrow::self_borrow;

#[derive(Debug, PartialEq)]
pub struct Token<'t>(&'t str);
#[derive(Debug, PartialEq)]
pub struct Ast<'k, 't> {
    first: &'k Token<'t>,
    len: usize,
}

/// A document.
#[self_borrow]
#[derive(Debug, PartialEq)]
pub struct Document {
    /// The text.
    #[lend('text)]
    text: String,
    #[lend('tokens)]
    tokens: Vec<Token<'text>>,
    ast: Ast<'tokens, 'text>,
    path: u8,
}

#[self_borrow]
pub struct Edit {
    #[lend(mut 'a)]
    s: Box<String>,
    r: &'a mut String,
}

#[test]
fn document() {
    let d = Document::builder()
        .path(3)
        .text("a b".to_string())
        .tokens(|t| t.split(' ').map(Token).collect())
        .ast(|_text, tokens| Ast {
            first: &tokens[0],
            len: tokens.len(),
        })
        .build();
    assert_eq!(d.ast().first.0, "a");
    assert_eq!(d.tokens().len(), 2);
    assert_eq!(d.text(), "a b");
    assert_eq!(*d.path(), 3);
    let mut e = Edit::new(Box::new("x".to_string()), |s| s);
    assert_eq!(size_of_val(&e), 16);
    e.with_r_mut(|r| r.push('y'));
    let (s, n) = e.unbind(|p| p.r.len());
    assert_eq!((s.as_str(), n), ("xy", 2));
    println!("{d:?}");
}

#[self_borrow]
pub struct Fixed {
    #[lend(inline mut 'a)]
    s: String,
    r: &'a mut String,
    n: u8,
}

#[self_borrow]
struct Seen(#[lend(inline 'a)] String, &'a str);

#[test]
fn pinned() {
    let mut b = Fixed::pin_box("x".to_string(), |s| s, 3);
    b.as_mut().with_r_mut(|r| r.push('y'));
    assert_eq!(b.r().as_str(), "xy");
    assert_eq!(b.into_owners(), "xy");
    let slot = std::pin::pin!(own_ref::PinSlot::new());
    let t = Seen::pin_in(slot, "abc".to_string(), |s| &s[1..]);
    assert_eq!((t.get_0().as_str(), *t.get_1()), ("abc", "bc"));
}

self_borrow::bind! {
    pub struct Bound1 bind 'a { s: Box<!'a mut String>, r: &'a mut String }
}
self_borrow::bind! {
    type Pair = bind 'a in (Box<!'a mut String>, &'a mut String);
}
self_borrow::bind! {
    struct In bind 'a, 'b { s: String<!'a str>, v: Vec<!'b &'a str>, r: &'b &'a str }
}
self_borrow::bind! {
    struct Pinned1 bind 'a { s: !'a mut String, r: &'a mut String }
}

#[test]
fn bound() {
    let b = Bound1::new(Box::new(String::new()), |s| s);
    assert_eq!(b.into_owners().as_str(), "");
    let (s, ()) = Pair::new(Box::new(String::new()), |s| s).unbind(|p| p.1.push('x'));
    assert_eq!(*s, "x");
    let i = In::builder()
        .s("a b".into())
        .v(|s| s.split(' ').collect())
        .r(|_, v| &v[1])
        .build();
    assert_eq!(**i.r(), "b");
    let _ = Pinned1::pin_box(String::new(), |s| s);
}

#[self_borrow]
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Gen<'s, T: Clone + ?Sized, const N: usize>
where
    T: std::fmt::Debug,
{
    #[lend('a)]
    o: std::rc::Rc<[&'s str; N]>,
    d: &'a &'s str,
    #[cfg(windows)]
    w: &'a u8,
    #[cfg(not(windows))]
    u: &'a [&'s str],
    p: std::rc::Rc<T>,
}
#[test]
fn generic() {
    let x = String::from("x");
    let g: Gen<'_, u8, 2> = Gen::builder()
        .p(std::rc::Rc::new(3))
        .o(std::rc::Rc::new([&x, "y"]))
        .d(|o| &o[0])
        .u(|o| &o[1..])
        .build();
    let h = g.clone();
    assert_eq!(g, h);
    drop(g);
    println!("{h:?}");
    assert_eq!(h.u().len(), 1);
}

#[self_borrow]
struct Map<T: 'static> {
    #[lend('a)]
    o: Vec<u8>,
    d: (&'a [u8], T),
}
#[test]
fn maps() {
    let m = Map::new(vec![1, 2], |o| (o, 1_u8)).map_d(|(o, n)| (o, n.to_string()));
    assert_eq!(m.d().1, "1");
    let e = m.try_map_d(|(o, n)| {
        if o.len() == 1 {
            Ok((o, n))
        } else {
            Err("long")
        }
    });
    assert!(e.is_err_and(|e| e == ("long", vec![1, 2])));
}

fn block_on<F: Future>(f: F) -> F::Output {
    let mut f = std::pin::pin!(f);
    loop {
        if let std::task::Poll::Ready(x) = f
            .as_mut()
            .poll(&mut std::task::Context::from_waker(std::task::Waker::noop()))
        {
            return x;
        }
    }
}
fn is_send<T: Send>(t: T) -> T {
    t
}
#[test]
fn asynchronous() {
    let extra = String::from("!");
    let fut = async {
        let d = Document::builder()
            .path(3)
            .text("a b".to_string())
            .tokens_async(async move |t| {
                std::future::ready(()).await;
                assert_eq!(extra, "!");
                t.split(' ').map(Token).collect()
            })
            .await
            .try_ast_async(async |_text, tokens| {
                std::future::ready(()).await;
                if tokens.len() == 2 {
                    Ok(Ast {
                        first: &tokens[0],
                        len: tokens.len(),
                    })
                } else {
                    Err(1)
                }
            })
            .await;
        d.ok().unwrap().build()
    };
    let d = block_on(is_send(fut));
    assert_eq!(d.ast().len, 2);
    let b = block_on(is_send(async {
        Bound1::builder()
            .s(Box::new(String::new()))
            .r_async(async |s| s)
            .await
            .build()
    }));
    drop(b);
}

#[test]
fn borrowed_capture() {
    let extra = String::from("!");
    let fut = Bound1::builder()
        .s(Box::new(String::new()))
        .r_async(async move |s| {
            std::future::ready(()).await;
            s.push_str(&extra);
            s
        });
    let b = block_on(is_send(fut)).build();
    assert_eq!(b.into_owners().as_str(), "!");
}
