//! What is on the disk below the folder, by exact name.

use std::collections::{BTreeSet, HashMap};
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::suggest::nearest;

/// Answers whether a path exists, spelled exactly so: a link that works only where the disk does
/// not mind the case is broken elsewhere. Each folder is listed once; all workers share the lists.
#[derive(Debug)]
pub(crate) struct Folders<'a> {
    root: &'a Path,
    names: Mutex<HashMap<PathBuf, Names>>,
}

/// `None` for what can't be listed.
type Names = Option<BTreeSet<OsString>>;

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Entry {
    File,
    Folder,
    Missing {
        /// A path that exists and may be what was meant.
        similar: Option<PathBuf>,
    },
}

impl<'a> Folders<'a> {
    pub(crate) fn new(root: &'a Path) -> Self {
        Self {
            root,
            names: Mutex::default(),
        }
    }

    /// `path` is relative to the root and normal.
    pub(crate) fn find(&self, path: &Path) -> Entry {
        let mut parent = PathBuf::new();
        let mut rest = path.components();
        while let Some(name) = rest.next() {
            if !self.holds(&parent, name) {
                let similar = self.similar(&parent, name, rest.as_path());
                return Entry::Missing { similar };
            }
            parent.push(name);
        }
        match fs::metadata(self.root.join(path)) {
            Ok(data) if data.is_dir() => Entry::Folder,
            Ok(_) => Entry::File,
            Err(_) => Entry::Missing { similar: None },
        }
    }

    fn holds(&self, folder: &Path, name: Component<'_>) -> bool {
        self.with_names(folder, |names| match names {
            Some(names) => names.contains(name.as_os_str()),
            None => fs::symlink_metadata(self.root.join(folder).join(name)).is_ok(),
        })
    }

    /// Corrects the one name that is wrong, if that leads somewhere.
    fn similar(&self, folder: &Path, name: Component<'_>, rest: &Path) -> Option<PathBuf> {
        let wanted = name.as_os_str().to_str()?;
        let similar = self.with_names(folder, |names| {
            let candidates = names.iter().flatten().filter_map(|name| name.to_str());
            nearest(wanted, candidates).map(str::to_owned)
        })?;
        // Joining an empty rest would add a slash, which no file can have.
        let path: PathBuf = folder
            .join(similar)
            .components()
            .chain(rest.components())
            .collect();
        fs::exists(self.root.join(&path))
            .unwrap_or(false)
            .then_some(path)
    }

    fn with_names<T>(&self, folder: &Path, look: impl FnOnce(&Names) -> T) -> T {
        let mut all = self.names.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(names) = all.get(folder) {
            return look(names);
        }
        let names = list(&self.root.join(folder)).ok();
        look(all.entry(folder.to_owned()).or_insert(names))
    }
}

fn list(folder: &Path) -> io::Result<BTreeSet<OsString>> {
    fs::read_dir(folder)?
        .map(|entry| Ok(entry?.file_name()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(path: &str) -> Entry {
        let root = tempfile::tempdir().expect("a temporary folder");
        let docs = root.path().join("docs");
        fs::create_dir(&docs).expect("writable");
        fs::write(docs.join("Guide.md"), "").expect("writable");
        Folders::new(root.path()).find(Path::new(path))
    }

    fn missing(similar: &str) -> Entry {
        let similar = (!similar.is_empty()).then(|| PathBuf::from(similar));
        Entry::Missing { similar }
    }

    #[test]
    fn files_and_folders_are_told_apart() {
        assert_eq!(find(""), Entry::Folder);
        assert_eq!(find("docs"), Entry::Folder);
        assert_eq!(find("docs/Guide.md"), Entry::File);
    }

    #[test]
    fn names_are_compared_exactly() {
        assert_eq!(find("docs/guide.md"), missing("docs/Guide.md"));
        assert_eq!(find("Docs/Guide.md"), missing("docs/Guide.md"));
    }

    #[test]
    fn a_guess_must_exist() {
        assert_eq!(find("dosc/Guide.md"), missing("docs/Guide.md"));
        assert_eq!(find("dosc/other.md"), missing(""));
        assert_eq!(find("docs/Guide.md/x"), missing(""));
    }

    #[cfg(unix)]
    #[test]
    fn a_dangling_symbolic_link_is_missing() {
        let root = tempfile::tempdir().expect("a temporary folder");
        std::os::unix::fs::symlink("nowhere", root.path().join("a.md")).expect("writable");
        assert_eq!(
            Folders::new(root.path()).find(Path::new("a.md")),
            missing("")
        );
    }
}
