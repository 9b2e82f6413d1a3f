//! `async_drop`: everything is destroyed once, in order, wherever the destructor is stopped.

mod await_guard;
mod combinators;
mod containers;
mod derive;
mod dynamic;
mod exclusive;
mod executors;
mod glue;
mod in_place;
mod panics;
mod pinned;
mod scope;
mod scope_policy;
mod steps;
