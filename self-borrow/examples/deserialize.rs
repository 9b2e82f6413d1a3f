//! `serde::Deserialize` for a struct that borrows from the text it was read from, by way of `String`: so it
//! works from any source, also from a reader, where `&str` fields are refused.
//!
//! ```text
//! cargo run -p self-borrow --example deserialize
//! ```
#![forbid(unsafe_code)]

use self_borrow::self_borrow;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A query string, `a=1&b=2`: one text, and where its parts are.
#[self_borrow]
#[derive(Debug, PartialEq)]
pub struct Query {
    #[lend('text)]
    text: String,
    pairs: Vec<(&'text str, &'text str)>,
}

impl TryFrom<String> for Query {
    type Error = (&'static str, String);

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::try_new(text, |text| {
            let pairs = text.split('&').filter(|pair| !pair.is_empty());
            let pairs = pairs.map(|pair| pair.split_once('=').ok_or("a pair without `=`"));
            pairs.collect()
        })
    }
}

impl<'de> Deserialize<'de> for Query {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::try_from(text)
            .map_err(|(error, text)| de::Error::invalid_value(de::Unexpected::Str(&text), &error))
    }
}

impl Serialize for Query {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.text())
    }
}

impl Query {
    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        let mut pairs = self.pairs().iter();
        pairs
            .find(|(name, _)| *name == key)
            .map(|(_, value)| *value)
    }
}

/// An ordinary struct, by the derive, around it.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Request {
    path: String,
    query: Query,
}

fn main() -> Result<(), serde_json::Error> {
    // The escape means that serde can't lend a `&str` here; and a reader never lends.
    let json = r#"[{"path": "/search", "query": "q=self\u002dborrow&page=2"}, {"path": "/", "query": ""}]"#;
    let requests: Vec<Request> = serde_json::from_reader(json.as_bytes())?;
    let query = &requests[0].query;
    println!("{query:?}");
    assert_eq!(
        (query.get("q"), query.get("page"), query.get("x")),
        (Some("self-borrow"), Some("2"), None)
    );
    assert!(requests[1].query.pairs().is_empty());

    let again: Vec<Request> = serde_json::from_str(&serde_json::to_string(&requests)?)?;
    assert_eq!(again, requests);

    let wrong = serde_json::from_str::<Request>(r#"{"path": "/", "query": "q"}"#);
    let message = wrong.map_or_else(|error| error.to_string(), |request| format!("{request:?}"));
    println!("{message}");
    assert!(message.starts_with("invalid value: string \"q\", expected a pair without `=`"));
    Ok(())
}
