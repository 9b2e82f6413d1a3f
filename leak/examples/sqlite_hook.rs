//! A C library that calls back: `SQLite`'s update hook and progress handler, with closures that borrow locals.
//!
//! The library calls until it is told to stop, so whoever lends it a closure must take it back in
//! time. A guard by value could be forgotten; these can't. The closures borrow what stands on the stack.
//!
//! ```text
//! cargo run -p leak --example sqlite_hook
//! ```
#![deny(unsafe_code)]
#![expect(clippy::mem_forget, reason = "what happens then is the point")]

#[expect(unsafe_code, reason = "guards of a C library: the only file with any")]
#[path = "sqlite_hook/hooks.rs"]
mod hooks;

use core::cell::{Cell, RefCell};
use core::num::NonZero;
use core::ops::ControlFlow;
use core::panic::AssertUnwindSafe;
use hooks::{Change, Database, Operation};
use std::panic::catch_unwind;

const OFTEN: NonZero<u16> = NonZero::new(100).unwrap();

/// Runs for a long time: a million rows, one by one.
const SLOW: &str =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000)
                    SELECT count(*) FROM n";

fn main() -> rusqlite::Result<()> {
    let database = Database::in_memory()?;
    database.execute_batch("CREATE TABLE item (name TEXT); CREATE TABLE other (n INTEGER)")?;

    println!("an update hook that writes into a local variable:");
    let mut seen = Vec::new();
    {
        let writer = RefCell::new(&mut seen);
        let note = |change: &Change<'_>| {
            let line = format!("{:?} {} {}", change.operation, change.table, change.row);
            writer.borrow_mut().push(line);
        };
        leak::local_scope(|s| {
            let hook = s.hold(database.on_update(&note));
            database.execute_batch("INSERT INTO item VALUES ('a'), ('b')")?;
            core::mem::forget(hook); // no harm: it is registered until the scope ends
            database.execute_batch(
                "UPDATE item SET name = 'c' WHERE rowid = 2; DELETE FROM item WHERE rowid = 1",
            )
        })?;
        database.execute_batch("INSERT INTO item VALUES ('nobody hears of it')")?;
    }
    println!("  {seen:?}");
    assert_eq!(
        seen,
        [
            "Insert item 1",
            "Insert item 2",
            "Update item 2",
            "Delete item 1"
        ]
    );

    println!("a progress handler with a budget on the stack, and both at once:");
    let (asked, inserted) = (Cell::new(0), Cell::new(0));
    let budget = || {
        asked.set(asked.get() + 1);
        if asked.get() < 50 {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    };
    let count = |change: &Change<'_>| {
        inserted.set(inserted.get() + u32::from(change.operation == Operation::Insert));
    };
    let error = leak::local_scope(|s| {
        s.hold(database.on_progress(OFTEN, &budget)).keep();
        s.hold(database.on_update(&count)).keep();
        database.execute_batch("INSERT INTO other VALUES (1), (2), (3)")?;
        database.query_row(SLOW, [], |row| row.get::<_, i64>(0))
    })
    .expect_err("the budget is spent");
    println!(
        "  after {} rows and {} questions: {error}",
        inserted.get(),
        asked.get()
    );
    assert_eq!((inserted.get(), asked.get()), (3, 50));
    assert_eq!(
        error.sqlite_error_code(),
        Some(rusqlite::ErrorCode::OperationInterrupted)
    );
    let rows = database.query_row(SLOW, [], |row| row.get::<_, i64>(0))?;
    assert_eq!((rows, asked.get()), (1_000_000, 50), "nobody asks any more");

    println!("a function that is left by `?`:");
    let error = rename(&database, "no such column").expect_err("there is none");
    println!("  {error}");
    assert_eq!(rename(&database, "name")?, 2);

    println!("a closure that panics below C:");
    std::panic::set_hook(Box::new(|panic| println!("  {panic}")));
    let fragile = |change: &Change<'_>| assert!(change.row < 100, "row {} is too much", change.row);
    let result = catch_unwind(AssertUnwindSafe(|| {
        leak::local_scope(|s| {
            s.hold(database.on_update(&fragile)).keep();
            database.execute_batch("INSERT INTO other (rowid) VALUES (99), (100), (101)")
        })
    }));
    let payload = result.expect_err("passed on behind C");
    assert_eq!(
        payload.downcast_ref(),
        Some(&String::from("row 100 is too much"))
    );
    let rows = database.query_row("SELECT count(*) FROM other", [], |row| row.get::<_, i64>(0))?;
    assert_eq!(rows, 6, "the statement went on to its end");

    println!("all as it should be");
    Ok(())
}

/// Counts what it changes. The hook is gone whichever way the function is left.
fn rename(database: &Database, column: &str) -> rusqlite::Result<u32> {
    let changed = Cell::new(0);
    let count = |_: &Change<'_>| changed.set(changed.get() + 1);
    leak::local_scope(|s| {
        s.hold(database.on_update(&count)).keep();
        let columns = database.query_row(
            "SELECT count(*) FROM pragma_table_info('item') WHERE name = ?1",
            [column],
            |row| row.get::<_, u32>(0),
        )?;
        if columns == 0 {
            return Err(rusqlite::Error::InvalidColumnName(column.into()));
        }
        database.execute_batch(&format!("UPDATE item SET {column} = 'x'"))
    })?;
    Ok(changed.get())
}
