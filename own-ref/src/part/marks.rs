//! Whether a field is there.

mod sealed {
    #[expect(
        unnameable_types,
        reason = "sealed: `Part` drops what the marks say is there"
    )]
    pub trait Sealed {}
}

/// The field holds a value.
///
/// # Examples
///
/// See [`Part`](crate::Part).
#[derive(Debug, Clone, Copy)]
pub enum Present {}

/// The field's memory is uninitialised.
///
/// # Examples
///
/// See [`Part`](crate::Part).
#[derive(Debug, Clone, Copy)]
pub enum Absent {}

impl sealed::Sealed for Present {}
impl sealed::Sealed for Absent {}

/// [`Present`] or [`Absent`].
///
/// # Examples
///
/// See [`Part`](crate::Part).
pub trait Mark: sealed::Sealed {
    /// Whether the field holds a value.
    const PRESENT: bool;
}

impl Mark for Present {
    const PRESENT: bool = true;
}

impl Mark for Absent {
    const PRESENT: bool = false;
}

/// [`Present`].
///
/// # Examples
///
/// See [`Part`](crate::Part).
#[diagnostic::on_unimplemented(
    message = "the field is not initialised yet",
    label = "this needs a field that is `Present`"
)]
pub trait IsPresent: Mark {}

impl IsPresent for Present {}

/// [`Absent`].
///
/// # Examples
///
/// See [`Part`](crate::Part).
#[diagnostic::on_unimplemented(
    message = "the field is initialised already",
    label = "this needs a field that is `Absent`",
    note = "take the old value out first, or change it in place"
)]
pub trait IsAbsent: Mark {}

impl IsAbsent for Absent {}
