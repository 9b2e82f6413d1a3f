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
            amount of work. An arena takes its memory in chunks.",
    unit: "guards",
    sizes: &[1, 10, 100, 1000],
    columns: &[
        "Vec of Box",
        "leak::local_scope",
        "leak::scope",
        "leak::arena",
    ],
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

/// Self-borrowing structs, built and dropped.
pub const SELF_BUILD: Area = Area {
    group: "self-borrow-build",
    title: "Self-borrowing structs: built and dropped",
    about: "A `String` is made, a struct is built of it and a `&str` into it, and dropped. \"Unsafe\" is the same \
            by hand. `ouroboros` puts the string, and `self_cell` both, into a box of their own.",
    unit: "bytes of text",
    sizes: &[16, 256, 4096],
    columns: &["unsafe", "ouroboros", "self_cell", "yoke", "self_borrow"],
};

/// Self-borrowing structs, moved.
pub const SELF_MOVE: Area = Area {
    group: "self-borrow-move",
    title: "Self-borrowing structs: moved",
    about: "The same struct goes by value through a function that is not inlined. What is one pointer (`self_cell`) \
            is moved faster than what isn't.",
    unit: "moves",
    sizes: &[1, 16, 256],
    columns: &["unsafe", "ouroboros", "self_cell", "yoke", "self_borrow"],
};

/// Self-borrowing structs, read.
pub const SELF_READ: Area = Area {
    group: "self-borrow-read",
    title: "Self-borrowing structs: the dependent is read",
    about: "The lengths of the dependents of many such structs, in a vector, are added up. `self_cell` has one more \
            pointer to follow.",
    unit: "structs",
    sizes: &[1, 64, 4096],
    columns: &["unsafe", "ouroboros", "self_cell", "yoke", "self_borrow"],
};

/// Self-borrowing structs, changed.
pub const SELF_MUTATE: Area = Area {
    group: "self-borrow-mutate",
    title: "Self-borrowing structs: changed through a mutable lend",
    about: "A `&mut String` into an owned `String`: a character is pushed, and popped again, in many such structs in a \
            vector. `yoke` doesn't lend mutably.",
    unit: "structs",
    sizes: &[1, 64, 4096],
    columns: &["unsafe", "ouroboros", "self_cell", "self_borrow"],
};

/// Pointers cloned and dropped.
pub const COUNT: Area = Area {
    group: "capsule-count",
    title: "Capsules: pointers cloned and dropped",
    about: "Each of so many pointers, to different values, is cloned, and the clone is dropped. `capsule::Rc` is \
            the `Rc` of std with a lifetime more. `task::Rc` looks who is running; `SendRc` (of `sendable`) looks which \
            thread it is. `token::Rc` has `dup` and `free`, by a token. Nobody else uses the `Arc`s; where others do, \
            they are slower.",
    unit: "pointers",
    sizes: &[1, 1000],
    columns: &[
        "std::rc::Rc",
        "capsule::Rc",
        "task::Rc",
        "token::Rc",
        "sendable::SendRc",
        "Arc",
    ],
};

/// Graphs built, walked and dropped.
pub const GRAPH: Area = Area {
    group: "capsule-graph",
    title: "Capsules: a graph, built, walked and dropped",
    about: "A tree whose nodes have two children and a link back to the parent. Every node is visited, and the \
            link back is followed, twice. In `capsule::Rc`, links are `Cell`s, which cost nothing; in the others, each has \
            a `RefCell` or a `Mutex`.",
    unit: "nodes",
    sizes: &[1_000, 10_000, 100_000],
    columns: &["Rc<RefCell>", "capsule::Rc", "task::Rc", "Arc<Mutex>"],
};

/// Doubly-linked lists.
pub const LIST: Area = Area {
    group: "capsule-list",
    title: "Capsules: a doubly-linked list",
    about: "It is built, walked from both ends, and dropped. `ghost-cell` and `static-rc` are the crates that their \
            authors show this with: a node has two owners, by its type, and no count. That is less to write than \
            two counts, and shows. `LinkedList` of std is unsafe code with two pointers a node.",
    unit: "nodes",
    sizes: &[1_000, 10_000, 100_000],
    columns: &[
        "Rc<RefCell>",
        "capsule::Rc",
        "ghost-cell + static-rc",
        "LinkedList",
    ],
};

/// Lists sent.
pub const SEND: Area = Area {
    group: "capsule-send",
    title: "Capsules: sent and merged",
    about: "A list, with links back, goes through a channel, and is merged with what is there. A capsule does that \
            in a time that does not depend on its size. So does an `Arc<Mutex>`, which pays for it all the rest of the time. A \
            deep copy goes through all nodes: they are written into a vector, and made again of it.",
    unit: "nodes",
    sizes: &[1_000, 10_000, 100_000, 1_000_000, 10_000_000],
    columns: &["capsule", "Arc<Mutex>", "deep copy"],
};

/// Lists parked and sent.
pub const PARK: Area = Area {
    group: "capsule-park",
    title: "Capsules: sent, beside pointers that are parked",
    about: "The same, beside `SendRc` of `sendable`, where every pointer is parked before it is sent, and all are \
            revived at once after. It needs no lifetimes, and no closure to work in.",
    unit: "nodes",
    sizes: &[1_000, 10_000],
    columns: &["capsule", "deep copy", "sendable"],
};

/// Tasks that hold graphs.
pub const TASKS: Area = Area {
    group: "capsule-tasks",
    title: "Tasks: graphs held across `.await`",
    about: "So many tasks of `tokio` each hold a ring of ten nodes, yield a hundred times, and clone and drop ten pointers \
            in between. A `LocalSet` runs futures that aren't `Send`, on one thread. The others \
            run on two.",
    unit: "tasks",
    sizes: &[1_000, 10_000],
    columns: &["LocalSet, Rc", "task::Rc", "token::Rc", "Arc"],
};

