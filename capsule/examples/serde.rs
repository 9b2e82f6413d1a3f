//! A capsule is written as JSON, and read again.
//!
//! A tree can be written as it is. A graph is written as a list of nodes and links, so that what is shared stays shared.

use capsule::{Brand, Capsule, CapsuleSend, Family, Rc, family};
use core::error::Error;
use serde::{Deserialize, Serialize};

/// Where a menu leads; parts are shared.
#[derive(CapsuleSend, Family, Serialize)]
struct Menu<'b> {
    title: Rc<'b, str>,
    parts: Vec<Rc<'b, Menu<'b>>>,
}

/// The same, without a region.
#[derive(Deserialize, Serialize)]
struct Flat {
    titles: Vec<String>,
    /// For each: which are its parts. The last is the whole.
    parts: Vec<Vec<usize>>,
}

impl<'b> Menu<'b> {
    /// What is shared is written once.
    fn flatten(menu: &Rc<'b, Self>, seen: &mut Vec<Rc<'b, Self>>, flat: &mut Flat) -> usize {
        if let Some(known) = seen.iter().position(|known| Rc::ptr_eq(known, menu)) {
            return known;
        }
        let parts = menu.parts.iter();
        let parts = parts.map(|part| Self::flatten(part, seen, flat)).collect();
        flat.titles.push(menu.title.to_string());
        flat.parts.push(parts);
        seen.push(menu.clone());
        seen.len() - 1
    }

    fn build(b: Brand<'b>, flat: &Flat) -> Option<Rc<'b, Self>> {
        let mut built: Vec<Rc<'b, Self>> = Vec::new();
        for (title, parts) in flat.titles.iter().zip(&flat.parts) {
            let parts = parts.iter().map(|&part| built.get(part).cloned());
            let menu = Self {
                title: Rc::from_str(b, title),
                parts: parts.collect::<Option<_>>()?,
            };
            built.push(Rc::new(b, menu));
        }
        built.pop()
    }
}

type Shared = family!(Rc<'b, Menu<'b>>);

fn main() -> Result<(), Box<dyn Error>> {
    let menu = Capsule::<Shared>::new(|b| {
        let new = |title, parts| {
            Rc::new(
                b,
                Menu {
                    title: Rc::from_str(b, title),
                    parts,
                },
            )
        };
        let help = new("help", vec![]);
        let file = new("file", vec![help.clone()]);
        new("all", vec![file, help])
    });
    let tree = serde_json::to_string(&menu)?;
    println!("as a tree: {tree}");

    let flat = menu.with_ref(|menu, _| {
        let mut flat = Flat {
            titles: Vec::new(),
            parts: Vec::new(),
        };
        Menu::flatten(menu, &mut Vec::new(), &mut flat);
        serde_json::to_string(&flat)
    })?;
    println!("as a graph: {flat}");

    // Read on another thread, in a region of its own.
    let read: Flat = serde_json::from_str(&flat)?;
    let thread =
        capsule::spawn::<family!(Option<Rc<'b, Menu<'b>>>)>(move |b| Menu::build(b, &read));
    let shared = capsule::region(|b, _| {
        let menu = thread.join(b).expect("no panic")?;
        let same = Rc::ptr_eq(&menu.parts[0].parts[0], &menu.parts[1]);
        Some((serde_json::to_string(&menu).ok()?, same))
    });
    if shared != Some((tree, true)) {
        return Err("what was read isn't what was written".into());
    }
    Ok(())
}
