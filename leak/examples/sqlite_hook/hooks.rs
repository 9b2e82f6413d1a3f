//! Callbacks of a C library that borrow: `SQLite`'s update hook and progress handler.
//!
//! `SQLite` keeps a function pointer and a context, and calls the function while it works on a
//! statement, until another is registered. A binding that hands out a guard by value has to ask for `'static`
//! closures, as all bindings of `SQLite` do. Here the closures may borrow whatever they like: a guard
//! that must not be forgotten ends the lending, and only a place of `leak` makes one.
//!
//! All `unsafe` of the example is in this file. What it rests on:
//!
//! 1. What C gets as its context is a [`Slots`], which the database owns and which stays where it is.
//! 2. A slot holds a closure exactly while a guard for it lives. The guard is destroyed before the borrow of
//!    the closure ends: that is what `Activate` promises it.
//! 3. "The update hook implementation must not do anything that will modify the database connection that
//!    invoked the update hook" ([`sqlite3_update_hook`]; that of the progress handler says the same). So in a
//!    callback every use of the database panics, and a guard that is dropped in one only
//!    empties its slot. C is told later, when the statement is over.
//! 4. A panic doesn't cross C: it is caught, kept, and passed on when the statement is over.
//!
//! [`sqlite3_update_hook`]: https://sqlite.org/c3ref/update_hook.html

use core::any::Any;
use core::cell::{Cell, RefCell};
use core::ffi::{CStr, c_char, c_int, c_void};
use core::marker::PhantomData;
use core::num::NonZero;
use core::ops::ControlFlow;
use core::panic::AssertUnwindSafe;
use core::ptr;
use leak::{Activate, Unleak};
use rusqlite::{Connection, Params, Result, Row, ffi};
use std::borrow::Cow;
use std::panic::{catch_unwind, resume_unwind};
use std::rc::Rc;

/// A row that was inserted, changed or deleted.
#[derive(Debug)]
pub(crate) struct Change<'a> {
    pub(crate) operation: Operation,
    pub(crate) table: Cow<'a, str>,
    pub(crate) row: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operation {
    Insert,
    Update,
    Delete,
}

/// A connection whose callbacks can be lent.
pub(crate) struct Database {
    connection: Connection,
    /// Not in a `Box`, which would claim to be the only pointer to it.
    slots: Rc<Slots>,
}

/// What C has a pointer to.
#[derive(Default)]
struct Slots {
    update: Cell<Option<Lent<CallUpdate>>>,
    progress: Cell<Option<Lent<CallProgress>>>,
    /// Whether a closure runs at the moment.
    is_calling: Cell<bool>,
    /// Whether C should be told that a slot is empty.
    is_stale: Cell<bool>,
    /// The panic of a closure, until the statement is over.
    panic: RefCell<Option<Box<dyn Any + Send>>>,
}

/// A closure, and how to call it.
#[derive(Clone, Copy)]
struct Lent<C> {
    closure: *const (),
    /// For the type of that closure: safe to call while a guard for it lives.
    call: C,
}