/// Children of a structured scope.
pub const STRUCTURED_SCOPE: Area = Area {
    group: "structured-scope",
    title: "Structured: a scope and its children",
    about: "The work of the first table, with `leak::structured::scope`, whose threads are kept for the \
            next child. `scope-lock` extends the lifetimes of closures; they run on threads of \
            `std::thread::spawn` here. `rayon` runs all children on a fixed number of threads, so one that \
            waits for another may wait for ever; where they only compute, that is the better deal \
            for many small ones.",
    unit: "children",
    sizes: &[1, 2, 8, 64],
    columns: &[
        "std::thread::scope",
        "structured::scope",
        "leak::scope",
        "crossbeam::scope",
        "rayon::scope",
        "scope-lock",
    ],
};

/// From cancelling to the end.
pub const STRUCTURED_CANCEL: Area = Area {
    group: "structured-cancel",
    title: "Structured: from cancelling sleeping children to the end of the scope",
    about: "Children sleep. They are told to end, and the scope waits for them. By hand: a flag and \
            `unpark`.",
    unit: "children",
    sizes: &[1, 8, 64],
    columns: &["by hand", "ThreadSet::cancel"],
};

/// Entering and leaving.
pub const STRUCTURED_EDGES: Area = Area {
    group: "structured-edges",
    title: "Structured: entering and leaving an edge",
    about: "One thread, nobody else there: what the words of state cost. A `Weak` that is upgraded can \
            be revoked, but keeps the value alive, and its owner can't wait. The locks can be waited \
            for, but live somewhere.",
    unit: "rounds",
    sizes: &[1, 1000],
    columns: &[
        "Weak::upgrade",
        "RwLock::read",
        "Mutex::lock",
        "Edge::enter",
        "Borrowed::enter",
    ],
};

/// A queue between two threads.
pub const STRUCTURED_QUEUE: Area = Area {
    group: "structured-queue",
    title: "Structured: 50,000 numbers from a producer to a consumer",
    about: "Two threads are started, the numbers go through a bounded queue, and the threads end. The \
            channels' threads are those of `std::thread::scope`.",
    unit: "capacity",
    sizes: &[1, 16, 256, 4096],
    columns: &["crossbeam-channel", "std::sync::mpsc", "produce_consume"],
};

/// Time in a queue.
pub const STRUCTURED_LATENCY: Area = Area {
    group: "structured-latency",
    title: "Structured: time from push to pop, 99th percentile",
    about: "A producer pushes the time of day every ten microseconds, a consumer waits for it: mostly \
            the time to wake a thread.",
    unit: "capacity",
    sizes: &[16],
    columns: &["crossbeam-channel", "std::sync::mpsc", "produce_consume"],
};

/// Jobs for a pool.
pub const STRUCTURED_POOL: Area = Area {
    group: "structured-pool",
    title: "Structured: 200 jobs for two workers",
    about: "A pool is opened, jobs that keep a processor busy for so long are handed out, each result \
            comes back to the parent, and the pool ends. `rayon`'s threads are there already. A job of \
            the pool is lent over an edge that can be revoked, which costs an allocation.",
    unit: "ns a job",
    sizes: &[1000, 10_000, 1_000_000],
    columns: &["crossbeam-channel", "rayon::scope", "worker_pool"],
};

/// Nested structs destroyed asynchronously.
pub const ASYNC_NESTED: Area = Area {
    group: "async-nested",
    title: "Asynchronous destructors: nested structs",
    about: "A struct of three, in a struct of three, and so on; each leaf has a number and a `String`, and waits once. By hand, \
            each struct has an `async fn close(self)` that closes its fields in turn; the same future promises what ours do \
            (ready again when it is polled after its end) if it is fused. By hand each value is moved into the future that \
            closes it; glue destroys it where it is, so it gains with what is nested, and pays for its outermost future. \
            `async-drop-guard` boxes a future for each leaf, and has no glue.",
    unit: "leaves",
    sizes: &[1, 3, 9, 27],
    columns: &[
        "by hand",
        "leak::async_drop",
        "by hand, fused",
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
        "by hand, fused",
        "async-drop-guard",
    ],
};

/// An `async fn`, by hand.
pub const BY_HAND: Area = Area {
    group: "self-borrow-async",
    title: "Self-borrows: an `async fn` by hand",
    about: "A future that lends its string across three `await`s, each pending so often, is polled to its end. By hand, it is an enum of \
            states that `own-ref` changes in place, in safe code; nothing but the compiler's own can be beside it.",
    unit: "polls of each",
    sizes: &[0, 1, 16],
    columns: &["async fn", "self_borrow and own_ref"],
};

/// All areas, in the order of the report.
pub const AREAS: &[Area] = &[
    SCOPE,
    JOIN,
    DROP,
    FORGET,
    STRUCTURED_SCOPE,
    STRUCTURED_CANCEL,
    STRUCTURED_EDGES,
    STRUCTURED_QUEUE,
    STRUCTURED_LATENCY,
    STRUCTURED_POOL,
    PASS,
    FIELDS,
    CALL,
    BUILD,
    STATES,
    SELF_BUILD,
    SELF_MOVE,
    SELF_READ,
    SELF_MUTATE,
    BY_HAND,
    COUNT,
    GRAPH,
    LIST,
    SEND,
    PARK,
    TASKS,
    ASYNC_NESTED,
    ASYNC_VEC,
];
