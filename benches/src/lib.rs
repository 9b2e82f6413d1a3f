//! What is measured, beside whom: shared by the benchmarks and the report.

use core::time::Duration;

/// How long each contestant runs before it is measured.
pub const WARM_UP: Duration = Duration::from_millis(300);

/// How long it is measured.
pub const MEASURE: Duration = Duration::from_millis(1200);

/// One table and one plot of the report: a criterion group.
#[derive(Debug)]
pub struct Area {
    /// The group's name, and the plot's file name.
    pub group: &'static str,
    /// The heading.
    pub title: &'static str,
    /// What the numbers are about.
    pub about: &'static str,
    /// What a row counts.
    pub unit: &'static str,
    /// The parameter of each row.
    pub sizes: &'static [usize],
    /// The contestants, by the name of their column. The others are given as ratios to the first.
    pub columns: &'static [&'static str],
}

/// Threads of a scope, left to it.
pub const SCOPE: Area = Area {
    group: "leak-scope",
    title: "Scope: children left to the scope",
    about: "A scope is opened, starts threads that do nothing, and ends. Nobody joins them but the \
            scope. `rayon::scope` starts no threads, it hands jobs to a pool: for fork and join \
            of small jobs it is the right choice, and this is by how much.",
    unit: "children",
    sizes: &[1, 2, 8, 64],
    columns: &[
        "std::thread::scope",
        "leak::scope",
        "crossbeam::scope",
        "rayon::scope",
    ],
};

/// Threads of a scope, joined.
pub const JOIN: Area = Area {
    group: "leak-join",
    title: "Scope: children joined, with results",
    about: "The same, but the guards go into a `Vec`, and each is joined for its result.",
    unit: "children",
    sizes: &[1, 2, 8, 64],
    columns: &["std::thread::scope", "leak::scope", "crossbeam::scope"],
};

/// Guards destroyed through their handles.
pub const DROP: Area = Area {
    group: "leak-guards-dropped",
    title: "Guards: held, then dropped",
    about: "In an open place, guards are activated into handles, and the handles are dropped in the \
            same order. `scopeguard` and the plain local don't outlive being forgotten; they show \
            what the guarantee costs. `Box` is what a handle costs in memory.",
    unit: "guards",
    sizes: &[1, 10, 100, 1000],
    columns: &[
        "plain local",
        "scopeguard",
        "Box",
        "leak::local_scope",
        "leak::scope",
    ],
};

/// Guards destroyed by their place.
pub const FORGET: Area = Area {
    group: "leak-guards-forgotten",
    title: "Guards: held, forgotten, destroyed by the place",
    about: "The place is part of the work here: it is opened, the handles are forgotten, and its end \
            destroys the guards. No peer does that; a `Vec` of boxes that is dropped does the same \
            amount of work.",
    unit: "guards",
    sizes: &[1, 10, 100, 1000],
    columns: &["Vec of Box", "leak::local_scope", "leak::scope"],
};

/// Owned references as arguments.
pub const PASS: Area = Area {
    group: "own-pass",
    title: "Owned references: passed on",
    about: "A value with a destructor is built, and goes through three functions that are not inlined; \
            the last reads a word and drops it. All but `Box` need no heap. \"Unsafe\" is a raw \
            pointer to the stack and `drop_in_place`, by hand. An `Own` is that pointer. So is a \
            `StackBox`, which is at least as fast here; and what is small is as well \
            passed by value.",
    unit: "bytes",
    sizes: &[64, 512, 4096],
    columns: &[
        "unsafe",
        "by value",
        "Box",
        "moveit",
        "stackbox",
        "own_ref::Own",
    ],
};

/// Fields moved out.
pub const FIELDS: Area = Area {
    group: "own-fields",
    title: "Owned references: one field moved out, the others dropped",
    about: "A struct with three fields, each with a destructor, is built, and handed to a function that \
            consumes one field by value and drops the others. `Option::take` and `Dropping` do it in \
            the destructor of the struct: there, a local or a box can't be taken apart. Both are \
            values, and handing them over moves the whole struct; `Option::take` and \
            `Dropping` are about level; the gain is safety from `None`, not speed. `moveit` and `stackbox` \
            don't move single fields out.",
    unit: "bytes a field",
    sizes: &[8, 64, 512],
    columns: &[
        "unsafe",
        "local",
        "Option::take",
        "Box",
        "Own::split",
        "own_ref::Dropping",
    ],
};

