//! What is refused only when code is generated, so that `cargo check` doesn't see it, nor do tests
//! that check. Each case has a twin that compiles. Only documentation tests see this file.

/// A shared field that is elsewhere: the type before it has another size.
///
/// ```
/// # #[macro_use] mod fields { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expanded/fields_macro.rs")); }
/// fields! { #[repr(C)] struct A { x: u8, y: u32 } }
/// fields! { #[repr(C)] struct B { x: u8, y: u32 } }
/// # use own_ref::{Part, part::{Absent, Present}};
/// fn carry(part: Part<'_, A, (Present, (Present, ()))>) {
///     drop(part.carry::<B>(()));
/// }
/// # let mut slot = own_ref::Slot::<A>::new();
/// # fn never<T>() -> Option<T> { None }
/// # if let Some(part) = never() { carry(part) }
/// ```
///
/// ```compile_fail,E0080
/// # #[macro_use] mod fields { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expanded/fields_macro.rs")); }
/// fields! { #[repr(C)] struct A { x: u8, y: u32 } }
/// fields! { #[repr(C, packed)] struct B { x: u8, y: u32 } }
/// # use own_ref::{Part, part::{Absent, Present}};
/// fn carry(part: Part<'_, A, (Present, (Present, ()))>) {
///     drop(part.carry::<B>(()));
/// }
/// # let mut slot = own_ref::Slot::<A>::new();
/// # fn never<T>() -> Option<T> { None }
/// # if let Some(part) = never() { carry(part) }
/// ```
pub mod offset {}

/// The other state is larger than the memory.
///
/// ```
/// # #[macro_use] mod fields { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expanded/fields_macro.rs")); }
/// fields! { #[repr(C)] struct A { x: u8, y: u32 } }
/// fields! { #[repr(C)] struct B { x: u8, y: u32, z: () } }
/// # use own_ref::{Part, part::{Absent, Present}};
/// fn carry(part: Part<'_, A, (Present, (Present, ()))>) {
///     drop(part.carry::<B>(()));
/// }
/// # let mut slot = own_ref::Slot::<A>::new();
/// # fn never<T>() -> Option<T> { None }
/// # if let Some(part) = never() { carry(part) }
/// ```
///
/// ```compile_fail,E0080
/// # #[macro_use] mod fields { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expanded/fields_macro.rs")); }
/// fields! { #[repr(C)] struct A { x: u8, y: u32 } }
/// fields! { #[repr(C)] struct B { x: u8, y: u32, z: u32 } }
/// # use own_ref::{Part, part::{Absent, Present}};
/// fn carry(part: Part<'_, A, (Present, (Present, ()))>) {
///     drop(part.carry::<B>(()));
/// }
/// # let mut slot = own_ref::Slot::<A>::new();
/// # fn never<T>() -> Option<T> { None }
/// # if let Some(part) = never() { carry(part) }
/// ```
pub mod size {}

/// The other state needs a stricter alignment than the memory has.
///
/// ```
/// # #[macro_use] mod fields { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expanded/fields_macro.rs")); }
/// fields! { #[repr(C)] struct A { x: u8, y: u32 } }
/// fields! { #[repr(C, align(4))] struct B { x: u8, y: u32 } }
/// # use own_ref::{Part, part::{Absent, Present}};
/// fn carry(part: Part<'_, A, (Present, (Present, ()))>) {
///     drop(part.carry::<B>(()));
/// }
/// # let mut slot = own_ref::Slot::<A>::new();
/// # fn never<T>() -> Option<T> { None }
/// # if let Some(part) = never() { carry(part) }
/// ```
///
/// ```compile_fail,E0080
/// # #[macro_use] mod fields { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expanded/fields_macro.rs")); }
/// fields! { #[repr(C)] struct A { x: u8, y: u32 } }
/// fields! { #[repr(C, align(8))] struct B { x: u8, y: u32 } }
/// # use own_ref::{Part, part::{Absent, Present}};
/// fn carry(part: Part<'_, A, (Present, (Present, ()))>) {
///     drop(part.carry::<B>(()));
/// }
/// # let mut slot = own_ref::Slot::<A>::new();
/// # fn never<T>() -> Option<T> { None }
/// # if let Some(part) = never() { carry(part) }
/// ```
pub mod alignment {}

/// A shared field with another name: of the same type, but not the same field.
///
/// ```
/// # #[macro_use] mod fields { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expanded/fields_macro.rs")); }
/// fields! { #[repr(C)] struct A { x: u8, y: u32 } }
/// fields! { #[repr(C)] struct B { x: u8, y: u32 } }
/// # use own_ref::{Part, part::{Absent, Present}};
/// fn carry(part: Part<'_, A, (Present, (Present, ()))>) {
///     drop(part.carry::<B>(()));
/// }
/// # let mut slot = own_ref::Slot::<A>::new();
/// # fn never<T>() -> Option<T> { None }
/// # if let Some(part) = never() { carry(part) }
/// ```
///
/// ```compile_fail,E0080
/// # #[macro_use] mod fields { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expanded/fields_macro.rs")); }
/// fields! { #[repr(C)] struct A { x: u8, y: u32 } }
/// fields! { #[repr(C)] struct B { x: u8, w: u32 } }
/// # use own_ref::{Part, part::{Absent, Present}};
/// fn carry(part: Part<'_, A, (Present, (Present, ()))>) {
///     drop(part.carry::<B>(()));
/// }
/// # let mut slot = own_ref::Slot::<A>::new();
/// # fn never<T>() -> Option<T> { None }
/// # if let Some(part) = never() { carry(part) }
/// ```
pub mod name {}

/// An enum with another representation than its payloads say.
///
/// ```
/// # #[macro_use] mod fields { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expanded/fields_macro.rs")); }
/// #[repr(C, u8)] #[allow(dead_code)] enum E { A(u16), B(u64), C }
/// # use own_ref::states::Layout;
/// const LAYOUT: Layout = Layout::of::<E>(&[Layout::payload::<u16>(), Layout::payload::<u64>()]);
/// assert_eq!(LAYOUT.offset(), 8);
/// ```
///
/// ```compile_fail,E0080
/// # #[macro_use] mod fields { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expanded/fields_macro.rs")); }
/// #[repr(u8)] #[allow(dead_code)] enum E { A(u16), B([u8; 8]), C }
/// # use own_ref::states::Layout;
/// const LAYOUT: Layout = Layout::of::<E>(&[Layout::payload::<u16>(), Layout::payload::<u64>()]);
/// assert_eq!(LAYOUT.offset(), 8);
/// ```
pub mod layout {}
