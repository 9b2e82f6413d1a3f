//! Sets `cfg(pinned_toolchain)` when this is the compiler whose words the `.stderr` files are.

use std::process::Command;
use std::{env, fs};

fn main() {
    println!("cargo::rustc-check-cfg=cfg(pinned_toolchain)");
    println!("cargo::rerun-if-changed=../rust-toolchain.toml");

    let toolchain = fs::read_to_string("../rust-toolchain.toml").expect("the pinned toolchain");
    let pinned = toolchain
        .lines()
        .find_map(|line| {
            line.strip_prefix("channel = ")?
                .trim()
                .strip_prefix('"')?
                .strip_suffix('"')
        })
        .expect("`channel = \"…\"` in rust-toolchain.toml");

    let rustc = env::var_os("RUSTC").expect("cargo sets it");
    let version = Command::new(rustc)
        .arg("--version")
        .output()
        .expect("rustc runs");
    if String::from_utf8_lossy(&version.stdout).split(' ').nth(1) == Some(pinned) {
        println!("cargo::rustc-cfg=pinned_toolchain");
    }
}
