//! `std`'s view of the system: the environment, paths, processes, time, backtraces.

use std::alloc::System;
use std::ffi::{OsStr, OsString, os_str};
use std::{backtrace, env, panic, path, process, time};

use super::macros::{leak_always, leak_static};

leak_static! {
    System, OsStr, OsString,
    path::Path, path::PathBuf, path::StripPrefixError,
    env::Args, env::ArgsOs, env::JoinPathsError, env::VarError, env::Vars, env::VarsOs,

    // Forgetting a `Child`, like dropping it, leaves the process running and unwaited for.
    process::Child, process::ChildStderr, process::ChildStdin, process::ChildStdout,
    process::Command, process::ExitCode, process::ExitStatus, process::Output, process::Stdio,

    time::Instant, time::SystemTime, time::SystemTimeError,
    backtrace::Backtrace, backtrace::BacktraceStatus,
}

leak_always! {
    [] os_str::Display<'_>;
    [] path::Ancestors<'_>;
    [] path::Component<'_>;
    [] path::Components<'_>;
    [] path::Display<'_>;
    [] path::Iter<'_>;
    [] path::Prefix<'_>;
    [] path::PrefixComponent<'_>;
    [] env::SplitPaths<'_>;
    [] process::CommandArgs<'_>;
    [] process::CommandEnvs<'_>;
    [] panic::PanicHookInfo<'_>;
}
