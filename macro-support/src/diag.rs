//! Errors, collected, then reported all at once.
//!
//! ```
//! use ownership_macro_support::{crate_path::CratePath, diag::Diag};
//!
//! let item: syn::ItemFn = syn::parse_str("async fn f() {}")?;
//! let mut diag = Diag::new();
//! if let Some(asyncness) = &item.sig.asyncness {
//!     diag.error(asyncness, "the function must not be `async`")
//!         .help("remove the `async`");
//! }
//! // A checked item comes only out of a `Diag` that saw no error.
//! let rejected = diag.finish(item).err();
//! let reported = rejected.map(|rejected| rejected.compile_errors(&CratePath::absolute("leak")).to_string());
//! assert_eq!(
//!     reported.as_deref(),
//!     Some(r#":: leak :: __private :: compile_error ! { "the function must not be `async`\n\nhelp: remove the `async`" }"#),
//! );
//! # Ok::<(), syn::Error>(())
//! ```

use crate::crate_path::CratePath;
use crate::span::{Extent, Place};
use core::fmt::Display;
use proc_macro2::{Delimiter, Group, Literal, TokenStream};
use quote::{ToTokens as _, quote_spanned};

/// Collects what is wrong with one macro input.
///
/// # Panics
///
/// A `Diag` that is dropped with errors in it panics: they would never be reported, and the input
/// would count as good. [`finish`](Self::finish) takes them out.
#[must_use = "errors that never reach `finish` are not reported"]
#[derive(Debug, Default)]
pub struct Diag {
    reports: Vec<Report>,
}

/// One error: a place, what is wrong, and how to put it right.
#[must_use]
#[derive(Debug)]
pub struct Report {
    extent: Extent,
    message: String,
    help: Vec<String>,
}

/// The errors of a rejected input; never empty.
#[derive(Debug)]
pub struct Rejected {
    // INVARIANT: not empty; only `Diag::finish` makes one, from at least one report.
    reports: Vec<Report>,
}

impl Diag {
    /// Nothing is wrong so far.
    pub fn new() -> Self {
        Self::default()
    }

    /// Records an error at `place`. Add the fix with [`Report::help`].
    pub fn error(&mut self, place: impl Place, message: impl Display) -> &mut Report {
        self.reports.push(Report::new(place, message));
        let last = self.reports.len() - 1;
        &mut self.reports[last]
    }

    /// The parsed value; or records what the parser found, with `help`.
    pub fn parsed<T>(&mut self, result: syn::Result<T>, help: impl Display) -> Option<T> {
        result
            .map_err(|errors| {
                for error in errors {
                    self.error(error.span(), &error).help(&help);
                }
            })
            .ok()
    }

    /// Ends the check: the value if nothing was wrong, else all that was.
    ///
    /// # Errors
    ///
    /// If any error was recorded.
    pub fn finish<T>(mut self, checked: T) -> Result<T, Rejected> {
        let reports = core::mem::take(&mut self.reports);
        if reports.is_empty() {
            Ok(checked)
        } else {
            Err(Rejected { reports })
        }
    }
}

impl Drop for Diag {
    fn drop(&mut self) {
        assert!(
            self.reports.is_empty() || std::thread::panicking(),
            "errors were collected but not reported: {:?}",
            self.reports
        );
    }
}

impl Report {
    /// An error at `place` that is reported where it stands, by
    /// [`compile_error`](Self::compile_error). For an attribute macro that leaves the error in the
    /// body it rewrites.
    pub fn new(place: impl Place, message: impl Display) -> Self {
        Self {
            extent: place.extent(),
            message: message.to_string(),
            help: Vec::new(),
        }
    }

    /// Adds a line `help: …` below the message.
    pub fn help(&mut self, text: impl Display) -> &mut Self {
        self.help.push(text.to_string());
        self
    }

    /// The same, by value.
    pub fn with_help(mut self, text: impl Display) -> Self {
        self.help(text);
        self
    }

    fn text(&self) -> String {
        let mut text = self.message.clone();
        for (index, help) in self.help.iter().enumerate() {
            text.push_str(if index == 0 { "\n\nhelp: " } else { "\nhelp: " });
            text.push_str(help);
        }
        text
    }