/// Closures called once.
pub const CALL: Area = Area {
    group: "own-call",
    title: "Owned references: a closure called once",
    about: "A closure that must be called by value is erased, and called. \"Unsafe\" is a pointer to the \
            closure beside a pointer to a function; `Option::take` is the idiom for passing such a \
            closure as `&mut dyn FnMut`. `stackbox` does what `own_ref` does, with types of its own for \
            closures, and is as fast or ahead. A `MoveRef<dyn FnOnce()>` of `moveit` can't be called.",
    unit: "bytes captured",
    sizes: &[8, 64, 512],
    columns: &[
        "unsafe",
        "Box<dyn FnOnce>",
        "Option::take",
        "stackbox",
        "Own<dyn CallOnce>",
    ],
};

/// Big values built.
pub const BUILD: Area = Area {
    group: "own-build",
    title: "In place: a big value on the heap, built and freed",
    about: "An array of computed words. The thread has a stack of 512 MiB, or `Box::new` of an array \
            might overflow it. `vec!` is `vec![0; n]`, then written; `collect` makes a boxed slice \
            from a range. `unsafe` and `moveit` (`new::by_raw`) are the same loop by hand over raw \
            pointers. At 64 MiB the allocator gets new pages from the system each time, and these \
            are most of the work; the loop by hand is in that row twice, and the difference is noise. \
            That the recipes copy nothing is no matter of time: \
            `own-ref/tests/asm.rs` looks at the instructions.",
    unit: "MiB",
    sizes: &[1, 8, 64],
    columns: &[
        "unsafe",
        "Box::new",
        "vec!",
        "collect",
        "moveit",
        "BoxHole::build",
        "boxed::init_slice",
    ],
};

/// States changed.
pub const STATES: Area = Area {
    group: "own-states",
    title: "In place: an enum goes to its next state",
    about: "Two states share a field of this size, and take turns; one small field is read, another \
            written. `mem::replace` and `Option::take` are the idioms for a state that is matched by \
            value. \"Unsafe\" is a tag and a union, by hand; it has no state for a panic in between. \
            From run to run, now it and now `states::update` is ahead, by up to half a nanosecond or so.",
    unit: "bytes shared",
    sizes: &[16, 256, 4096],
    columns: &["unsafe", "mem::replace", "Option::take", "states::update"],
};

/// Nested structs destroyed asynchronously.
pub const ASYNC_NESTED: Area = Area {
    group: "async-nested",
    title: "Asynchronous destructors: nested structs",
    about: "A struct of three, in a struct of three, and so on; each leaf has a number and a `String`, and waits once. By hand, \
            each struct has an `async fn close(self)` that closes its fields in turn. The glue of a leaf is \
            one future more around its own code; a field that is dropped anyway costs a nanosecond or two, unless \
            it is marked `#[async_drop(sync)]`. `async-drop-guard` boxes a future for each leaf, and has no glue.",
    unit: "leaves",
    sizes: &[1, 3, 9, 27],
    columns: &[
        "by hand",
        "leak::async_drop",
        "with fields marked sync",
        "async-drop-guard",
    ],
};

/// Vectors destroyed asynchronously.
pub const ASYNC_VEC: Area = Area {
    group: "async-vec",
    title: "Asynchronous destructors: a vector",
    about: "The same leaves in a `Vec`. By hand, that is a loop that closes each.",
    unit: "leaves",
    sizes: &[10, 1000, 100_000],
    columns: &[
        "by hand",
        "leak::async_drop",
        "with fields marked sync",
        "async-drop-guard",
    ],
};

/// All areas, in the order of the report.
pub const AREAS: &[Area] = &[
    SCOPE,
    JOIN,
    DROP,
    FORGET,
    PASS,
    FIELDS,
    CALL,
    BUILD,
    STATES,
    ASYNC_NESTED,
    ASYNC_VEC,
];
