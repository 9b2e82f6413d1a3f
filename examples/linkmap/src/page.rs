//! A file that was read: its bytes, the text in them, what a parser made of the text, and what is made of that.

use core::str::Utf8Error;
use core::{fmt, str};

use bytes::Bytes;
use self_borrow::self_borrow;

use crate::markdown::{self, Event, Table};
use crate::source::Lines;

/// A page. All of it borrows from the one buffer that the file was read into, and that is its first field.
#[self_borrow]
pub(crate) struct Page {
    /// On the heap, or in memory of its own: see [`source::read`](crate::source::read).
    #[lend('file)]
    pub(crate) bytes: Bytes,
    /// The same, once it is known to be UTF-8. A byte order mark is no part of it.
    #[lend('text)]
    pub(crate) text: &'file str,
    /// Where its lines are.
    pub(crate) lines: Lines<'text>,
    /// What the parser found in the text, as far as it matters here.
    #[lend('events)]
    pub(crate) events: Vec<Event<'text>>,
    /// What the events say.
    pub(crate) table: Table<'events>,
}

impl Page {
    /// # Errors
    ///
    /// If it is no text. It comes back, so that the place can be named.
    pub(crate) fn parse(bytes: Bytes) -> Result<Self, (Utf8Error, Bytes)> {
        let page = Self::builder()
            .bytes(bytes)
            .try_text(|bytes| {
                let text = str::from_utf8(bytes)?;
                Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
            })?
            .lines(|text| Lines::new(text))
            .events(markdown::events)
            .table(markdown::table)
            .build();
        Ok(page)
    }
}

impl fmt::Debug for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Page").field(self.table()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_no_text() {
        let page = Page::parse(Bytes::from_static("\u{feff}# A".as_bytes()));
        assert_eq!(
            page.map(|page| page.text().to_string()),
            Ok("# A".to_owned())
        );
    }
}
