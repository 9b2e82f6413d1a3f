//! A step of a builder that awaits, with borrows across the `await`, on a runtime with several threads.
//!
//! ```text
//! cargo run -p self-borrow --example async_build
//! ```
#![forbid(unsafe_code)]

use core::time::Duration;
use self_borrow::self_borrow;
use std::collections::HashMap;
use std::sync::Arc;
use tokio::runtime;
use tokio::time::{sleep, timeout};

/// A page, with what its words mean.
#[self_borrow]
#[derive(Debug, PartialEq)]
pub struct Page {
    #[lend('text)]
    text: String,
    glosses: Vec<(&'text str, u32)>,
}

/// A word that nobody knows.
#[derive(Debug, PartialEq)]
pub struct Unknown(String);

/// Something that answers later.
#[derive(Debug)]
pub struct Dictionary(HashMap<String, u32>);

impl Dictionary {
    async fn look_up(&self, word: &str) -> Result<u32, Unknown> {
        if word == "…" {
            sleep(Duration::MAX).await;
        }
        tokio::task::yield_now().await; // may go on on another thread
        let found = self.0.get(word).copied();
        found.ok_or_else(|| Unknown(word.to_owned()))
    }
}

impl Page {
    /// Looks all words up.
    ///
    /// # Errors
    ///
    /// The first word that is unknown, and the text.
    pub async fn annotate(text: String, words: Arc<Dictionary>) -> Result<Self, (Unknown, String)> {
        let page = Self::builder()
            .text(text)
            .try_glosses_async(async move |text| {
                let mut glosses = Vec::new();
                for word in text.split_whitespace() {
                    glosses.push((word, words.look_up(word).await?));
                }
                Ok(glosses)
            })
            .await?;
        Ok(page.build())
    }
}

async fn run() -> Result<(), tokio::task::JoinError> {
    let known = ["zero", "one", "two"].map(str::to_owned);
    let words = Arc::new(Dictionary(known.into_iter().zip(0..).collect()));

    // Tasks must be `Send` and `'static`: these are.
    let tasks: Vec<_> = (0..64_usize)
        .map(|n| {
            let text = ["zero", "one", "two"].repeat(n).join(" ");
            tokio::spawn(Page::annotate(text, Arc::clone(&words)))
        })
        .collect();
    for (n, task) in tasks.into_iter().enumerate() {
        match task.await? {
            Ok(page) => {
                assert_eq!(page.glosses().len(), 3 * n);
                assert!(
                    page.glosses()
                        .iter()
                        .zip([0, 1, 2].iter().cycle())
                        .all(|(a, b)| a.1 == *b)
                );
            }
            Err((unknown, _)) => panic!("{unknown:?}"),
        }
    }
    println!("64 pages");

    // An error gives the text back.
    let failed = tokio::spawn(Page::annotate("one four".to_owned(), Arc::clone(&words))).await?;
    println!("{failed:?}");
    assert_eq!(
        failed,
        Err((Unknown("four".to_owned()), "one four".to_owned()))
    );

    // Dropped midway: the half-made glosses go, then the text.
    let endless = Page::annotate("one … two".to_owned(), Arc::clone(&words));
    assert!(timeout(Duration::from_millis(1), endless).await.is_err());
    assert_eq!(Arc::strong_count(&words), 1);
    Ok(())
}

fn main() -> Result<(), Box<dyn core::error::Error>> {
    let runtime = runtime::Builder::new_multi_thread()
        .worker_threads(4)
        .enable_time()
        .build()?;
    Ok(runtime.block_on(run())?)
}
