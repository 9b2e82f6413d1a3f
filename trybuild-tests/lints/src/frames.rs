//! `#[framed]` and `frame!`.

use core::sync::atomic::{AtomicUsize, Ordering};
use leak::framed;

/// Leaves early in each of the ways there are.
///
/// # Errors
///
/// If there is no word.
#[inline]
#[framed]
pub fn count(texts: &[&str]) -> Result<usize, &'static str> {
    let words = AtomicUsize::new(0);
    leak::frame!(scope);
    if texts.is_empty() {
        return Err("no texts");
    }
    let mut guards = Vec::new();
    for text in texts {
        guards.push(scope.spawn(|| words.fetch_add(text.split(' ').count(), Ordering::Relaxed)));
    }
    for guard in guards {
        let Ok(before) = guard.join() else {
            return Err("a panic");
        };
        if before > 1_000 {
            break;
        }
    }
    Ok(words.load(Ordering::Relaxed))
}

/// Has frames in the blocks inside, too.
#[inline]
#[framed]
#[must_use]
pub fn nested(texts: &[String]) -> usize {
    leak::frame!(outer);
    let total = outer.own(AtomicUsize::new(0));
    for text in texts {
        leak::frame!(inner);
        inner
            .spawn(|| total.fetch_add(text.len(), Ordering::Relaxed))
            .detach();
        if text.is_empty() {
            continue;
        }
        let _before = total.fetch_add(1, Ordering::Relaxed);
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
    #[inline]
    #[framed]
    pub fn add<Item: AsRef<str> + Sync>(
        &mut self,
        items: &[Item],
        by: impl Fn(&str) -> usize + Sync,
    ) {
        let sum = AtomicUsize::new(0);
        {
            leak::frame!(scope);
            for item in items {
                scope
                    .spawn(|| sum.fetch_add(by(item.as_ref()), Ordering::Relaxed))
                    .detach();
            }
        }
        self.total = self.total.saturating_add(sum.into_inner());
    }
}
