//! The text of a file, and where in it a byte is.

use core::str::Utf8Error;
use std::fs::File;
use std::io::{self, Read as _, Seek as _};
use std::path::Path;

use bytes::Bytes;
use memmap2::{Mmap, MmapMut};

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

/// From this size on, a file is read into memory that the system maps for it, and gets back as a whole.
const MAPPED: u64 = 1 << 16;

/// Reads `path`, a file below `root`.
///
/// The file itself is not mapped: its text would change whenever somebody writes to the file, and may
/// then be UTF-8 no more. Nothing can write to the memory that it is read into.
pub(crate) fn read(root: &Path, path: &Path) -> Result<Bytes, Problem> {
    bytes(&root.join(path)).map_err(|error| Problem {
        path: path.to_owned(),
        at: None,
        message: error.to_string(),
    })
}

fn bytes(path: &Path) -> io::Result<Bytes> {
    let mut file = File::open(path)?;
    let size = file.metadata()?.len();
    if let Some(map) = mapped(&mut file, size)? {
        return Ok(Bytes::from_owner(map));
    }
    file.rewind()?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    Ok(bytes.into())
}

/// `None` if the file is small, or isn't of the size that it has.
fn mapped(file: &mut File, size: u64) -> io::Result<Option<Mmap>> {
    let (true, Ok(size)) = (size >= MAPPED, usize::try_from(size)) else {
        return Ok(None);
    };
    let mut map = MmapMut::map_anon(size)?;
    match file.read_exact(&mut map) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        read => read?,
    }
    let at_its_end = file.read(&mut [0])? == 0;
    Ok(if at_its_end {
        Some(map.make_read_only()?)
    } else {
        None
    })
}

/// What to say of a file that is no text.
pub(crate) fn not_utf8(path: &Path, error: Utf8Error, bytes: &[u8]) -> Problem {
    let offset = error.valid_up_to();
    let readable = String::from_utf8_lossy(&bytes[..offset]);
    let position = Lines::new(&readable).position(offset);
    Problem {
        path: path.to_owned(),
        at: Some(BadByte { position, offset }),
        message: format!("not UTF-8 from byte {offset} on"),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::page::Page;

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

    fn written(content: &[u8]) -> (tempfile::TempDir, Result<Bytes, Problem>) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::write(folder.path().join("a.md"), content).expect("writable");
        let bytes = read(folder.path(), Path::new("a.md"));
        (folder, bytes)
    }

    #[test]
    fn bytes_that_are_not_utf8_are_located() {
        let (_folder, bytes) = written(b"one\ntw\xc3\xb6 \xff three");
        let (error, bytes) = Page::parse(bytes.expect("readable")).expect_err("not UTF-8");
        let problem = not_utf8(Path::new("a.md"), error, &bytes);
        let at = problem.at.expect("a position");
        assert_eq!((at.position.line, at.position.column, at.offset), (2, 5, 9));
    }

    #[test]
    fn a_file_of_any_size_is_read() {
        let border = usize::try_from(MAPPED).expect("small");
        for size in [0, 1, border - 1, border, border + 1, 10 * border] {
            let content: Vec<u8> = (0_u8..=255).cycle().take(size).collect();
            let (_folder, bytes) = written(&content);
            assert_eq!(bytes.as_deref(), Ok(content.as_slice()));
        }
    }

    #[test]
    fn what_is_mapped_outlives_its_file() {
        let text = "# A heading\n[link](a.md)\n".repeat(10_000);
        let (folder, bytes) = written(text.as_bytes());
        let page = Page::parse(bytes.expect("readable")).expect("a text");
        fs::write(folder.path().join("a.md"), b"\xff").expect("writable");
        drop(folder);
        assert_eq!(
            (page.text().len(), page.table().links.len()),
            (text.len(), 10_000)
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_has_no_size_is_read() {
        let Ok(bytes) = bytes(Path::new("/proc/self/status")) else {
            return; // not on this system
        };
        assert!(!bytes.is_empty());
    }
}