type CallUpdate = unsafe fn(*const (), &Change<'_>);
type CallProgress = unsafe fn(*const ()) -> ControlFlow<()>;

impl Slots {
    /// Runs a closure that C calls. `None` if it panicked, or one did before in the same statement.
    fn enter<R>(&self, f: impl FnOnce() -> R) -> Option<R> {
        if self.panic.borrow().is_some() {
            return None;
        }
        self.is_calling.set(true);
        let result = catch_unwind(AssertUnwindSafe(f));
        self.is_calling.set(false);
        result
            .map_err(|payload| *self.panic.borrow_mut() = Some(payload))
            .ok()
    }
}

impl Database {
    /// A database in memory.
    pub(crate) fn in_memory() -> Result<Self> {
        Ok(Self {
            connection: Connection::open_in_memory()?,
            slots: Rc::default(),
        })
    }

    /// Runs statements. A panic of a callback leaves it when they are over.
    pub(crate) fn execute_batch(&self, sql: &str) -> Result<()> {
        self.run(|connection| connection.execute_batch(sql))
    }

    /// Runs a query for one row.
    pub(crate) fn query_row<T>(
        &self,
        sql: &str,
        parameters: impl Params,
        f: impl FnOnce(&Row<'_>) -> Result<T>,
    ) -> Result<T> {
        self.run(|connection| connection.query_row(sql, parameters, f))
    }

    fn run<R>(&self, f: impl FnOnce(&Connection) -> R) -> R {
        self.refuse_in_a_callback();
        let result = f(&self.connection);
        if self.slots.is_stale.take() {
            if self.slots.update.get().is_none() {
                self.tell_of_updates();
            }
            if self.slots.progress.get().is_none() {
                self.tell_of_progress(None);
            }
        }
        let panic = self.slots.panic.take();
        if let Some(payload) = panic {
            resume_unwind(payload);
        }
        result
    }

    fn refuse_in_a_callback(&self) {
        assert!(
            !self.slots.is_calling.get(),
            "a callback can't use the connection that calls it"
        );
    }

    /// Lends a closure that hears of each row that changes, while its guard lives.
    ///
    /// One at a time: activating it panics while there is another.
    pub(crate) fn on_update<'a, F: Fn(&Change<'_>)>(&'a self, closure: &'a F) -> OnUpdate<'a, F> {
        OnUpdate(self, closure)
    }

    /// Lends a closure that is asked every so many instructions of the virtual machine whether to
    /// go on, while its guard lives. `Break` ends the statement with an error.
    ///
    /// One at a time: activating it panics while there is another.
    pub(crate) fn on_progress<'a, F: Fn() -> ControlFlow<()>>(
        &'a self,
        every: NonZero<u16>,
        closure: &'a F,
    ) -> OnProgress<'a, F> {
        OnProgress(self, every, closure)
    }

    fn handle(&self) -> *mut ffi::sqlite3 {
        // SAFETY: the handle isn't closed, and not used after the connection is.
        unsafe { self.connection.handle() }
    }

    /// What C gets as context: good for as long as `self.slots`, so as the connection.
    fn context(&self) -> *mut c_void {
        Rc::as_ptr(&self.slots).cast_mut().cast()
    }

    /// Registers or removes the update hook, as its slot says.
    fn tell_of_updates(&self) {
        let hook: Option<unsafe extern "C" fn(_, _, _, _, _)> = self.slots.update.get().map(|_| {
            let hook: unsafe extern "C" fn(_, _, _, _, _) = update_hook;
            hook
        });
        // SAFETY: the connection is open, and runs no callback. The hook is for this kind of context,
        // which lives until the connection is closed: it is the later field of `Database`.
        unsafe { ffi::sqlite3_update_hook(self.handle(), hook, self.context()) };
    }

    /// Registers the progress handler, or removes it.
    fn tell_of_progress(&self, every: Option<NonZero<u16>>) {
        let (every, handler): (c_int, Option<unsafe extern "C" fn(_) -> _>) = match every {
            Some(every) => (every.get().into(), Some(progress_handler)),
            None => (0, None),
        };
        // SAFETY: as in `tell_of_updates`.
        unsafe { ffi::sqlite3_progress_handler(self.handle(), every, handler, self.context()) };
    }
}

/// Called by C for each row that changes.
unsafe extern "C" fn update_hook(
    context: *mut c_void,
    operation: c_int,
    _database: *const c_char,
    table: *const c_char,
    row: i64,
) {
    // SAFETY: what was registered is a `Slots` that lives as long as the connection.
    let slots = unsafe { &*context.cast_const().cast::<Slots>() };
    let Some(lent) = slots.update.get() else {
        return;
    };
    slots.enter(|| {
        // SAFETY: "The third and fourth arguments to the callback contain pointers to the database and
        // table name containing the affected row": a C string, for the time of the call.
        let table = unsafe { CStr::from_ptr(table) };
        let change = Change {
            operation: match operation {
                ffi::SQLITE_INSERT => Operation::Insert,
                ffi::SQLITE_UPDATE => Operation::Update,
                _ => Operation::Delete,
            },
            table: table.to_string_lossy(),
            row,
        };
        // SAFETY: it is in the slot, so its guard lives. If that is dropped by the closure itself,
        // the closure is still borrowed: the guard's lifetime ends after this statement.
        unsafe { (lent.call)(lent.closure, &change) }
    });
}

