//! What is measured, beside whom: shared by the benchmarks and the report.

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

/// All areas, in the order of the report.
pub const AREAS: &[Area] = &[SCOPE, JOIN, DROP, FORGET];
