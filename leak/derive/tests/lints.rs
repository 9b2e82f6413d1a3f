//! No lint fires in what the macros write, so crates can forbid all of them.
#![deny(
    future_incompatible,
    let_underscore,
    dead_code,
    nonstandard_style,
    refining_impl_trait,
    rust_2018_compatibility,
    rust_2018_idioms,
    rust_2021_compatibility,
    rust_2024_compatibility,
    unused
)]
#![deny(clippy::all, clippy::pedantic, clippy::nursery)]
// Off by default.
#![forbid(
    absolute_paths_not_starting_with_crate,
    ambiguous_negative_literals,
    explicit_outlives_requirements,
    ffi_unwind_calls,
    impl_trait_redundant_captures,
    macro_use_extern_crate,
    meta_variable_misuse,
    missing_docs,
    missing_unsafe_on_extern,
    redundant_imports,
    redundant_lifetimes,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unit_bindings,
    unnameable_types,
    unreachable_pub,
    unsafe_code,
    unsafe_op_in_unsafe_fn,
    unused_import_braces,
    unused_lifetimes,
    unused_qualifications,
    unused_results,
    variant_size_differences
)]
// On by default, and easily broken by generated code.
#![forbid(
    elided_lifetimes_in_paths,
    irrefutable_let_patterns,
    non_camel_case_types,
    non_local_definitions,
    non_snake_case,
    private_bounds,
    private_interfaces,
    trivial_bounds,
    unreachable_code,
    unreachable_patterns,
    unused_parens,
    unused_unsafe,
    unused_variables
)]

use leak::{Leak, Unleak, framed, leak_bounds};

/// A struct.
#[derive(Leak)]
#[deprecated]
#[expect(dead_code, reason = "the derive is no use of a field")]
pub(crate) struct Old<'a, T: ?Sized, const N: usize>
where
    Self: Sized,
{
    /// A field.
    #[deprecated]
    pub(crate) field: &'a [u8; N],
    /// A field.
    pub(crate) r#type: core::marker::PhantomData<T>,
}

/// A packed struct.
#[derive(Leak)]
#[repr(C, packed)]
pub(crate) struct Packed<T>(u8, T, core::convert::Infallible);

/// An enum.
#[derive(Leak)]
#[expect(dead_code, reason = "the derive is no use of a variant or field")]
pub(crate) enum List<T> {
    /// A variant.
    Nil,
    /// A variant.
    Cons(T, Box<Self>),
    /// A variant.
    #[deprecated]
    Named {
        /// A field.
        field_name: core::convert::Infallible,
    },
}

/// An empty enum.
#[derive(Leak)]
pub(crate) enum Never {}

/// A union.
#[derive(Leak)]
#[expect(dead_code, reason = "the derive is no use of a field")]
pub(crate) union Bits {
    /// A field.
    pub(crate) field: u8,
    /// A field.
    pub(crate) other: i8,
}

/// A guard.
#[derive(Unleak)]
pub(crate) struct Guard<'data>(&'data mut u8);

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        *self.0 = 0;
    }
}

/// A bounded struct.
#[leak_bounds]
#[derive(Leak)]
pub(crate) struct Queue<T, U: ?Leak = u8>
where
    T: Clone,
{
    items: Vec<(T, U)>,
}

#[leak_bounds]
impl<T: Clone, U: ?Leak> Queue<T, U> {
    /// A method.
    pub(crate) fn visit(&self, visit: &mut (impl FnMut(&T, &U) + ?Leak), note: &impl Clone) {
        for (left, right) in &self.items {
            visit(left, right);
        }
        drop(note.clone());
    }
}

/// A framed function.
///
/// # Errors
///
/// If there is nothing to do.
#[framed]
pub(crate) fn sum(numbers: &[u32]) -> Result<u32, &'static str> {
    let (left, right) = numbers.split_at(numbers.len() >> 1_u8);
    frame!(outer);
    let guard = outer.spawn(|| left.iter().sum::<u32>());
    if right.is_empty() {
        return Err("nothing to do");
    }
    let right = {
        frame!(inner);
        inner
            .spawn(|| right.iter().sum::<u32>())
            .join()
            .unwrap_or(0)
    };
    Ok(guard.join().unwrap_or(0).wrapping_add(right))
}

/// Mentions what nobody makes.
#[expect(deprecated, reason = "only there to be mentioned")]
fn mention(_: Option<&(Never, Bits, Packed<u8>, Old<'_, str, 1>)>, _: [List<u8>; 2]) {}

/// Uses what is private.
pub(crate) fn run() -> Result<u32, &'static str> {
    mention(None, [List::Nil, List::Cons(1, Box::new(List::Nil))]);
    let mut byte = 1;
    drop(Guard(&mut byte));
    let queue = Queue {
        items: vec![(1_u8, byte)],
    };
    let mut seen = 0;
    queue.visit(&mut |left, right| seen += left + right, &1_u8);
    sum(&[1, 2, u32::from(seen)])
}
#[test]
fn everything_runs() {
    assert_eq!(run(), Ok(4));
}
