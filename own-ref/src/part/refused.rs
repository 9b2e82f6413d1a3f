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

/// A field that turns, and is elsewhere in the other state.
///
/// ```
/// use own_ref::{Fields, States, part::replace, states::update_pin};
/// #[derive(Fields)] #[repr(C)] struct A { x: u8, #[pin] y: u32 }
/// #[derive(Fields)] #[repr(C)] struct B { x: [u8; 4], #[pin] y: f32 }
/// #[derive(States)] #[repr(C, u8)] enum E { A(A), B(B), #[sentinel] C }
/// let mut e = core::pin::pin!(E::A(A { x: 1, y: 1 }));
/// update_pin(e.as_mut(), |now| match now.state() {
///     EState::A(state) => {
///         let b = BPart::of(state.part().drop_x().turn_y(replace(|y: u32| y as f32)));
///         b.set_x(Default::default()).finish().next()
///     }
///     EState::B(state) => state.next(),
///     EState::C(vacant) => vacant.rest(),
/// });
/// assert!(matches!(*e, E::B(B { y: 1.0, .. })));
/// ```
///
/// ```compile_fail,E0080
/// use own_ref::{Fields, States, part::replace, states::update_pin};
/// #[derive(Fields)] #[repr(C)] struct A { x: u8, #[pin] y: u32 }
/// #[derive(Fields)] #[repr(C)] struct B { x: [u8; 5], #[pin] y: f32 }
/// #[derive(States)] #[repr(C, u8)] enum E { A(A), B(B), #[sentinel] C }
/// let mut e = core::pin::pin!(E::A(A { x: 1, y: 1 }));
/// update_pin(e.as_mut(), |now| match now.state() {
///     EState::A(state) => {
///         let b = BPart::of(state.part().drop_x().turn_y(replace(|y: u32| y as f32)));
///         b.set_x(Default::default()).finish().next()
///     }
///     EState::B(state) => state.next(),
///     EState::C(vacant) => vacant.rest(),
/// });
/// ```
///
/// Or isn't pinned there.
///
/// ```compile_fail,E0080
/// use own_ref::{Fields, States, part::replace, states::update_pin};
/// #[derive(Fields)] #[repr(C)] struct A { x: u8, #[pin] y: u32 }
/// #[derive(Fields)] #[repr(C)] struct B { x: [u8; 4], y: f32 }
/// #[derive(States)] #[repr(C, u8)] enum E { A(A), B(B), #[sentinel] C }
/// let mut e = core::pin::pin!(E::A(A { x: 1, y: 1 }));
/// update_pin(e.as_mut(), |now| match now.state() {
///     EState::A(state) => {
///         let b = BPart::of(state.part().drop_x().turn_y(replace(|y: u32| y as f32)));
///         b.set_x(Default::default()).finish().next()
///     }
///     EState::B(state) => state.next(),
///     EState::C(vacant) => vacant.rest(),
/// });
/// ```
pub mod turned {}
