/// Writes the trait once for both compilers. `auto` arrives as a macro argument, so a stable
/// compiler never parses it.
macro_rules! define_leak {
    ($($auto:ident)?) => {
        /// A value of this type may be forgotten at any time.
        ///
        /// *Forgotten* (or *leaked*) means: the value becomes unreachable although none of its
        /// destructors has run, and the memory it was in may be used for something else.
        /// `std::mem::forget` does this, and so does a cycle of `Rc`s, or a channel that holds its
        /// own receiver. A *destructor* is `Drop`, or any other function that consumes the value
        /// and ends what it stands for, such as a `join`.
        ///
        /// Nearly every type is `Leak`. The types that are not are *guards*: their destructor ends
        /// a lending, for example it joins a thread that uses borrowed data. `Leak` says where such
        /// a guard may go, and where it may not.
        ///
        /// # The destruction guarantee
        ///
        /// For a value of a type that is **not** `Leak`, code that respects this trait upholds:
        ///
        /// > A lifetime that bounds the value ends only after the value was destroyed.
        ///
        /// This puts two events in order, and no more. It does not promise that either happens:
        ///
        /// - A `'static` lifetime never ends, so nothing is promised for a `'static` value. That is
        ///   why [`Unleak<T>`](struct@crate::Unleak) is `Leak` for every `T: 'static`, and why
        ///   [`forget_static`](crate::mem::forget_static) is safe.
        /// - A thread that waits or loops forever, or a process that aborts, ends no lifetime.
        ///   Neither breaks the guarantee.
        ///
        /// # Who must do what
        ///
        /// Safe code has no duty. Unsafe code has one of three:
        ///
        /// - Code that **forgets** a value of a generic type asks for `T: Leak`. The modules
        ///   [`mem`](crate::mem), `rc` and `sync` hold the standard library's functions and types
        ///   that can forget, with that bound.
        /// - Code that is generic over **any** `T` destroys what it was given before the lifetimes
        ///   in `T` end, or gives it back.
        /// - A **guard** type is not `Leak` where it borrows. Derive `Unleak` for it, or write:
        ///
        /// ```
        /// use leak::Leak;
        ///
        /// /// Lends `data` to someone else until it is dropped.
        /// struct Lending<'a> {
        ///     data: &'a mut [u8],
        /// }
        ///
        /// // SAFETY: clause 1: `'a` is `'static` here. Clause 2: a reference owns nothing.
        /// unsafe impl Leak for Lending<'_> where Self: 'static {}
        /// ```
        ///
        /// # Advisory on stable
        ///
        /// The standard library knows nothing of this trait. `std::mem::forget`, `std::rc::Rc::new`
        /// and `Box::leak` take every type, `Leak` or not. Therefore:
        ///
        /// - A guard whose soundness rests on its destructor **must not** be handed out by value by
        ///   a safe function, whatever traits it has. Create it by an `unsafe fn`, whose contract
        ///   says that it must be destroyed, or safely in a place that can't be forgotten
        ///   (`leak::scope`, `#[leak::framed]`, `leak::PinScope`).
        /// - `T: Leak` is a promise that unsafe code may rely on. `T: !Leak` is a request to the
        ///   code that handles `T`. Code that uses this crate's `mem`, `rc` and `sync` in place of
        ///   the standard library's fulfils it.
        ///
        /// Nor is it an auto trait on stable. A type has to derive it, and closures, function items
        /// and `async` blocks never have it: see [`LeakFn`](crate::LeakFn) for closures, and wrap
        /// what is `'static` in [`Unleak`](struct@crate::Unleak). With the feature `nightly` it is an auto
        /// trait, and all of these have it if what they hold has it. What compiles on stable
        /// compiles on nightly too, with the same meaning. There are two exceptions. One is code
        /// that rests on a type *not* being `Leak`, where on stable it only lacks the impl:
        /// [`assert_not_leak!`](crate::assert_not_leak), a second impl beside
        /// `impl<T: Leak> Trait for T`, a method that is chosen because another one has the bound.
        /// The other is an impl for anything but a struct, enum or union of one's own, which no
        /// auto trait allows. (Instead of an impl for `dyn Trait`, make `Leak` a supertrait of
        /// `Trait`.)
        ///
        /// # Which types are `Leak`
        ///
        /// - Always: `&T`, `&mut T`, `fn` pointers, all types of the standard library that have
        ///   neither lifetimes nor type parameters, iterators that only look at a collection.
        /// - Always: this crate's [`ManuallyDrop`](crate::mem::ManuallyDrop) and
        ///   [`MaybeUninit`](crate::mem::MaybeUninit), which have their bound where a value goes
        ///   in.
        /// - Always: guards that are safe to forget, such as `MutexGuard`, `Ref` and `RefMut`. A
        ///   forgotten `MutexGuard` leaves its mutex locked. That is a bug, but it gives no access
        ///   to anything whose lifetime ended. Making such a type `!Leak` would protect nothing.
        /// - If what they own is: tuples, arrays, boxes, collections and their iterators, cells,
        ///   locks, `Rc`, `Arc`, both ends of a channel, `PhantomData<T>`, `Pin<P>`, and the
        ///   standard library's `ManuallyDrop` and `MaybeUninit`, in which other crates keep what
        ///   they own.
        /// - If the *elements* are, although they only borrow a collection: `Drain`, `Splice`,
        ///   `ExtractIf`, `PeekMut`. Whoever forgets one of these forgets elements along with it.
        ///   (An auto trait can't see that through a `&mut`. A type of one's own that works this
        ///   way gets a field `PhantomData<T>`.)
        /// - Not by themselves: raw pointers, `NonNull<T>`, `AtomicPtr<T>`, `dyn Trait`. Whether a
        ///   pointer owns its target is known only to the type that holds it.
        ///
        /// On stable, `fn` pointers have up to twelve arguments, and the impls don't cover those
        /// that are generic over a lifetime, such as `for<'a> fn(&'a str)`: the language has no way
        /// to write an impl for both forms. In a derived type, wrap such a field in
        /// [`Unleak`](struct@crate::Unleak).
        ///
        /// # Reading errors
        ///
        /// A type that lacks `Leak` is reported as such (E0277). A guard, however, usually *has*
        /// the trait, for `'static`. Then the compiler finds a lifetime that is too short, and says
        /// that a borrowed value "does not live long enough" (E0597), that data "escapes" (E0521),
        /// or that "argument requires that `'a` must outlive `'static`". All of them mean: the
        /// value may be forgotten here, so what it borrows would have to live forever.
        ///
        /// ```compile_fail,E0597
        /// # use leak::Leak;
        /// # struct Lending<'a> { data: &'a mut [u8] }
        /// # unsafe impl Leak for Lending<'_> where Self: 'static {}
        /// let mut data = [1, 2, 3];
        /// leak::mem::forget(Lending { data: &mut data }); // `data` does not live long enough
        /// ```
        ///
        /// # Safety
        ///
        /// Whoever implements `Leak` for a type promises, for every value of it:
        ///
        /// 1. Nothing rests on the value being destroyed before a lifetime in its type ends, unless
        ///    that lifetime is `'static`. The value can become unreachable at any time without a
        ///    destructor having run, and no safe code can cause undefined behaviour by that.
        /// 2. The same holds for every value that is forgotten along with it: what it owns, and
        ///    what its destructor would have destroyed or handed back, wherever that is stored.
        ///
        /// Nobody may conclude from `Leak` that the memory of a *pinned* value can be used for
        /// something else. What [`Pin`](core::pin) guarantees stays in force.
        // The message carries the most frequent advice itself: the compiler drops label and notes
        // where a reference would do, and `&T` always would.
        #[diagnostic::on_unimplemented(
            message = "`{Self}` may have to be destroyed before what it borrows ends, so it can't \
                       be forgotten here; if it is plain data, derive `Leak`",
            label = "`{Self}` is not known to be forgettable",
            note = "for plain data, and for a type that owns only such, add `#[derive(Leak)]`",
            note = "a guard stays where it can't be forgotten: in a `leak::scope`, in a \
                    `#[leak::framed]` function, or in the frame that made it",
            note = "a `'static` value of any type, closures and futures included, can be forgotten \
                    inside a `leak::Unleak`; for a closure that borrows there is `leak::LeakFn`"
        )]
        pub unsafe $($auto)? trait Leak {}
    };
}

#[cfg(not(feature = "nightly"))]
define_leak!();
#[cfg(feature = "nightly")]
define_leak!(auto);
