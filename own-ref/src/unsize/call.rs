//! Calling a closure that is owned by reference, once, without knowing its type.

use crate::Own;
use core::ptr;

mod sealed {
    #[expect(unnameable_types, reason = "sealed")]
    /// Only closures are `CallOnce`: a `dyn CallOnce` is built and called by this crate alone.
    pub trait Sealed<Args> {}
}

/// `FnOnce(…) -> Output` for trait objects that are owned by reference.
///
/// A `dyn FnOnce` can be called by value only, and stable Rust does that for `Box` alone. Every
/// closure is also a `CallOnce` with its arguments as a tuple, and [`Own::call`] calls a
/// `dyn CallOnce` where it lies, without allocating: the closure moves itself onto the stack
/// inside of the call.
///
/// # Examples
///
/// ```
/// use own_ref::{CallOnce, Own, Slot, unsize};
///
/// type Task<'a> = Own<'a, dyn for<'w> CallOnce<(&'w mut Vec<String>, usize), Output = ()> + 'a>;
///
/// let name = String::from("moved in");
/// let mut slot = Slot::new();
/// let task: Task<'_> =
///     unsize!(slot.put(move |log: &mut Vec<String>, n: usize| log.push(name.repeat(n))) => dyn for<'w> CallOnce<(&'w mut Vec<String>, usize), Output = ()>);
/// let mut log = Vec::new();
/// Own::call(task, (&mut log, 2));
/// assert_eq!(log, ["moved inmoved in"]);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be called with the arguments `{Args}`",
    label = "not a closure with the arguments `{Args}`",
    note = "the arguments are a tuple: `CallOnce<(A,), Output = R>` is `FnOnce(A) -> R`"
)]
pub trait CallOnce<Args>: sealed::Sealed<Args> {
    /// What the call returns.
    type Output;

    /// Calls the closure, and with that moves it out.
    ///
    /// # Safety
    ///
    /// 1. The value is neither used nor dropped afterwards, also if this panics.
    #[doc(hidden)]
    unsafe fn call_in_place(&mut self, args: Args) -> Self::Output;
}

macro_rules! call_once {
    ($($arg:ident: $Arg:ident),*) => {
        impl<F, R, $($Arg),*> sealed::Sealed<($($Arg,)*)> for F where F: FnOnce($($Arg),*) -> R {}

        impl<F, R, $($Arg),*> CallOnce<($($Arg,)*)> for F
        where
            F: FnOnce($($Arg),*) -> R,
        {
            type Output = R;

            #[inline]
            unsafe fn call_in_place(&mut self, ($($arg,)*): ($($Arg,)*)) -> R {
                // SAFETY: from a reference, so valid; by clause 1 nobody else uses or drops it.
                let closure = unsafe { ptr::read(self) };
                closure($($arg),*)
            }
        }
    };
}

call_once!();
call_once!(a: A);
call_once!(a: A, b: B);
call_once!(a: A, b: B, c: C);
call_once!(a: A, b: B, c: C, d: D);
call_once!(a: A, b: B, c: C, d: D, e: E);
call_once!(a: A, b: B, c: C, d: D, e: E, f: G);
call_once!(a: A, b: B, c: C, d: D, e: E, f: G, g: H);
call_once!(a: A, b: B, c: C, d: D, e: E, f: G, g: H, h: I);

impl<F: ?Sized> Own<'_, F> {
    /// Calls a closure, which may be unsized, with its arguments as a tuple.
    ///
    /// # Examples
    ///
    /// ```
    /// use own_ref::{CallOnce, Own, Slot, unsize};
    ///
    /// let text = String::from("moved in");
    /// let mut slot = Slot::new();
    /// let closure: Own<'_, dyn CallOnce<(u32,), Output = String>> =
    ///     unsize!(slot.put(move |n| format!("{text} {n}")) => dyn CallOnce<(u32,), Output = String>);
    /// assert_eq!(Own::call(closure, (1,)), "moved in 1");
    /// ```
    #[inline]
    pub fn call<Args>(this: Self, args: Args) -> F::Output
    where
        F: CallOnce<Args>,
    {
        let closure = Self::into_raw(this);
        // SAFETY: a valid value that is ours alone, as `this` was.
        let closure = unsafe { &mut *closure };
        // SAFETY: 1. `this` is gone, and with it the last that could use or drop the value.
        unsafe { closure.call_in_place(args) }
    }
}
