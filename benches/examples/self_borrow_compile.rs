//! What self-borrowing structs cost to compile, as a Markdown table.
//!
//! ```text
//! cargo run --release -p benches --example self_borrow_compile [-- <structs>]
//! ```
//!
//! For each contestant a crate with so many structs (200) is written below `target/`. `cargo check` runs with nothing built, for the
//! time to build the dependencies; then again after the source was touched, three times, with the structs and without; the least of each
//! is taken. How many lines a struct expands to is in `self-borrow/docs/expansion.md`.

use core::error::Error;
use core::fmt::Write as _;
use core::time::Duration;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;
use std::{env, fs};

/// By whom, its dependencies, what comes first, and a struct; `@@` stands for its number.
struct Contestant {
    name: &'static str,
    dependencies: &'static str,
    head: &'static str,
    item: &'static str,
}

const CONTESTANTS: [Contestant; 4] = [
    Contestant {
        name: "ouroboros",
        dependencies: "ouroboros = \"0.18.5\"\n",
        head: "",
        item: "#[ouroboros::self_referencing(pub_extras)]\n\
               pub struct S@@ { owner: String, #[borrows(owner)] dependent: &'this str }\n\
               pub fn f@@(text: String) -> usize { S@@::new(text, |text| &text[1..]).borrow_dependent().len() }\n",
    },
    Contestant {
        name: "self_cell",
        dependencies: "self_cell = \"1.2.0\"\n",
        head: "pub type Tail<'a> = &'a str;\n",
        item: "self_cell::self_cell!(pub struct S@@ { owner: String, #[covariant] dependent: Tail, });\n\
               pub fn f@@(text: String) -> usize { S@@::new(text, |text| &text[1..]).borrow_dependent().len() }\n",
    },
    Contestant {
        name: "yoke",
        dependencies: "yoke = { version = \"0.8.0\", features = [\"derive\"] }\n",
        head: "",
        item: "#[derive(yoke::Yokeable)]\npub struct S@@<'a> { pub dependent: &'a str }\n\
               pub fn f@@(text: String) -> usize {\n\
               yoke::Yoke::<S@@<'static>, String>::attach_to_cart(text, |text| S@@ { dependent: &text[1..] }).get().dependent.len() }\n",
    },
    Contestant {
        name: "self_borrow",
        dependencies: "self-borrow = { path = \"@/self-borrow\", default-features = false, features = [\"std\", \"macros\"] }\n",
        head: "",
        item: "#[self_borrow::self_borrow]\n\
               pub struct S@@ { #[lend('a)] pub owner: String, pub dependent: &'a str }\n\
               pub fn f@@(text: String) -> usize { S@@::new(text, |text| &text[1..]).dependent().len() }\n",
    },
];

fn check(folder: &Path) -> Result<Duration, Box<dyn Error>> {
    let start = Instant::now();
    let output = Command::new(env!("CARGO"))
        .args(["check", "--quiet"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env("CARGO_INCREMENTAL", "0")
        .output()?;
    if output.status.success() {
        Ok(start.elapsed())
    } else {
        Err(String::from_utf8_lossy(&output.stderr).into())
    }
}

/// The least of three, after a change.
fn check_again(folder: &Path, source: &str) -> Result<Duration, Box<dyn Error>> {
    let mut least = Duration::MAX;
    for round in 0..3 {
        fs::write(
            folder.join("src/lib.rs"),
            format!("{source}// {round}, so that it is another file\n"),
        )?;
        least = least.min(check(folder)?);
    }
    Ok(least)
}

fn main() -> Result<(), Box<dyn Error>> {
    let count: u32 = env::args().nth(1).map_or(Ok(200), |count| count.parse())?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = root.parent().ok_or("no workspace")?;
    let all: PathBuf = root.join("target/self-borrow-compile");
    println!("| by | dependencies, from nothing | {count} structs | per struct |");
    println!("|---|--:|--:|--:|");
    for Contestant {
        name,
        dependencies,
        head,
        item,
    } in CONTESTANTS
    {
        let folder = all.join(name);
        fs::remove_dir_all(folder.join("target")).ok();
        fs::create_dir_all(folder.join("src"))?;
        let here = root.to_str().ok_or("the path is no text")?;
        let dependencies = dependencies.replace('@', here);
        fs::write(
            folder.join("Cargo.toml"),
            format!(
                "[package]\nname = \"compiled\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
                 [dependencies]\n{dependencies}\n[workspace]\n"
            ),
        )?;
        // The versions that are measured are those of the workspace.
        fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock"))?;
        let mut source = String::from(head);
        fs::write(folder.join("src/lib.rs"), &source)?;
        let clean = check(&folder)?;
        let without = check_again(&folder, &source)?;
        for number in 0..count {
            write!(source, "{}", item.replace("@@", &number.to_string()))?;
        }
        let with = check_again(&folder, &source)?.saturating_sub(without);
        println!(
            "| {name} | {:.1} s | {:.2} s | {:.2} ms |",
            clean.as_secs_f64(),
            with.as_secs_f64(),
            with.as_secs_f64() * 1e3 / f64::from(count),
        );
    }
    Ok(())
}
