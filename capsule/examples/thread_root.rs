//! Thread locals as a capability: which functions are bound to their thread, their signatures say.

use capsule::{Brand, Capsule, Rc, ThreadLocalKey, family, root_local, thread_root};
use core::cell::RefCell;
use core::error::Error;
use std::collections::HashMap;

root_local! {
    /// Each word once per thread.
    static WORDS: family!(RefCell<HashMap<String, Rc<'t, str>>>) = |_key| RefCell::default();
}

/// Bound to the thread: it takes the key.
fn intern<'t>(key: ThreadLocalKey<'t>, word: &str) -> Rc<'t, str> {
    WORDS.with(key, |words| {
        let mut words = words.borrow_mut();
        let new = || Rc::from_str(key.brand(), word);
        words.entry(word.to_owned()).or_insert_with(new).clone()
    })
}

/// Not bound: it has a brand, which every region has, and no key. It can be used in a capsule.
fn split<'b>(b: Brand<'b>, text: &str) -> Vec<Rc<'b, str>> {
    text.split(' ').map(|word| Rc::from_str(b, word)).collect()
}

type Words = family!(Vec<Rc<'b, str>>);

/// How many words there are, and how many different ones.
fn count(text: &'static str) -> (usize, usize) {
    thread_root(|key, b| {
        // Comes from another thread, into the region of this one.
        let words = capsule::spawn::<Words>(move |b| split(b, text));
        let words = words.join(b).expect("no panic");
        let mut different: Vec<_> = words.iter().map(|word| intern(key, word)).collect();
        different.sort_by_key(|word| Rc::as_ptr(word).addr());
        different.dedup_by(|one, other| Rc::ptr_eq(one, other));
        (words.len(), different.len())
    })
}

fn main() -> Result<(), Box<dyn Error>> {
    let text = "a rose is a rose is a rose";
    let counts = [count(text), count("a rose")];
    println!("(words, different words): {counts:?}");
    // The words stay with the thread; another thread has its own.
    let here = thread_root(|key, _| WORDS.with(key, |words| words.borrow().len()));
    let there =
        std::thread::spawn(|| thread_root(|key, _| WORDS.with(key, |words| words.borrow().len())));
    let there = there.join().expect("no panic");
    println!("this thread knows {here} words, another one {there}");
    // What needs no key works in a capsule as well.
    let packed = Capsule::<Words>::new(|b| split(b, text));
    let packed = std::thread::spawn(move || packed.with_ref(|words, _| words.len()));
    let packed = packed.join().expect("no panic");
    if counts != [(8, 3), (2, 2)] || (here, there, packed) != (3, 0, 8) {
        return Err("counted in the wrong way".into());
    }
    Ok(())
}
