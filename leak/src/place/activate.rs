/// Something inert that becomes a live guard when activated.
///
/// A *guard* ends a lending in its destructor: it stops a transfer, unregisters a callback, joins a
/// thread. By value it can't be given to safe code, which may [forget](core::mem::forget) any
/// value, and then the borrow would end while the lending goes on. So a library hands out the
/// inert half, and a place of this crate ([`scope`](crate::scope), [`framed`](macro@crate::framed),
/// [`PinScope`](crate::PinScope), [`local_scope`](crate::local_scope)) activates it where nothing
/// can make it forgotten.
///
/// The trait is safe to implement, because this crate rests on nothing that an implementation
/// promises. It is the implementation that rests on the caller: the guard that `activate` returns
/// may lend for as long as its lifetimes last.
///
/// # Examples
///
/// A device that writes into a borrowed buffer until the guard is destroyed.
///
/// ```
/// use leak::{Activate, Leak};
/// # mod device {
/// #     use std::sync::atomic::{AtomicPtr, Ordering};
/// #     static TARGET: AtomicPtr<u8> = AtomicPtr::new(core::ptr::null_mut());
/// #     pub fn start(buffer: *mut u8, _len: usize) { TARGET.store(buffer, Ordering::SeqCst) }
/// #     pub fn stop() { TARGET.store(core::ptr::null_mut(), Ordering::SeqCst) }
/// #     pub fn running() -> bool { !TARGET.load(Ordering::SeqCst).is_null() }
/// # }
///
/// /// Nothing happens yet.
/// struct Transfer<'a>(&'a mut [u8]);
///
/// /// The device owns the buffer now.
/// struct Running<'a>(&'a mut [u8]);
///
/// impl<'a> Activate for Transfer<'a> {
///     type Guard = Running<'a>;
///
///     unsafe fn activate(self) -> Running<'a> {
///         device::start(self.0.as_mut_ptr(), self.0.len());
///         Running(self.0)
///     }
/// }
///
/// impl Drop for Running<'_> {
///     fn drop(&mut self) {
///         device::stop();
///     }
/// }
///
/// let mut buffer = [0; 64];
/// leak::scope(|s| {
///     let running = s.hold(Transfer(&mut buffer));
///     core::mem::forget(running); // no harm: the scope stops the device at its end
///     assert!(device::running());
/// });
/// assert!(!device::running());
/// ```
///
/// # For implementers
///
/// 1. The caller's promise is all that your guard may rest on. It says nothing about values of type
///    `'static`, about aborts and endless loops, or about when the guard is destroyed, only that
///    it is before its lifetimes end.
/// 2. Places hand out `&Guard`. So a guard must not let its live part be taken out through `&`: an
///    `Option` in a `Cell` would be such a door.
/// 3. Calling another `activate` makes *you* the caller of it: keep the guard inside yours, where
///    nobody can move it out, and destroy it in your guard's destructor.
/// 4. Let nothing that may panic run between the start of the lending and the return of `activate`,
///    not even the destructor of a field of `self` that was left over: a value that is already
///    the return value is forgotten then (rust#47949). Take `self` apart, and drop such a field
///    before you start.
/// 5. When the destructor panics, the borrowed data is used again all the same. Restore its
///    invariants first.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be held by a place: it is not an inert guard",
    label = "not `Activate`",
    note = "a value that need not be kept from being forgotten goes in with `own` instead of `hold`"
)]
pub trait Activate {
    /// The live guard. Its destructor ends the lending.
    type Guard;

    /// Starts the lending.
    ///
    /// # Safety
    ///
    /// 1. The caller destroys the guard before any lifetime in its type ends, whatever the rest of
    ///    the program does: returns, panics, forgets.
    /// 2. The caller gives nobody the guard by value nor a `&mut` to it. It may give out `&Guard`.
    unsafe fn activate(self) -> Self::Guard;
}
