//! Guards of threads as ordinary values: stored in a `Vec`, one joined early, one forgotten on
//! purpose, one sent to another thread. All of them borrow `text`, which is a local variable.
//!
//! ```text
//! cargo run -p leak --example join_guards
//! ```
#![expect(clippy::mem_forget, reason = "what happens then is the point")]

use core::sync::atomic::{AtomicUsize, Ordering};
use leak::JoinGuard;
use std::thread;

const TEXT: &str = "Some things are better remembered:\nforget-me-nots, say,\nand threads.\n";

fn main() -> thread::Result<()> {
    let text = String::from(TEXT); // not `'static`, and never cloned
    let finished = AtomicUsize::new(0);

    let longest = leak::scope(|s| {
        let mut guards: Vec<JoinGuard<'_, usize>> = text
            .lines()
            .map(|line| {
                s.spawn(|| {
                    let letters = line.chars().filter(|c| c.is_alphabetic()).count();
                    finished.fetch_add(1, Ordering::Relaxed);
                    letters
                })
            })
            .collect();
        println!("{} guards in a Vec", guards.len());

        let early = guards.remove(0).join()?;
        println!("joined early: the first line has {early} letters");

        let sent = guards.remove(0);
        let elsewhere = s.spawn(move || sent.join());
        let second = elsewhere.join()??;
        println!("joined by another thread: the second line has {second} letters");

        // What safe code may do to any value. The thread still borrows `text`.
        core::mem::forget(guards);
        println!("forgotten: the guard of the last line");

        Ok::<_, Box<dyn core::any::Any + Send>>(early.max(second))
    })?;

    // The scope has waited for the forgotten one too.
    assert_eq!(finished.into_inner(), 3);
    println!("the scope has ended: all 3 threads are done, and `text` is ours again");
    drop(text);
    println!("{longest} letters at most in the lines that were joined");
    Ok(())
}
