//! Raw pointers, and the pointers of std.

macro_rules! raw {
    ($Rc:ident($R:literal): $std:ident, $path:expr, $std_path:expr) => {
        impl<T: ?Sized> $Rc<T> {
            /// A raw pointer to the value, valid as long as the value is kept alive.
            ///
            /// ```
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            #[doc = concat!("let five = ", $R, "::new(5);")]
            /// // SAFETY: `five` keeps the value alive.
            #[doc = concat!("assert_eq!(unsafe { *", $R, "::as_ptr(&five) }, 5);")]
            /// ```
            #[inline]
            #[must_use]
            pub fn as_ptr(this: &Self) -> *const T {
                $std::$Rc::as_ptr(&this.0)
            }

            /// Turns the pointer into a raw one, to be given back to [`from_raw`](Self::from_raw).
            ///
            /// A raw pointer has no destructor, so the value is forgotten if that never happens.
            /// Hence the bound.
            ///
            /// ```
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            #[doc = concat!("let raw = ", $R, "::into_raw(", $R, "::new(5));")]
            /// // SAFETY: the value is kept alive by the count that `into_raw` left.
            /// assert_eq!(unsafe { *raw }, 5);
            /// # // SAFETY: clauses 1 and 2: from `into_raw`, given back once. 3: `i32: Leak`.
            #[doc = concat!("# unsafe { ", $R, "::from_raw(raw) };")]
            /// ```
            #[inline]
            #[must_use = "the value is forgotten if the pointer isn't given back"]
            pub fn into_raw(this: Self) -> *const T
            where
                T: $crate::Leak,
            {
                $std::$Rc::into_raw(this.0)
            }

            /// Turns the pointer into a raw one, whatever the type of the value.
            ///
            /// ```
            /// use leak::Unleak;
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            /// let name = String::from("ann");
            /// // SAFETY: clause 1: the only pointer is dropped at the end of this block, before
            /// // `name`.
            #[doc = concat!("let guard = unsafe { ", $R, "::new_unchecked(Unleak(&name)) };")]
            /// // SAFETY: clause 1: given back in the next line.
            #[doc = concat!("let raw = unsafe { ", $R, "::into_raw_unchecked(guard) };")]
            /// // SAFETY: clause 1 and 2: from `into_raw_unchecked`, and given back once. Clause 3:
            /// // it did not come from the standard library.
            #[doc = concat!("let guard = unsafe { ", $R, "::from_raw(raw) };")]
            /// ```
            ///
            /// # Safety
            ///
            /// 1. Before a lifetime in `T` ends, the pointer is given back to
            ///    [`from_raw`](Self::from_raw), or nothing rests on the value being destroyed.
            #[inline]
            #[must_use = "the value is forgotten if the pointer isn't given back"]
            pub unsafe fn into_raw_unchecked(this: Self) -> *const T {
                $std::$Rc::into_raw(this.0)
            }

            /// Takes a raw pointer back.
            ///
            /// ```
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            #[doc = concat!("let raw = ", $R, "::into_raw(", $R, "::new(5));")]
            /// // SAFETY: clauses 1 and 2: from `into_raw`, given back once. 3: `i32: Leak`.
            #[doc = concat!("let five = unsafe { ", $R, "::from_raw(raw) };")]
            /// assert_eq!(*five, 5);
            /// ```
            ///
            /// # Safety
            ///
            /// 1. The pointer came from `into_raw` or `into_raw_unchecked` of this type, or from
            ///    `into_raw`
            #[doc = concat!("   of `", $std_path, "`, for the same `T` or as they allow.")]
            /// 2. It is given back once per call of these.
            /// 3. If it came from the pointer of the standard library, then `T: Leak`, or the
            ///    contract of [`from_std_unchecked`](Self::from_std_unchecked) holds.
            #[inline]
            pub unsafe fn from_raw(raw: *const T) -> Self {
                // INVARIANT: by clause 3; our own pointers keep it.
                // SAFETY: by clauses 1 and 2.
                Self(unsafe { $std::$Rc::from_raw(raw) })
            }

            /// Counts one more pointer to the value.
            ///
            /// ```
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            #[doc = concat!("let raw = ", $R, "::into_raw(", $R, "::new(5));")]
            /// // SAFETY: clause 1: from `into_raw`, and not yet given back. Clause 2: `i32: Leak`.
            #[doc = concat!("unsafe { ", $R, "::increment_strong_count(raw) };")]
            /// // SAFETY: clauses 1 and 2: from `into_raw`, counted twice. Clause 3: `i32: Leak`.
            #[doc = concat!("let five = unsafe { ", $R, "::from_raw(raw) };")]
            #[doc = concat!("assert_eq!(", $R, "::strong_count(&five), 2);")]
            /// # // SAFETY: as above.
            #[doc = concat!("# unsafe { ", $R, "::from_raw(raw) };")]
            /// ```
            ///
            /// # Safety
            ///
            /// 1. The pointer came from `into_raw`, as for [`from_raw`](Self::from_raw), and the
            ///    value is still alive.
            /// 2. The extra count is a pointer that was turned raw: the contract of
            ///    [`into_raw_unchecked`](Self::into_raw_unchecked) holds for it, or `T: Leak`.
            #[inline]
            pub unsafe fn increment_strong_count(raw: *const T) {
                // SAFETY: by clause 1.
                unsafe { $std::$Rc::increment_strong_count(raw) };
            }

            /// Counts one pointer to the value less, and destroys the value if there is no other.
            ///
            /// ```
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            #[doc = concat!("let five = ", $R, "::new(5);")]
            #[doc = concat!("let raw = ", $R, "::into_raw(five.clone());")]
            /// // SAFETY: clause 1: the count of the pointer that was turned raw is given up.
            #[doc = concat!("unsafe { ", $R, "::decrement_strong_count(raw) };")]
            #[doc = concat!("assert_eq!(", $R, "::strong_count(&five), 1);")]
            /// ```
            ///
            /// # Safety
            ///
            /// 1. As for [`from_raw`](Self::from_raw), clauses 1 and 2.
            #[inline]
            pub unsafe fn decrement_strong_count(raw: *const T) {
                // SAFETY: by clause 1.
                unsafe { $std::$Rc::decrement_strong_count(raw) };
            }

            /// Turns it into the pointer of the standard library.
            ///
            /// This needs no bound. The value has passed the check when it went in, and the result is
            /// [`Leak`](trait@crate::Leak) for the same types. That its `into_raw` and the like don't ask for the
            /// bound is a limit of the standard library, see
            /// [there](trait@crate::Leak#advisory-on-stable).
            ///
            /// ```
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            #[doc = concat!("let five: ", $std_path, "<i32> = ", $R, "::new(5).into_std();")]
            /// assert_eq!(*five, 5);
            /// ```
            #[inline]
            #[must_use]
            pub fn into_std(self) -> $std::$Rc<T> {
                self.0
            }

            /// Takes over a pointer of the standard library.
            ///
            /// The standard library took the value without a question, so it is asked here.
            ///
            /// ```
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            #[doc = concat!("let five = ", $R, "::from_std(", $std_path, "::new(5));")]
            /// assert_eq!(*five, 5);
            /// ```
            #[inline]
            pub fn from_std(pointer: $std::$Rc<T>) -> Self
            where
                T: $crate::Leak,
            {
                // INVARIANT: `T: Leak`.
                Self(pointer)
            }

            /// Takes over a pointer of the standard library, whatever the type of the value. This
            /// serves for all ways of making one that have no `_unchecked` form here.
            ///
            /// ```
            /// use leak::Unleak;
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            /// let name = String::from("ann");
            #[doc = concat!("let guards: ", $std_path, "<[_]> = vec![Unleak(&name); 2].into();")]
            /// // SAFETY: clause 1: the only pointer is dropped at the end of this block, before
            /// // `name`.
            #[doc = concat!("let guards = unsafe { ", $R, "::from_std_unchecked(guards) };")]
            /// assert_eq!(guards.len(), 2);
            /// ```
            ///
            /// # Safety
            ///
            /// 1. As for
            #[doc = concat!("[`new_unchecked`](", $R, "::new_unchecked),")]
            ///    for the value that is inside.
            #[inline]
            pub unsafe fn from_std_unchecked(pointer: $std::$Rc<T>) -> Self {
                // INVARIANT: the caller has the duty, by clause 1.
                Self(pointer)
            }

            /// Changes the type of the pointer by a coercion, usually to a trait object.
            ///
            /// The compiler only coerces pointers of the standard library. So the closure gets one
            /// and gives it back, with the same value behind it. The target needs no `Leak`:
            /// whether the value may be forgotten was settled when it went in.
            ///
            /// ```
            /// use std::fmt::Display;
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            #[doc = concat!("let five = ", $R, "::new(5);")]
            #[doc = concat!("let shown = ", $R, "::coerce::<dyn Display>(five, |five| five);")]
            /// assert_eq!(shown.to_string(), "5");
            /// ```
            ///
            /// If the target is `Leak`, for example because `Leak` is a supertrait, then
            /// [`into_std`] and [`from_std`] do as well:
            ///
            /// ```
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            /// trait Shape: leak::Leak {}
            /// impl Shape for u32 {}
            ///
            #[doc = concat!("let shape: ", $std_path, "<dyn Shape> = ", $R, "::new(4).into_std();")]
            #[doc = concat!("let shape = ", $R, "::from_std(shape);")]
            /// ```
            ///
            /// [`into_std`]: Self::into_std
            /// [`from_std`]: Self::from_std
            ///
            /// # Panics
            ///
            /// If the closure returns a pointer to another allocation, or panics itself.
            #[inline]
            pub fn coerce<U: ?Sized>(
                this: Self,
                coercion: impl FnOnce($std::$Rc<T>) -> $std::$Rc<U>,
            ) -> $Rc<U> {
                // Keeps the allocation, so that no other can have its address.
                let allocation = $std::$Rc::downgrade(&this.0);
                let coerced = coercion(this.0);
                assert!(
                    ::core::ptr::addr_eq(allocation.as_ptr(), $std::$Rc::as_ptr(&coerced)),
                    "the closure must coerce the pointer that it got",
                );
                // INVARIANT: it is kept, since the value is the same.
                $Rc(coerced)
            }
        }
    };
}

pub(crate) use raw;
