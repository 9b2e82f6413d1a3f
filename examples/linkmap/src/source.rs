//! The text of a file, and where in it a byte is.

use std::fs;
use std::path::Path;

use crate::problem::{BadByte, Problem};

/// 1-based; columns count characters, as editors do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Position {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

/// Finds the positions of byte offsets.
#[derive(Debug)]
pub(crate) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let ends = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
        Self {
            text,
            starts: core::iter::once(0)
                .chain(ends.map(|(end, _)| end + 1))
                .collect(),
        }
    }

    /// `offset` is at a character boundary or past the end.
    pub(crate) fn position(&self, offset: usize) -> Position {
        let line = self.starts.partition_point(|&start| start <= offset);
        let start = self.starts[line - 1];
        let before = self.text.get(start..offset).unwrap_or_default();
        Position {
            line,
            column: before.chars().count() + 1,
        }
    }
}

/// Reads `path`, a file below `root`, as UTF-8. A byte order mark is not part of the text.
pub(crate) fn read(root: &Path, path: &Path) -> Result<String, Problem> {
    let problem = |at, message| Problem {
        path: path.to_owned(),
        at,
        message,
    };
    let bytes = fs::read(root.join(path)).map_err(|error| problem(None, error.to_string()))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let readable = String::from_utf8_lossy(&error.as_bytes()[..offset]);
        let position = Lines::new(&readable).position(offset);
        problem(
            Some(BadByte { position, offset }),
            format!("not UTF-8 from byte {offset} on"),
        )
    })?;
    Ok(match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn position(text: &str, offset: usize) -> (usize, usize) {
        let Position { line, column } = Lines::new(text).position(offset);
        (line, column)
    }

    #[test]
    fn lines_and_columns_start_at_one() {
        assert_eq!(position("", 0), (1, 1));
        assert_eq!(position("ab\ncd\n", 0), (1, 1));
        assert_eq!(position("ab\ncd\n", 2), (1, 3));
        assert_eq!(position("ab\ncd\n", 3), (2, 1));
        assert_eq!(position("ab\ncd\n", 4), (2, 2));
        assert_eq!(position("ab\r\ncd", 5), (2, 2));
    }

    #[test]
    fn columns_count_characters_not_bytes() {
        let text = "é[x](y)";
        assert_eq!(
            position(text, text.find('[').expect("there is one")),
            (1, 2)
        );
    }

    #[test]
    fn bytes_that_are_not_utf8_are_located() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::write(folder.path().join("a.md"), b"one\ntw\xc3\xb6 \xff three").expect("writable");
        let problem = read(folder.path(), Path::new("a.md")).expect_err("not UTF-8");
        let at = problem.at.expect("a position");
        assert_eq!((at.position.line, at.position.column, at.offset), (2, 5, 9));
    }

    #[test]
    fn a_byte_order_mark_does_not_shift_columns() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::write(folder.path().join("a.md"), "\u{feff}# A").expect("writable");
        assert_eq!(read(folder.path(), Path::new("a.md")).as_deref(), Ok("# A"));
    }
}
