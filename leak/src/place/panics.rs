//! What a teardown does with the panics of the destructors and threads that it waits for: nothing
//! is skipped because of one, the first is kept and passed on.

#[cfg(feature = "std")]
pub(crate) use with_std::{Panics, Payload, discard};
#[cfg(not(feature = "std"))]
pub(crate) use without_std::Panics;

#[cfg(feature = "std")]
mod with_std {
    use alloc::boxed::Box;
    use core::any::Any;
    use core::panic::AssertUnwindSafe;
    use std::panic::{catch_unwind, resume_unwind};
    use std::thread;

    pub(crate) type Payload = Box<dyn Any + Send>;

    /// The first panic of a teardown.
    #[derive(Default)]
    pub(crate) struct Panics(Option<Payload>);

    impl Panics {
        /// Runs `f`, and keeps its panic.
        pub(crate) fn run(&mut self, f: impl FnOnce()) {
            // Nothing that `f` may have left half-done is looked at afterwards, except by the
            // owner of what `f` borrows, to whom the panic is passed on.
            if let Err(payload) = catch_unwind(AssertUnwindSafe(f)) {
                self.add(payload);
            }
        }

        /// Keeps `payload` if it is the first.
        pub(crate) fn add(&mut self, payload: Payload) {
            if self.0.is_none() {
                self.0 = Some(payload);
            } else {
                discard(payload);
            }
        }

        /// Passes the first panic on, unless the thread is unwinding already.
        pub(crate) fn resume(mut self) {
            match self.0.take() {
                Some(payload) if thread::panicking() => discard(payload),
                Some(payload) => resume_unwind(payload),
                None => {}
            }
        }
    }

    impl Drop for Panics {
        fn drop(&mut self) {
            if let Some(payload) = self.0.take() {
                discard(payload);
            }
        }
    }

    /// Drops a payload whose own destructor may panic, which must not add a second unwinding.
    pub(crate) fn discard(payload: Payload) {
        if let Err(from_destructor) = catch_unwind(AssertUnwindSafe(|| drop(payload))) {
            #[expect(
                clippy::mem_forget,
                reason = "a payload is `'static`, so it may be forgotten; dropping it could go on for ever"
            )]
            core::mem::forget(from_destructor);
        }
    }
}

#[cfg(not(feature = "std"))]
mod without_std {
    /// Without `std` a panic can't be caught: one that leaves a destructor during a teardown ends
    /// the program, because the destructors behind it may not be skipped.
    #[derive(Default)]
    pub(crate) struct Panics(());

    impl Panics {
        /// Runs `f`, which must not panic.
        #[expect(clippy::unused_self, reason = "the twin with `std` keeps the panic")]
        pub(crate) fn run(&mut self, f: impl FnOnce()) {
            let bomb = Bomb;
            f();
            #[expect(clippy::mem_forget, reason = "the bomb did not go off")]
            core::mem::forget(bomb);
        }

        /// Nothing was caught.
        #[expect(
            clippy::unused_self,
            reason = "the twin with `std` passes the panic on"
        )]
        pub(crate) fn resume(self) {}
    }

    /// Panics when it is dropped by an unwinding, which aborts.
    struct Bomb;

    impl Drop for Bomb {
        fn drop(&mut self) {
            panic!("a destructor panicked while a `leak` scope was torn down");
        }
    }
}
