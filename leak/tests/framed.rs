//! `#[framed]`: guards in a function, on every path out of it.
#![expect(clippy::mem_forget, reason = "what happens then is the point")]

use core::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use leak::{JoinGuard, Scope, framed};
use test_support::{Bomb, Log, Note, panic_of, sorted};

/// Leaves its frame in the way that `how` says, with guards and threads alive.
#[framed]
fn leave(how: &str, log: &Log) -> Result<&'static str, &'static str> {
    frame!(s);
    s.own(Note(log, "kept")).keep();
    core::mem::forget(s.own(Note(log, "forgotten")));
    core::mem::forget(s.spawn(|| Note(log, "thread")));
    let _held = s.own(Note(log, "held"));
    match how {
        "return" => return Ok("returned"),
        "?" => Err("question mark")?,
        "panic" => panic!("panicked"),
        _ => {}
    }
    Ok("fell through")
}

#[test]
fn every_path_out_of_a_function() {
    for (how, expected) in [
        ("end", Ok("fell through")),
        ("return", Ok("returned")),
        ("?", Err("question mark")),
    ] {
        let log = Log::default();
        assert_eq!(leave(how, &log), expected);
        assert_eq!(
            log.into_inner().unwrap(),
            ["held", "thread", "forgotten", "kept"]
        );
    }
    let log = Log::default();
    assert_eq!(panic_of(|| leave("panic", &log)), "panicked");
    assert_eq!(
        log.into_inner().unwrap(),
        ["held", "thread", "forgotten", "kept"]
    );
}

#[test]
fn a_frame_in_a_loop_ends_with_each_round() {
    #[framed]
    fn run(log: &Log) -> usize {
        let mut rounds = 0;
        'outer: loop {
            frame!(s);
            s.own(Note(log, "round")).keep();
            rounds += 1;
            for i in 0..3 {
                frame!(inner);
                inner.own(Note(log, "inner")).keep();
                if i == 0 {
                    continue;
                }
                if rounds < 2 {
                    continue 'outer;
                }
                break 'outer;
            }
        }
        assert_eq!(log.lock().unwrap().len(), 6);
        rounds
    }
    let log = Log::default();
    assert_eq!(run(&log), 2);
    assert_eq!(
        log.into_inner().unwrap(),
        ["inner", "inner", "round", "inner", "inner", "round"]
    );
}

#[test]
fn blocks_of_all_kinds() {
    #[framed]
    fn run(log: &Log, n: Option<usize>) -> usize {
        let Some(n) = n else {
            frame!(s);
            return s.spawn(|| 0).join().unwrap();
        };
        if n == 1 {
            frame!(s);
            s.own(Note(log, "if")).keep();
        } else if let 2 = n {
            frame!(s);
            s.own(Note(log, "else if")).keep();
        } else {
            frame!(s);
            s.own(Note(log, "else")).keep();
        }
        let in_value_position = {
            frame!(s);
            s.own(Note(log, "value")).keep();
            n + 1
        };
        // SAFETY: nothing unsafe in it.
        #[expect(unused_unsafe, reason = "a block like any other")]
        let in_unsafe = unsafe {
            frame!(s);
            s.own(Note(log, "unsafe")).keep();
            1
        };
        let labelled = 'label: {
            frame!(s);
            s.own(Note(log, "label")).keep();
            if n > 0 {
                break 'label 1;
            }
            0
        };
        match n {
            0 => {}
            7 => return 7,
            _ => {
                frame!(s);
                s.own(Note(log, "match")).keep();
            }
        }
        while log.lock().unwrap().len() < 6 {
            frame!(s);
            s.own(Note(log, "while")).keep();
        }
        in_value_position + in_unsafe + labelled
    }
    let log = Log::default();
    assert_eq!(run(&log, None), 0);
    assert_eq!(run(&log, Some(1)), 4);
    assert_eq!(
        log.into_inner().unwrap(),
        ["if", "value", "unsafe", "label", "match", "while"]
    );
    let log = Log::default();
    assert_eq!(run(&log, Some(2)), 5);
    assert_eq!(log.lock().unwrap()[0], "else if");
    let log = Log::default();
    assert_eq!(run(&log, Some(3)), 6);
    assert_eq!(log.lock().unwrap()[0], "else");
}

#[test]
fn two_frames_in_a_block_end_in_reverse() {
    #[framed]
    fn run(log: &Log) {
        frame!(first);
        leak::frame!(second);
        ::leak::frame! { third };
        first.own(Note(log, "first")).keep();
        // A later frame may use an earlier one: it ends before.
        second
            .own((first.own(Note(log, "of the first")), Note(log, "second")))
            .keep();
        third
            .spawn(|| second.own(Note(log, "second, from a thread")).keep())
            .detach();
    }
    let log = Log::default();
    run(&log);
    assert_eq!(
        log.into_inner().unwrap(),
        ["second, from a thread", "of the first", "second", "first"]
    );
}

