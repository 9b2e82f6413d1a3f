//! The weak pointer.

macro_rules! weak {
    ($Rc:ident($R:literal): $std:ident, $path:expr, $std_path:expr) => {
        #[doc = concat!("A pointer that doesn't keep its value alive; see [`", $R, "`].")]
        ///
        /// ```
        #[doc = concat!("use ", $path, "::{", $R, ", Weak};")]
        ///
        #[doc = concat!("let five = ", $R, "::new(5);")]
        #[doc = concat!("let weak: Weak<i32> = ", $R, "::downgrade(&five);")]
        /// assert_eq!(weak.upgrade().as_deref(), Some(&5));
        /// ```
        ///
        /// # Invariants
        ///
        #[doc = concat!("Those of [`", $R, "`], since it can be upgraded to one.")]
        #[repr(transparent)]
        pub struct Weak<T: ?Sized>($std::Weak<T>);

        // SAFETY: clause 1: forgotten, it keeps the memory of the value, not the value. Clause 2:
        // it owns no value. (The bound could be lifted. It is what std's `Weak` has, and for the
        // same reason: both kinds of pointers are `Leak` for the same `T`.)
        unsafe impl<T: ?Sized + $crate::Leak> $crate::Leak for Weak<T> {}

        impl<T> Weak<T> {
            /// A pointer to nothing.
            ///
            /// ```
            #[doc = concat!("use ", $path, "::Weak;")]
            ///
            /// assert!(Weak::<i32>::new().upgrade().is_none());
            /// ```
            #[inline]
            #[must_use]
            pub const fn new() -> Self {
                Self($std::Weak::new())
            }

            /// The same pointer under our name.
            ///
            /// # Safety
            ///
            /// 1. As for `from_std_unchecked`.
            #[inline]
            unsafe fn wrap_ref(weak: &$std::Weak<T>) -> &Self {
                // INVARIANT: the caller has the duty, by clause 1.
                // SAFETY: `Self` is a transparent wrapper of what the reference leads to.
                unsafe { &*::core::ptr::from_ref(weak).cast::<Self>() }
            }
        }

        impl<T: ?Sized> Weak<T> {
            /// A pointer that keeps the value alive, if it still is.
            ///
            /// ```
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            #[doc = concat!("let five = ", $R, "::new(5);")]
            #[doc = concat!("let weak = ", $R, "::downgrade(&five);")]
            /// assert!(weak.upgrade().is_some());
            /// drop(five);
            /// assert!(weak.upgrade().is_none());
            /// ```
            #[inline]
            #[must_use]
            pub fn upgrade(&self) -> Option<$Rc<T>> {
                self.0.upgrade().map($Rc)
            }

            #[doc = concat!("The number of `", $R, "` pointers to the value, 0 if there is none.")]
            ///
            /// ```
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            #[doc = concat!("let five = ", $R, "::new(5);")]
            #[doc = concat!("assert_eq!(", $R, "::downgrade(&five).strong_count(), 1);")]
            /// ```
            #[inline]
            #[must_use]
            pub fn strong_count(&self) -> usize {
                self.0.strong_count()
            }

            /// The number of `Weak` pointers to the value, 0 if there is no value.
            ///
            /// ```
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            #[doc = concat!("let five = ", $R, "::new(5);")]
            #[doc = concat!("assert_eq!(", $R, "::downgrade(&five).weak_count(), 1);")]
            /// ```
            #[inline]
            #[must_use]
            pub fn weak_count(&self) -> usize {
                self.0.weak_count()
            }

            /// Whether two pointers lead to the same allocation, or both to none.
            ///
            /// ```
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            #[doc = concat!("let five = ", $R, "::new(5);")]
            #[doc = concat!("let weak = ", $R, "::downgrade(&five);")]
            /// assert!(weak.ptr_eq(&weak.clone()));
            /// ```
            #[inline]
            #[must_use]
            pub fn ptr_eq(&self, other: &Self) -> bool {
                self.0.ptr_eq(&other.0)
            }

            /// A raw pointer to the value, valid as long as something else keeps the value alive.
            ///
            /// ```
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            #[doc = concat!("let five = ", $R, "::new(5);")]
            #[doc = concat!("let weak = ", $R, "::downgrade(&five);")]
            #[doc = concat!("assert_eq!(weak.as_ptr(), ", $R, "::as_ptr(&five));")]
            /// ```
            #[inline]
            #[must_use]
            pub fn as_ptr(&self) -> *const T {
                self.0.as_ptr()
            }

            /// Turns the pointer into a raw one, to be given back to [`from_raw`](Self::from_raw).
            ///
            /// ```
            #[doc = concat!("use ", $path, "::{", $R, ", Weak};")]
            ///
            #[doc = concat!("let five = ", $R, "::new(5);")]
            #[doc = concat!("let raw = ", $R, "::downgrade(&five).into_raw();")]
            #[doc = concat!("assert_eq!(raw, ", $R, "::as_ptr(&five));")]
            /// # // SAFETY: clauses 1 and 2: from `into_raw`, given back once. 3: `i32: Leak`.
            /// # unsafe { Weak::from_raw(raw) };
            /// ```
            #[inline]
            #[must_use = "the memory stays allocated if the pointer isn't given back"]
            pub fn into_raw(self) -> *const T
            where
                T: $crate::Leak,
            {
                self.0.into_raw()
            }

            /// Takes a raw pointer back.
            ///
            /// ```
            #[doc = concat!("use ", $path, "::Weak;")]
            ///
            /// let raw = Weak::<i32>::new().into_raw();
            /// // SAFETY: clauses 1 and 2: from `into_raw`, given back once. 3: `i32: Leak`.
            /// assert!(unsafe { Weak::from_raw(raw) }.upgrade().is_none());
            /// ```
            ///
            /// # Safety
            ///
            /// 1. The pointer came from `into_raw` of this type or of
            #[doc = concat!("   `", $std_path, "`'s, for the same `T` or as they allow.")]
            /// 2. It is given back once per call of these.
            /// 3. If it came from the pointer of the standard library, then `T: Leak`, or the
            ///    contract of [`from_std_unchecked`](Self::from_std_unchecked) holds.
            #[inline]
            pub unsafe fn from_raw(raw: *const T) -> Self {
                // INVARIANT: by clause 3; our own pointers keep it.
                // SAFETY: by clauses 1 and 2.
                Self(unsafe { $std::Weak::from_raw(raw) })
            }

            /// Turns it into the pointer of the standard library.
            ///
            /// ```
            #[doc = concat!("use ", $path, "::Weak;")]
            ///
            /// assert!(Weak::<i32>::new().into_std().upgrade().is_none());
            /// ```
            #[inline]
            #[must_use]
            pub fn into_std(self) -> $std::Weak<T> {
                self.0
            }

            /// Takes over a pointer of the standard library.
            ///
            /// It has a bound because it can be [upgraded](Self::upgrade), to a pointer whose value
            /// came in without a question.
            ///
            /// ```
            #[doc = concat!("use ", $path, "::Weak;")]
            ///
            #[doc = concat!("let five = ", $std_path, "::new(5);")]
            #[doc = concat!("let weak = Weak::from_std(", $std_path, "::downgrade(&five));")]
            /// assert_eq!(weak.upgrade().as_deref(), Some(&5));
            /// ```
            #[inline]
            pub fn from_std(pointer: $std::Weak<T>) -> Self
            where
                T: $crate::Leak,
            {
                // INVARIANT: `T: Leak`.
                Self(pointer)
            }

            /// Takes over a pointer of the standard library, whatever the type of the value.
            ///
            /// ```
            /// use leak::Unleak;
            #[doc = concat!("use ", $path, "::Weak;")]
            ///
            /// let name = String::from("ann");
            #[doc = concat!("let guard = ", $std_path, "::new(Unleak(&name));")]
            /// // SAFETY: clause 1: the value is a reference, which can't own a pointer to itself,
            /// // and no pointer is forgotten here.
            /// let weak = unsafe {
            #[doc = concat!("    Weak::from_std_unchecked(", $std_path, "::downgrade(&guard))")]
            /// };
            /// assert!(weak.upgrade().is_some());
            /// ```
            ///
            /// # Safety
            ///
            /// 1. As for
            #[doc = concat!("[`", $R, "::new_unchecked`],")]
            ///    for the value that is inside.
            #[inline]
            pub unsafe fn from_std_unchecked(pointer: $std::Weak<T>) -> Self {
                // INVARIANT: the caller has the duty, by clause 1.
                Self(pointer)
            }
        }

        impl<T: ?Sized> Clone for Weak<T> {
            #[inline]
            fn clone(&self) -> Self {
                // INVARIANT: the same value as that of `self`.
                Self(self.0.clone())
            }
        }

        impl<T> Default for Weak<T> {
            #[inline]
            fn default() -> Self {
                Self::new()
            }
        }

        impl<T: ?Sized> ::core::fmt::Debug for Weak<T> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str("(Weak)")
            }
        }

        impl<T: ?Sized + $crate::Leak> From<$std::Weak<T>> for Weak<T> {
            #[inline]
            fn from(pointer: $std::Weak<T>) -> Self {
                Self::from_std(pointer)
            }
        }

        impl<T: ?Sized> From<Weak<T>> for $std::Weak<T> {
            #[inline]
            fn from(pointer: Weak<T>) -> Self {
                pointer.0
            }
        }
    };
}

pub(crate) use weak;