    /// The error as a macro call: an item, a statement or an expression.
    #[must_use]
    pub fn compile_error(&self, library: &CratePath) -> TokenStream {
        // With the user's own hygiene, so that the compiler says no word about the macro. (In a
        // crate of the 2015 edition the path is then not found, and that is the error.)
        let Extent { start, end } = self.extent;
        let path = library.private(start);
        // The call begins at the first token of the mistake and ends at the last: this is what
        // the compiler underlines.
        let mut text = Literal::string(&self.text());
        text.set_span(end);
        let mut body = Group::new(Delimiter::Brace, text.into_token_stream());
        body.set_span(end);
        quote_spanned!(start=> #path::compile_error! #body)
    }
}

impl Rejected {
    /// One `compile_error!` per error, in the order in which they were found: fit for any
    /// place where items or statements may stand.
    #[must_use]
    pub fn compile_errors(&self, library: &CratePath) -> TokenStream {
        self.reports
            .iter()
            .map(|report| report.compile_error(library))
            .collect()
    }

    /// The texts of the errors, for tests.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        self.reports.iter().map(Report::text).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::panic::AssertUnwindSafe;
    use proc_macro2::Span;
    use std::panic::catch_unwind;

    fn library() -> CratePath {
        CratePath::absolute("leak")
    }

    #[test]
    fn a_clean_input_hands_out_the_value() {
        assert_eq!(Diag::new().finish(7).expect("nothing is wrong"), 7);
    }

    #[test]
    fn every_error_is_reported_in_order() {
        let mut diag = Diag::new();
        diag.error(Span::call_site(), "first").help("a").help("b");
        diag.error(Span::call_site(), "second");
        let rejected = diag.finish(()).expect_err("two errors");
        assert_eq!(
            rejected.texts(),
            ["first\n\nhelp: a\nhelp: b", "second"].map(String::from)
        );
        assert_eq!(
            rejected
                .compile_errors(&library())
                .to_string()
                .matches("compile_error")
                .count(),
            2
        );
    }

    #[test]
    fn a_parser_error_becomes_reports_with_help() {
        let mut combined = syn::Error::new(Span::call_site(), "one");
        combined.combine(syn::Error::new(Span::call_site(), "two"));
        let mut diag = Diag::new();
        assert_eq!(diag.parsed::<()>(Err(combined), "fix it"), None);
        assert_eq!(diag.parsed(Ok(3), "unused"), Some(3));
        let rejected = diag.finish(()).expect_err("two errors");
        assert_eq!(
            rejected.texts(),
            ["one\n\nhelp: fix it", "two\n\nhelp: fix it"].map(String::from)
        );
    }

    #[test]
    fn an_error_spans_the_first_to_the_last_token() {
        let tokens: TokenStream = "  alpha beta  gamma".parse().expect("tokens");
        let mut diag = Diag::new();
        diag.error(&tokens, "bad");
        let errors = diag
            .finish(())
            .expect_err("one error")
            .compile_errors(&library());
        let extent = Extent::of(&errors);
        assert_eq!(extent.start.start().column, 2);
        assert_eq!(extent.end.end().column, 19);
    }

    #[test]
    fn a_report_can_stand_alone() {
        let report = Report::new(Span::call_site(), "bad").with_help("good");
        let call: syn::ExprMacro =
            syn::parse2(report.compile_error(&library())).expect("an expression");
        let text: syn::LitStr = call.mac.parse_body().expect("a text");
        assert_eq!(text.value(), "bad\n\nhelp: good");
    }

    #[test]
    fn unreported_errors_are_a_bomb() {
        let dropped = catch_unwind(AssertUnwindSafe(|| {
            let mut diag = Diag::new();
            diag.error(Span::call_site(), "lost");
        }));
        let payload = dropped.expect_err("the bomb goes off");
        let message = payload.downcast_ref::<String>().expect("a message");
        assert!(message.contains("lost"), "{message}");
    }

    #[test]
    fn the_bomb_is_quiet_while_another_panic_unwinds() {
        let outer = catch_unwind(AssertUnwindSafe(|| {
            let mut diag = Diag::new();
            diag.error(Span::call_site(), "lost");
            panic!("the real cause");
        }));
        let payload = outer.expect_err("panics");
        assert_eq!(
            payload.downcast_ref::<&str>().copied(),
            Some("the real cause")
        );
    }
}
