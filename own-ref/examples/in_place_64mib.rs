//! A value of 64 MiB, built field by field and element by element on the heap, in a thread whose
//! stack has 256 KiB. `Box::new(World { … })` would overflow it, also with optimisation if
//! anything goes wrong with that.
//!
//! ```text
//! cargo run -p own-ref --example in_place_64mib
//! ```

use core::convert::Infallible;
use own_ref::boxed::BoxHole;
use own_ref::{Fields, Hole, Init, Own, init};
use std::thread;

/// 64 MiB.
#[derive(Fields)]
struct World {
    /// Something with a destructor.
    name: String,
    heights: [[u32; 2048]; 4096],
    cells: [Cell; 2 << 20],
}

/// A field that is itself built in place.
#[derive(Debug)]
struct Cell {
    age: u64,
    id: u32,
    alive: bool,
}

/// A constructor that returns a recipe: the caller says where the cell will be.
fn cell(i: usize) -> impl Init<Cell, String> {
    init::from_fn(move |hole: Hole<'_, Cell>| {
        let id = u32::try_from(i).map_err(|_| format!("cell {i} has no id"))?;
        Ok(hole.put(Cell {
            age: 0,
            id,
            alive: i.is_multiple_of(3),
        }))
    })
}

/// A row of the map, as a recipe that can't fail.
fn row<E>(y: usize) -> impl Init<[u32; 2048], E> {
    init::array(move |x| init::value(u32::try_from(x * y % 977).unwrap_or(0)))
}

/// The world, field by field.
fn world(hole: Hole<'_, World>) -> Result<Own<'_, World>, String> {
    let part = hole.part().set_name("in place".to_owned());
    let part = part.init_heights(init::array(row::<String>))?;
    let part = part.init_cells(init::array(cell))?;
    Ok(part.finish())
}

/// The same, but the cells fail in the middle: what was built is dropped, the memory freed.
fn failing(hole: Hole<'_, World>) -> Result<Own<'_, World>, String> {
    let part = hole.part().set_name("in vain".to_owned());
    let part = part.init_heights(init::array(row::<String>))?;
    let part = part.init_cells(init::array(|i| {
        cell(i).then(move |_| {
            if i < 500_000 {
                Ok(())
            } else {
                Err(format!("cell {i} is bad"))
            }
        })
    }))?;
    Ok(part.finish())
}

fn main() {
    const STACK: usize = 256 << 10;
    println!(
        "size of a world: {} MiB, stack: {} KiB",
        size_of::<World>() >> 20,
        STACK >> 10
    );

    let builder = thread::Builder::new().stack_size(STACK);
    let built = builder.spawn(|| {
        match BoxHole::new().init(failing) {
            Ok(_) => unreachable!("it fails"),
            Err(error) => println!("a recipe that fails: {error}"),
        }
        BoxHole::new().init(world)
    });
    let world = match built.map(thread::JoinHandle::join) {
        Ok(Ok(Ok(world))) => world,
        other => panic!("the thread should have built a world: {:?}", other.is_ok()),
    };
    println!(
        "built: {:?}, height {}, last cell {:?}",
        world.name,
        world.heights[7][100],
        world.cells[(2 << 20) - 1]
    );
    assert_eq!(world.heights[7][100], 700);
    assert!(
        world
            .cells
            .iter()
            .zip(0..)
            .all(|(cell, i)| cell.id == i && cell.alive == i.is_multiple_of(3) && cell.age == 0)
    );

    // The memory can be used again, with no new allocation.
    let Ok::<_, Infallible>(world) = own_ref::boxed::reinit(
        world,
        init::from_fn(|hole: Hole<'_, World>| {
            let part = hole.part().init_heights(init::array(|_| {
                init::array(|_| init::value::<_, Infallible>(0))
            }))?;
            let part = part.init_cells(init::array(|_| {
                init::value::<_, Infallible>(Cell {
                    age: 1,
                    id: 0,
                    alive: false,
                })
            }))?;
            Ok(part.set_name("again".to_owned()).finish())
        }),
    );
    println!("rebuilt: {:?}, age {}", world.name, world.cells[9].age);
}
