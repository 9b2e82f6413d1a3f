//! The guards of the example `sqlite_hook`: a C library that calls borrowed closures.
//!
//! Not under Miri, which can't run C. Not with loom, as the models are built without it.
#![cfg(not(any(miri, loom)))]
#![expect(clippy::mem_forget, reason = "what happens then is the point")]

#[path = "../examples/sqlite_hook/hooks.rs"]
mod hooks;

use core::cell::{Cell, RefCell};
use core::num::NonZero;
use core::ops::ControlFlow;
use hooks::{Change, Database, Operation};
use leak::LocalHeld;
use std::rc::Rc;
use test_support::{forget_reachable, panic_of};

const OFTEN: NonZero<u16> = NonZero::new(10).unwrap();
const SLOW: &str = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
                    SELECT count(*) FROM n";

fn database() -> Database {
    let database = Database::in_memory().unwrap();
    database.execute_batch("CREATE TABLE t (n)").unwrap();
    database
}

fn insert(database: &Database) {
    database.execute_batch("INSERT INTO t VALUES (1)").unwrap();
}

fn slow(database: &Database) -> rusqlite::Result<i64> {
    database.query_row(SLOW, [], |row| row.get(0))
}

#[test]
fn a_closure_is_called_while_its_guard_lives() {
    let database = database();
    let seen = RefCell::new(Vec::new());
    let note = |change: &Change<'_>| {
        assert_eq!(change.table, "t");
        seen.borrow_mut().push((change.operation, change.row));
    };
    leak::local_scope(|s| {
        let hook = s.hold(database.on_update(&note));
        insert(&database);
        drop(hook);
        insert(&database);
        core::mem::forget(s.hold(database.on_update(&note)));
        database
            .execute_batch("UPDATE t SET n = 2 WHERE rowid = 1; DELETE FROM t WHERE n = 2")
            .unwrap();
    });
    insert(&database);
    assert_eq!(
        seen.into_inner(),
        [
            (Operation::Insert, 1),
            (Operation::Update, 1),
            (Operation::Delete, 1)
        ]
    );
}

/// What the closure borrowed is gone when the library works on, with the stack used by others.
#[test]
fn nothing_is_called_when_the_borrow_has_ended() {
    #[inline(never)]
    fn lends(database: &Database) -> u32 {
        let count = Cell::new([0; 64]);
        let update = |_: &Change<'_>| count.set(count.get().map(|n| n + 1));
        let progress = || ControlFlow::Continue(());
        leak::local_scope(|s| {
            s.hold(database.on_update(&update)).keep();
            s.hold(database.on_progress(OFTEN, &progress)).keep();
            insert(database);
        });
        count.get()[63]
    }
    let database = database();
    assert_eq!(lends(&database), 1);
    core::hint::black_box([!0_u64; 512]);
    insert(&database);
    assert_eq!(slow(&database), Ok(5000));
}

#[test]
fn in_an_rc_cycle() {
    struct Knot<'s, G> {
        _hook: LocalHeld<'s, G>,
        knot: RefCell<Option<Rc<Self>>>,
    }
    let database = database();
    let count = Cell::new(0);
    let update = |_: &Change<'_>| count.set(count.get() + 1);
    leak::local_scope(|s| {
        let knot = Rc::new(Knot {
            _hook: s.hold(database.on_update(&update)),
            knot: RefCell::default(),
        });
        knot.knot.replace(Some(Rc::clone(&knot)));
        forget_reachable(knot);
        insert(&database);
    });
    insert(&database);
    assert_eq!(count.get(), 1);
}

#[test]
fn the_body_panics() {
    let database = database();
    let count = Cell::new(0);
    let update = |_: &Change<'_>| count.set(count.get() + 1);
    let said = panic_of(|| {
        leak::local_scope(|s| {
            s.hold(database.on_update(&update)).keep();
            insert(&database);
            panic!("body");
        });
    });
    insert(&database);
    assert_eq!((said.as_str(), count.get()), ("body", 1));
}

