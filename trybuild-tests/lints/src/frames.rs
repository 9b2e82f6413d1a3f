//! `#[framed]` and `frame!`.

use core::sync::atomic::{AtomicUsize, Ordering};
use leak::{frame, framed};

/// Leaves early in each of the ways there are.
///
/// # Errors
///
/// If there is no word.
#[framed]
pub fn count(texts: &[&str]) -> Result<usize, &'static str> {
    let words = AtomicUsize::new(0);
    frame!(s);
    if texts.is_empty() {
        return Err("no texts");
    }
    let mut guards = Vec::new();
    for text in texts {
        guards.push(s.spawn(|| words.fetch_add(text.split(' ').count(), Ordering::Relaxed)));
    }
    for guard in guards {
        let before = guard.join().map_err(|_| "a panic")?;
        if before > 1_000 {
            break;
        }
    }
    Ok(words.load(Ordering::Relaxed))
}

/// Has frames in the blocks inside, too.
#[framed]
#[must_use]
pub fn nested(texts: &[String]) -> usize {
    frame!(outer);
    let total = outer.own(AtomicUsize::new(0));
    for text in texts {
        frame!(inner);
        inner.spawn(|| total.fetch_add(text.len(), Ordering::Relaxed)).detach();
        if text.is_empty() {
            continue;
        }
    }
    total.load(Ordering::Relaxed)
}

/// Has methods.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Counter {
    /// So far.
    pub total: usize,
}

impl Counter {
    /// With `self`, generics, and `impl Trait`.
    #[framed]
    pub fn add<Item: AsRef<str> + Sync>(&mut self, items: &[Item], by: impl Fn(&str) -> usize + Sync) {
        let sum = AtomicUsize::new(0);
        {
            frame!(s);
            for item in items {
                s.spawn(|| sum.fetch_add(by(item.as_ref()), Ordering::Relaxed)).detach();
            }
        }
        self.total = self.total.saturating_add(sum.into_inner());
    }
}
