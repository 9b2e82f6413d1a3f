//! The future of a step is a dependent while it runs: if it borrows a local, so may what it returns, as its type can
//! imply that the local outlives the lend.
use self_borrow::self_borrow;
use std::marker::PhantomData;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

#[self_borrow]
struct Doc {
    #[lend('a)]
    text: String,
    first: &'a str,
}

struct Ready<'a, 'l>(&'a str, PhantomData<&'a &'l ()>);

impl<'a> Future for Ready<'a, '_> {
    type Output = &'a str;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<&'a str> {
        Poll::Ready(self.0)
    }
}

fn step<'l, F: for<'a> Fn(&'a str) -> Ready<'a, 'l>>(f: F) -> F {
    f
}

fn hide(local: &str) -> Option<Doc> {
    let text = Doc::builder().text(String::new());
    let mut doc = pin!(text.first_async(step(|_| Ready(local, PhantomData))));
    match doc.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(doc) => Some(doc.build()),
        Poll::Pending => None,
    }
}

fn main() {
    let hidden = {
        let local = String::from("local");
        hide(&local)
    };
    println!("{:?}", hidden.map(|doc| doc.first().len()));
}