#[test]
fn a_progress_handler_ends_a_statement() {
    let database = database();
    let left = Cell::new(10);
    let budget = || {
        left.set(left.get() - 1);
        if left.get() == 0 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    };
    leak::local_scope(|s| {
        s.hold(database.on_progress(OFTEN, &budget)).keep();
        let error = slow(&database).unwrap_err();
        assert_eq!(
            error.sqlite_error_code(),
            Some(rusqlite::ErrorCode::OperationInterrupted)
        );
    });
    assert_eq!((slow(&database), left.get()), (Ok(5000), 0));
}

#[test]
fn panics_stay_out_of_c() {
    let database = database();
    let update = |change: &Change<'_>| panic!("update of row {}", change.row);
    let progress = || panic!("progress");
    leak::local_scope(|s| {
        let hook = s.hold(database.on_update(&update));
        // Two rows: the second isn't reported, the first panic is passed on.
        let said = panic_of(|| database.execute_batch("INSERT INTO t VALUES (1), (2)"));
        assert_eq!(said, "update of row 1");
        drop(hook);

        let handler = s.hold(database.on_progress(OFTEN, &progress));
        assert_eq!(panic_of(|| slow(&database)), "progress");
        drop(handler);
    });
    assert_eq!(slow(&database), Ok(5000));
    let rows = database.query_row("SELECT count(*) FROM t", [], |row| row.get::<_, i64>(0));
    assert_eq!(rows, Ok(2));
}

#[test]
fn a_callback_that_uses_its_database() {
    let database = database();
    let again = |_: &Change<'_>| insert(&database);
    let another =
        |_: &Change<'_>| leak::local_scope(|s| s.hold(database.on_update(&|_| ())).keep());
    leak::local_scope(|s| {
        let hook = s.hold(database.on_update(&again));
        let said = panic_of(|| insert(&database));
        assert_eq!(said, "a callback can't use the connection that calls it");
        drop(hook);
        let hook = s.hold(database.on_update(&another));
        let said = panic_of(|| insert(&database));
        assert_eq!(said, "a callback can't use the connection that calls it");
        drop(hook);
        insert(&database);
    });
}

#[test]
fn one_hook_at_a_time() {
    let database = database();
    let (first, second) = (Cell::new(0), Cell::new(0));
    let count_first = |_: &Change<'_>| first.set(first.get() + 1);
    let count_second = |_: &Change<'_>| second.set(second.get() + 1);
    leak::local_scope(|s| {
        let hook = s.hold(database.on_update(&count_first));
        assert_eq!(
            panic_of(|| s.hold(database.on_update(&count_second)).keep()),
            "there is an update hook"
        );
        insert(&database);
        drop(hook);
        s.hold(database.on_update(&count_second)).keep();
        insert(&database);
    });
    assert_eq!((first.get(), second.get()), (1, 1));
}

/// A guard is dropped in a callback, when the library may not be told: its closure isn't called from then
/// on, and what it borrowed may go.
#[test]
fn a_guard_is_dropped_in_a_callback() {
    let database = database();
    let asked = Cell::new(0);
    let progress = || {
        asked.set(asked.get() + 1);
        ControlFlow::Continue(())
    };
    leak::local_scope(|outer| {
        let handler = RefCell::new(Some(outer.hold(database.on_progress(OFTEN, &progress))));
        assert_eq!(slow(&database), Ok(5000));
        assert!(asked.get() > 0);
        let before = Cell::new(None);
        let drops = |_: &Change<'_>| {
            handler.take();
            before.set(before.get().or(Some(asked.get())));
        };
        leak::local_scope(|inner| {
            inner.hold(database.on_update(&drops)).keep();
            database
                .execute_batch(&format!("INSERT INTO t VALUES (1); INSERT INTO t {SLOW}"))
                .unwrap();
        });
        assert_eq!(before.get(), Some(asked.get()));
        assert_eq!(slow(&database), Ok(5000));
        assert_eq!(before.get(), Some(asked.get()));
    });
}

/// An arena is a place too.
#[cfg(feature = "bumpalo")]
#[test]
fn held_by_an_arena() {
    let database = database();
    let count = Cell::new(0);
    let update = |_: &Change<'_>| count.set(count.get() + 1);
    leak::arena::scope(|arena| {
        arena.hold(database.on_update(&update));
        insert(&database);
    });
    insert(&database);
    assert_eq!(count.get(), 1);
}