#[test]
fn a_frame_can_be_lent_to_functions() {
    fn start<'s>(s: &'s Scope<'s, '_>, n: &'s AtomicUsize) -> JoinGuard<'s, usize> {
        s.spawn(|| n.fetch_add(1, SeqCst))
    }
    #[framed]
    fn run() -> usize {
        let n = AtomicUsize::new(0);
        frame!(s);
        start(s, &n).detach();
        start(s, &n).join().unwrap();
        drop(start(s, &n));
        s.spawn(|| s.spawn(|| n.fetch_add(1, SeqCst)).detach())
            .join()
            .unwrap();
        while n.load(SeqCst) < 4 {
            std::thread::yield_now();
        }
        4
    }
    assert_eq!(run(), 4);
}

struct Machine<'a, T> {
    log: &'a Log,
    items: Vec<T>,
}

trait Run {
    type Output;
    fn run(&mut self) -> Self::Output;

    #[framed]
    fn provided(&self) -> usize {
        frame!(s);
        s.spawn(|| 7).join().unwrap()
    }
}

impl<T: Sync> Machine<'_, T> {
    #[framed]
    fn count(&self, more: fn(&T) -> usize) -> impl Iterator<Item = usize> {
        frame!(s);
        s.own(Note(self.log, "method")).keep();
        let guards: Vec<_> = self
            .items
            .iter()
            .map(|item| s.spawn(|| more(item)))
            .collect();
        guards
            .into_iter()
            .map(|guard| guard.join().unwrap())
            .collect::<Vec<_>>()
            .into_iter()
    }
}

impl<T: Send> Run for Machine<'_, T> {
    type Output = Option<T>;

    /// Docs and inert attributes stay.
    #[framed]
    #[inline]
    fn run(&mut self) -> Self::Output {
        let Self { log, items } = self;
        frame!(s);
        let last = s.spawn(|| items.pop());
        s.own(Note(log, "trait")).keep();
        last.join().unwrap()
    }
}

#[test]
fn methods_and_generics() {
    let log = Log::default();
    let mut machine = Machine {
        log: &log,
        items: vec!["a", "bc"],
    };
    assert_eq!(machine.count(|s| s.len()).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(machine.run(), Some("bc"));
    assert_eq!(machine.provided(), 7);
    assert_eq!(log.into_inner().unwrap(), ["method", "trait"]);
}

#[test]
fn recursion() {
    #[framed]
    fn sum(numbers: &[u32]) -> u32 {
        if let [one] = numbers {
            return *one;
        }
        let (low, high) = numbers.split_at(numbers.len() / 2);
        frame!(s);
        let low = s.spawn(|| sum(low));
        sum(high) + low.join().unwrap()
    }
    assert_eq!(sum(&[1, 2, 3, 4, 5]), 15);
}

#[test]
#[framed]
fn a_test_can_be_framed() {
    let flag = AtomicBool::new(false);
    {
        frame!(s);
        s.spawn(|| flag.store(true, SeqCst)).detach();
    }
    assert!(flag.into_inner());
}

#[test]
fn panics_of_threads_and_destructors() {
    #[framed]
    fn run(log: &Log) {
        frame!(s);
        s.own(Note(log, "1")).keep();
        s.own(Bomb(Note(log, "2"))).keep();
        s.spawn(|| panic!("thread")).detach();
        core::mem::forget(s.spawn(|| Bomb(Note(log, "3"))));
    }
    let log = Log::default();
    assert_eq!(panic_of(|| run(&log)), "thread");
    assert_eq!(sorted(log), ["1", "2", "3"]);
}

#[test]
fn a_frame_that_cfg_removes() {
    #[framed]
    fn run(log: &Log) {
        #[cfg(any())]
        frame!(s);
        #[cfg(not(any()))]
        frame!(s);
        s.own(Note(log, "there")).keep();
    }
    let log = Log::default();
    run(&log);
    assert_eq!(log.into_inner().unwrap(), ["there"]);
}

#[test]
fn made_by_a_macro() {
    macro_rules! make {
        ($name:ident, $s:ident, $($body:tt)*) => {
            #[framed]
            fn $name() -> usize {
                frame!($s);
                $($body)*
            }
        };
    }
    make!(made, s, s.spawn(|| 3).join().unwrap());
    assert_eq!(made(), 3);
}

/// As rust#47949: a value that is returned while a frame's teardown panics is forgotten by the
/// compiler. When this test fails, the bug is gone, and the docs of `framed` can say so.
#[test]
#[cfg_attr(miri, ignore = "it records a leak")]
fn a_returned_value_is_forgotten_when_the_teardown_panics() {
    #[framed]
    fn run(log: &Log) -> Note<'_> {
        frame!(s);
        s.own(Bomb(Note(log, "bomb"))).keep();
        Note(log, "returned")
    }
    let log = Log::default();
    assert_eq!(panic_of(|| run(&log)), "bomb");
    assert_eq!(log.into_inner().unwrap(), ["bomb"]);
}
