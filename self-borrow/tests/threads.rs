//! Structs move between threads, are shared by them, dropped on others, and forgotten.
use core::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use self_borrow::self_borrow;
use std::sync::{Arc, Mutex, mpsc};
use std::thread;
use test_support::forget_reachable;

#[self_borrow]
struct Doc {
    #[lend('text)]
    text: String,
    #[lend('words)]
    words: Vec<&'text str>,
    longest: Option<&'words &'text str>,
    #[lend('count)]
    counter: Arc<AtomicUsize>,
    count: Counts<'count>,
}

/// Counts its own drops in what it borrows.
struct Counts<'c>(&'c AtomicUsize);

impl Drop for Counts<'_> {
    fn drop(&mut self) {
        self.0.fetch_add(1, SeqCst);
    }
}

fn doc(text: &str, counter: &Arc<AtomicUsize>) -> Doc {
    Doc::builder()
        .counter(counter.clone())
        .text(text.to_owned())
        .words(|text| text.split(' ').collect())
        .longest(|_, words| words.iter().max_by_key(|it| it.len()))
        .count(|counter| Counts(counter))
        .build()
}

#[test]
fn a_struct_is_built_here_read_there_and_dropped_elsewhere() {
    let counter = Arc::default();
    let it = doc("to be or not", &counter);
    let (it, longest) = thread::spawn(move || {
        let longest = it.longest().map(ToString::to_string);
        (it, longest)
    })
    .join()
    .expect("no panic");
    assert_eq!(longest.as_deref(), Some("not"));
    thread::spawn(move || drop(it)).join().expect("no panic");
    assert_eq!((counter.load(SeqCst), Arc::strong_count(&counter)), (1, 1));
}

#[test]
fn a_struct_is_read_by_several_threads_at_once() {
    let counter = Arc::default();
    let it = doc("to be or not", &counter);
    thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                for _ in 0..if cfg!(miri) { 2 } else { 100 } {
                    let length = it.with(|it| it.words.len() + it.text.len());
                    assert_eq!(length, 16);
                    assert_eq!(it.longest(), &Some(&"not"));
                    it.count().0.fetch_add(10, SeqCst);
                }
            });
        }
    });
    drop(it);
    assert_eq!(counter.load(SeqCst) % 10, 1);
}

#[test]
fn structs_pass_through_a_channel_and_a_mutex() {
    let counter: Arc<AtomicUsize> = Arc::default();
    let shared = Arc::new(Mutex::new(Vec::new()));
    let (sender, receiver) = mpsc::channel();
    let (there, count) = (shared.clone(), counter.clone());
    let other = thread::spawn(move || {
        for it in receiver {
            there.lock().unwrap().push(it);
        }
        doc("last", &count)
    });
    for text in ["a b", "c"] {
        sender
            .send(doc(text, &counter))
            .expect("the other side is there");
    }
    drop(sender);
    let last = other.join().expect("no panic");
    let mut all = shared.lock().unwrap();
    all.push(last);
    all.iter_mut()
        .for_each(|it| it.with_longest_mut(|it| *it = None));
    assert_eq!(all[2].text(), "last");
    all.clear();
    assert_eq!(counter.load(SeqCst), 3);
}

#[test]
fn parts_are_used_by_threads_while_they_are_borrowed() {
    let counter: Arc<AtomicUsize> = Arc::default();
    let mut it = doc("to be or", &counter);
    let total = it.with_mut(|it| {
        let lengths = thread::scope(|scope| {
            let handles = it.words.iter().map(|word| scope.spawn(move || word.len()));
            let handles: Vec<_> = handles.collect();
            handles
                .into_iter()
                .map(|it| it.join().expect("no panic"))
                .sum::<usize>()
        });
        *it.longest = it.words.first();
        lengths
    });
    assert_eq!((total, *it.longest()), (6, Some(&"to")));
}

#[test]
fn a_struct_is_forgotten() {
    let counter: Arc<AtomicUsize> = Arc::default();
    let it = doc("to be", &counter);
    forget_reachable(it);
    let it = doc("or not", &counter);
    // What is forgotten isn't dropped, and can't be looked at again.
    #[expect(clippy::mem_forget, reason = "it is about that")]
    let (owners, ()) = it.unbind(|parts| core::mem::forget(parts.count));
    assert_eq!(owners.text, "or not");
    assert_eq!(counter.load(SeqCst), 0);
}
