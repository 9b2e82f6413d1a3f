//! Paths as they appear in links: lexical, with `/` between the parts.

use std::path::{Component, Path, PathBuf};

/// Resolves `.` and `..` as a browser does, without asking the disk.
pub(crate) fn normalize(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                normal.pop();
            }
            other => normal.push(other),
        }
    }
    normal
}

/// `path` with `/` between its parts on every system. Bytes that are not UTF-8 are replaced.
pub(crate) fn with_slashes(path: &Path) -> String {
    let mut text = String::new();
    for component in path.components() {
        if !text.is_empty() && !text.ends_with('/') {
            text.push('/');
        }
        match component {
            Component::RootDir => text.push('/'),
            other => text.push_str(&other.as_os_str().to_string_lossy()),
        }
    }
    text
}

/// How to write a link to `target` in a file of `folder`; both are relative to the same place.
pub(crate) fn link_from(folder: &Path, target: &Path) -> String {
    let path = pathdiff::diff_paths(target, folder).unwrap_or_else(|| target.to_owned());
    with_slashes(&path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_are_resolved() {
        assert_eq!(normalize(Path::new("/a/./b/../c")), Path::new("/a/c"));
        assert_eq!(normalize(Path::new("/a/../../b")), Path::new("/b"));
        assert_eq!(normalize(Path::new("/a/b/..")), Path::new("/a"));
    }

    #[test]
    fn links_lead_from_folder_to_folder() {
        let link = |folder: &str, target: &str| link_from(Path::new(folder), Path::new(target));
        assert_eq!(link("", "a.md"), "a.md");
        assert_eq!(link("docs", "docs/a.md"), "a.md");
        assert_eq!(link("docs/x", "docs/y/a.md"), "../y/a.md");
    }
}
