//! The future of a step is `Send` if what it owns is.

use self_borrow::self_borrow;
use std::future;
use std::rc::Rc;

#[self_borrow]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn spawn(future: impl Future<Output: Send> + Send + 'static) {
    drop(future);
}

fn main() {
    let counted = Rc::new(3);
    spawn(async move {
        Line::builder()
            .text("one two".to_owned())
            .word_async(async move |text| {
                future::ready(()).await;
                &text[..*counted]
            })
            .await
            .build()
    });
}
