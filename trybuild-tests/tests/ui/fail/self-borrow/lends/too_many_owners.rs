//! A closure has at most eight arguments.

use self_borrow::self_borrow;

#[self_borrow]
struct Line(
    #[lend('a)] String,
    #[lend('a)] String,
    #[lend('a)] String,
    #[lend('a)] String,
    #[lend('a)] String,
    #[lend('a)] String,
    #[lend('a)] String,
    #[lend('a)] String,
    #[lend('a)] String,
    &'a str,
);

fn main() {
    let text = || String::from("text");
    let line = Line::builder()
        .set_0(text())
        .set_1(text())
        .set_2(text())
        .set_3(text())
        .set_4(text())
        .set_5(text())
        .set_6(text())
        .set_7(text())
        .set_8(text())
        .set_9(|a, _, _, _, _, _, _, _, _| a)
        .build();
    assert_eq!(*line.get_9(), "text");
}
