//! Runs the program on a folder of files.

use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A folder named `site` in a folder of its own, so that there is an outside.
pub(crate) struct Site {
    outer: TempDir,
}

pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Site {
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        let outer = tempfile::tempdir().expect("a temporary folder");
        let site = Self { outer };
        fs::create_dir(site.path("")).expect("writable");
        for (file, text) in files {
            site.write(file, text);
        }
        site
    }

    /// Of something in the site.
    pub(crate) fn path(&self, below: &str) -> PathBuf {
        self.outer.path().join("site").join(below)
    }

    pub(crate) fn write(&self, file: &str, content: impl AsRef<[u8]>) {
        let path = self.path(file);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("writable");
        fs::write(path, content).expect("writable");
    }

    pub(crate) fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).expect("readable")
    }

    /// In the site, with the folder that it is in as the only thing from outside.
    pub(crate) fn command<A: AsRef<OsStr>>(&self, args: &[A]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_linkmap"));
        command
            .args(args)
            .current_dir(self.path(""))
            .stdin(Stdio::null());
        command
    }

    pub(crate) fn run<A: AsRef<OsStr>>(&self, args: &[A]) -> Run {
        Run::of(self.command(args))
    }
}

impl Run {
    pub(crate) fn of(mut command: Command) -> Self {
        let Output {
            status,
            stdout,
            stderr,
        } = command.output().expect("the program starts");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        let (stdout, stderr) = (text(stdout), text(stderr));
        assert!(!stderr.contains("panicked"), "{stderr}");
        Self {
            code: status.code(),
            stdout,
            stderr,
        }
    }

    /// What is said beside the timing, which is always last.
    #[track_caller]
    pub(crate) fn messages(&self) -> &str {
        let (messages, timing) = self
            .stderr
            .rsplit_once("linkmap: took ")
            .expect("the timing");
        assert!(timing.ends_with(" s\n"), "{timing}");
        messages
    }

    #[track_caller]
    pub(crate) fn assert(&self, code: i32, stdout: &str) {
        assert_eq!(self.stdout, stdout, "{}", self.stderr);
        assert_eq!(self.code, Some(code), "{}", self.stderr);
    }

    #[track_caller]
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).expect("JSON")
    }
}
