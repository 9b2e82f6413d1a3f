#[cfg(unix)]
#[::self_borrow::self_borrow()]
struct Line {
    #[lend('a)]
    text: String,
    word: &'a str,
}
#[cfg(not(unix))]
#[::self_borrow::self_borrow()]
struct Line {
    #[lend('a)]
    text: String,
}