/// Called by C every so often. What isn't 0 ends the statement.
unsafe extern "C" fn progress_handler(context: *mut c_void) -> c_int {
    // SAFETY: as in `update_hook`.
    let slots = unsafe { &*context.cast_const().cast::<Slots>() };
    let Some(lent) = slots.progress.get() else {
        return 0;
    };
    slots
        // SAFETY: as in `update_hook`.
        .enter(|| unsafe { (lent.call)(lent.closure) })
        .is_none_or(|flow| flow.is_break())
        .into()
}

/// An update hook that isn't registered yet.
pub(crate) struct OnUpdate<'a, F>(&'a Database, &'a F);

/// A registered update hook. Dropping it ends the lending.
#[derive(Unleak)]
pub(crate) struct Updates<'a, F> {
    database: &'a Database,
    closure: PhantomData<&'a F>,
}

impl<'a, F: Fn(&Change<'_>)> Activate for OnUpdate<'a, F> {
    type Guard = Updates<'a, F>;

    unsafe fn activate(self) -> Self::Guard {
        unsafe fn call<F: Fn(&Change<'_>)>(closure: *const (), change: &Change<'_>) {
            // SAFETY: the slot holds this function with an `F`, while the guard for it lives.
            (unsafe { &*closure.cast::<F>() })(change);
        }
        let Self(database, closure) = self;
        database.refuse_in_a_callback();
        assert!(
            database.slots.update.get().is_none(),
            "there is an update hook"
        );
        database.slots.update.set(Some(Lent {
            closure: ptr::from_ref(closure).cast(),
            call: call::<F>,
        }));
        database.tell_of_updates();
        Updates {
            database,
            closure: PhantomData,
        }
    }
}

impl<F> Drop for Updates<'_, F> {
    fn drop(&mut self) {
        self.database.slots.update.set(None); // from here on the closure isn't called
        if self.database.slots.is_calling.get() {
            self.database.slots.is_stale.set(true);
        } else {
            self.database.tell_of_updates();
        }
    }
}

/// A progress handler that isn't registered yet.
pub(crate) struct OnProgress<'a, F>(&'a Database, NonZero<u16>, &'a F);

/// A registered progress handler. Dropping it ends the lending.
#[derive(Unleak)]
pub(crate) struct Progress<'a, F> {
    database: &'a Database,
    closure: PhantomData<&'a F>,
}

impl<'a, F: Fn() -> ControlFlow<()>> Activate for OnProgress<'a, F> {
    type Guard = Progress<'a, F>;

    unsafe fn activate(self) -> Self::Guard {
        unsafe fn call<F: Fn() -> ControlFlow<()>>(closure: *const ()) -> ControlFlow<()> {
            // SAFETY: the slot holds this function with an `F`, while the guard for it lives.
            (unsafe { &*closure.cast::<F>() })()
        }
        let Self(database, every, closure) = self;
        database.refuse_in_a_callback();
        assert!(
            database.slots.progress.get().is_none(),
            "there is a progress handler"
        );
        database.slots.progress.set(Some(Lent {
            closure: ptr::from_ref(closure).cast(),
            call: call::<F>,
        }));
        database.tell_of_progress(Some(every));
        Progress {
            database,
            closure: PhantomData,
        }
    }
}

impl<F> Drop for Progress<'_, F> {
    fn drop(&mut self) {
        self.database.slots.progress.set(None); // from here on the closure isn't called
        if self.database.slots.is_calling.get() {
            self.database.slots.is_stale.set(true);
        } else {
            self.database.tell_of_progress(None);
        }
    }
}
