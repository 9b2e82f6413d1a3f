//! The package that the binaries belong to.

use super::Case;
use std::fs;
use std::path::Path;
use toml::{Table, Value};

/// Writes a package with one binary per case, which may use what this package's `[dependencies]`
/// name.
pub(super) fn write(project: &Path, cases: &[Case]) {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = here.parent().expect("this package lies in the workspace");
    let ours = read(&here.join("Cargo.toml"));
    let workspace = read(&root.join("Cargo.toml"));

    // `[dependencies]` inherit from the workspace, so the new workspace gets a copy of its list.
    let mut inherited = workspace["workspace"]["dependencies"]
        .as_table()
        .unwrap()
        .clone();
    for (_, dependency) in &mut inherited {
        if let Some(path) = dependency.get_mut("path") {
            let folder = root.join(path.as_str().expect("a path"));
            *path = folder.to_str().expect("a path in UTF-8").into();
        }
    }

    let bins = cases.iter().map(|case| {
        let path = here.join(case.path());
        table([
            ("name", case.target().into()),
            ("path", path.to_str().expect("a path in UTF-8").into()),
        ])
    });
    let manifest = Table::from_iter([
        (
            "package".to_owned(),
            table([
                ("name", "cases".into()),
                (
                    "edition",
                    workspace["workspace"]["package"]["edition"].clone(),
                ),
            ]),
        ),
        (
            "workspace".to_owned(),
            table([("dependencies", inherited.into())]),
        ),
        ("features".to_owned(), ours["features"].clone()),
        ("dependencies".to_owned(), ours["dependencies"].clone()),
        // Cases define things in order not to use them.
        (
            "lints".to_owned(),
            table([("rust", table([("unused", "allow".into())]))]),
        ),
        ("bin".to_owned(), bins.collect::<Vec<_>>().into()),
    ]);

    fs::create_dir_all(project).expect("the target folder can be written");
    fs::write(project.join("Cargo.toml"), manifest.to_string()).expect("so can files in it");
    fs::copy(root.join("Cargo.lock"), project.join("Cargo.lock")).expect("it is in the repository");
}

fn read(manifest: &Path) -> Table {
    let text = fs::read_to_string(manifest).expect("a manifest");
    text.parse().expect("cargo has read it too")
}

fn table<const N: usize>(entries: [(&str, Value); N]) -> Value {
    Table::from_iter(entries.map(|(key, value)| (key.to_owned(), value))).into()
}
