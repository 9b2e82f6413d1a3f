//! What the numbers were measured on.

use std::fs;
use std::process::Command;
use std::thread::available_parallelism;

pub(crate) fn describe() -> String {
    let cpu = fs::read_to_string("/proc/cpuinfo").ok().and_then(|info| {
        let line = info.lines().find(|line| line.starts_with("model name"))?;
        Some(line.split_once(": ")?.1.to_owned())
    });
    let rustc = Command::new("rustc").arg("--version").output().ok();
    let rustc = rustc.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    let unknown = || String::from("unknown");
    format!(
        "Measured on: {} ({} cores for this process), {}, {}.",
        cpu.unwrap_or_else(unknown),
        available_parallelism().map_or_else(|_| unknown(), |cores| cores.to_string()),
        std::env::consts::OS,
        rustc.unwrap_or_else(unknown),
    )
}
