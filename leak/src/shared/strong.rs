//! The struct and the ways in.

macro_rules! strong {
    (
        $Rc:ident($R:literal, $range:literal): $std:ident, $path:expr, $std_path:expr,
        [$($Any:tt)+]
    ) => {
        #[doc = concat!("A pointer that shares a value ", $range, ": `", $std_path, "`")]
        /// that takes only what may be forgotten.
        ///
        /// It is a transparent wrapper, with the API of the standard library's. What differs:
        ///
        /// - Each way in asks for `T: Leak`: [`new`](Self::new), [`pin`](Self::pin),
        ///   [`new_cyclic`](Self::new_cyclic), [`make_mut`](Self::make_mut), `From`,
        ///   `FromIterator`, `Default`, [`from_std`](Self::from_std).
        /// - For guards there are other questions that they may pass, see [`ownership`](crate::ownership):
        ///   [`new_allowed`](Self::new_allowed), [`new_disowned`](Self::new_disowned),
        ///   [`new_ranked`](Self::new_ranked).
        /// - `Leak` is asked for by [`into_raw`](Self::into_raw), too, since a raw pointer has no destructor.
        /// - There are `unsafe` ways in for other types: [`new_unchecked`](Self::new_unchecked) and
        ///   so on.
        /// - Coercion to a trait object needs a function: [`coerce`](Self::coerce).
        ///
        /// What only shares or looks at a value that is already inside is as always: `clone`,
        /// `Deref`, [`get_mut`](Self::get_mut), [`try_unwrap`](Self::try_unwrap) have no bound.
        ///
        /// ```
        #[doc = concat!("use ", $path, "::", $R, ";")]
        ///
        /// let name = String::from("ann");
        #[doc = concat!("let shared = ", $R, "::new([name.as_str(), \"bob\"]);")]
        /// let clone = shared.clone();
        /// assert_eq!(clone[0], "ann");
        #[doc = concat!("assert_eq!(", $R, "::strong_count(&shared), 2);")]
        /// ```
        ///
        /// # Invariants
        ///
        /// When a value was put in, its type was `Leak`, or the caller of an unsafe function has
        /// taken over the duty that [`new_unchecked`](Self::new_unchecked) describes, or its type
        /// never owns such a pointer to itself, as told by `AllowedInRc`, `Disowns` of this type,
        /// or `RankedLeak` (the argument is in [`ownership`](crate::ownership)), or it took
        /// the place of such a value by [`get_mut`](Self::get_mut).
        ///
        /// The last has no bound, although the pointer is covariant: one for guards of `'static` is
        /// also one for guards of a shorter lifetime, and such a guard can take the place. It can't
        /// be forgotten there. The pointer is the only one, and not `Leak`, and has no `into_raw`.
        /// For the value to own its pointer later, it needs a cell for it. The type of a cell can't
        /// be shortened, so it either had the shorter lifetime from the start, when the bound was
        /// asked for, or holds a trait object that is `Leak`, which the guard is not. (The same with
        /// each of the other traits for `Leak`: they too are asked of the cell, at the lifetimes that
        /// it has for ever, and of a trait object by its supertrait.)
        #[repr(transparent)]
        pub struct $Rc<T: ?Sized>($std::$Rc<T>);

        // SAFETY: clause 1: the destructor counts down, and the last one destroys the value. Clause
        // 2: which is `Leak`.
        unsafe impl<T: ?Sized + $crate::Leak> $crate::Leak for $Rc<T> {}

        // SAFETY: clause 1 and 2: what is behind the trait object is `'static`.
        unsafe impl $crate::Leak for $Rc<dyn $($Any)+> {}

        impl<T> $Rc<T> {
            /// Moves a value to the heap, to share it.
            ///
            /// ```
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            #[doc = concat!("let five = ", $R, "::new(5);")]
            /// assert_eq!(*five, 5);
            /// ```
            #[inline]
            pub fn new(value: T) -> Self
            where
                T: $crate::Leak,
            {
                // INVARIANT: `T: Leak`.
                Self($std::$Rc::new(value))
            }

            /// Moves a value of any type to the heap, to share it.
            ///
            /// ```
            /// use leak::Unleak;
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            /// let name = String::from("ann");
            /// // SAFETY: clause 1: both pointers are dropped at the end of this block, before
            /// // `name`. The value can't own a pointer to itself: it is a reference.
            #[doc = concat!("let guard = unsafe { ", $R, "::new_unchecked(Unleak(&name)) };")]
            /// let clone = guard.clone();
            /// assert_eq!(**guard, "ann");
            /// ```
            ///
            /// # Safety
            ///
            /// 1. Before a lifetime in `T` ends, the value that is inside by then (another one may
            ///    have been swapped in) is destroyed, or nothing rests on that. So no pointer to
            ///    it, be it a clone, an upgraded `Weak` or what [`into_std`](Self::into_std)
            ///    returned, is forgotten or owned by the value itself, directly or in a circle.
            ///    Safe code that is given a pointer can bring about both.
            #[inline]
            pub unsafe fn new_unchecked(value: T) -> Self {
                // INVARIANT: the caller has the duty, by clause 1.
                Self($std::$Rc::new(value))
            }

            /// Moves a value to the heap and pins it there.
            ///
            /// ```
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            #[doc = concat!("let five = ", $R, "::pin(5);")]
            /// assert_eq!(*five, 5);
            /// ```
            #[inline]
            pub fn pin(value: T) -> ::core::pin::Pin<Self>
            where
                T: $crate::Leak,
            {
                let this = Self::new(value);
                // SAFETY: nobody else has a pointer to the value, and nobody gets one that isn't
                // pinned. Our `Deref` and `Drop` are those of the pointer of std, which may be
                // pinned, and there is no `DerefMut`.
                unsafe { ::core::pin::Pin::new_unchecked(this) }
            }

            /// Moves a value of any type to the heap and pins it there.
            ///
            /// ```
            /// use leak::Unleak;
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            /// let name = String::from("ann");
            /// // SAFETY: clause 1: the only pointer is dropped at the end of this block, before
            /// // `name`.
            #[doc = concat!("let guard = unsafe { ", $R, "::pin_unchecked(Unleak(&name)) };")]
            /// assert_eq!(**guard, "ann");
            /// ```
            ///
            /// # Safety
            ///
            /// 1. As for [`new_unchecked`](Self::new_unchecked).
            #[inline]
            pub unsafe fn pin_unchecked(value: T) -> ::core::pin::Pin<Self> {
                // SAFETY: by clause 1.
                let this = unsafe { Self::new_unchecked(value) };
                // SAFETY: as in `pin`.
                unsafe { ::core::pin::Pin::new_unchecked(this) }
            }

            /// Makes a value that holds a [`Weak`] to itself.
            ///
            /// While `make` runs, the pointer it gets can't be upgraded yet.
            ///
            /// ```
            #[doc = concat!("use ", $path, "::{", $R, ", Weak};")]
            ///
            /// struct Node {
            ///     me: Weak<Node>,
            /// }
            /// // SAFETY: clause 1 and 2: no lifetimes here.
            /// unsafe impl leak::Leak for Node {}
            ///
            #[doc = concat!("let node = ", $R, "::new_cyclic(|me| Node { me: me.clone() });")]
            /// let me = node.me.upgrade();
            #[doc = concat!("assert!(me.is_some_and(|me| ", $R, "::ptr_eq(&me, &node)));")]
            /// ```
            ///
            /// # Panics
            ///
            /// If `make` does.
            #[inline]
            pub fn new_cyclic<F>(make: F) -> Self
            where
                T: $crate::Leak,
                F: FnOnce(&Weak<T>) -> T,
            {
                // INVARIANT: `T: Leak`.
                Self($std::$Rc::new_cyclic(|weak| {
                    // SAFETY: clause 1: `T: Leak`.
                    make(unsafe { Weak::wrap_ref(weak) })
                }))
            }

            /// Makes a value of any type that holds a [`Weak`] to itself. See
            /// [`new_cyclic`](Self::new_cyclic).
            ///
            /// ```
            /// use leak::Unleak;
            #[doc = concat!("use ", $path, "::{", $R, ", Weak};")]
            ///
            /// struct Node<'a> {
            ///     me: Weak<Node<'a>>,
            ///     name: Unleak<&'a str>,
            /// }
            ///
            /// let name = String::from("ann");
            /// // SAFETY: clause 1: `name` outlives the only pointer. A `Node` has no place to keep
            /// // another.
            /// let node = unsafe {
            #[doc = concat!("    ", $R, "::new_cyclic_unchecked(|me| Node {")]
            ///         me: me.clone(),
            ///         name: Unleak(&name),
            ///     })
            /// };
            /// assert_eq!(node.me.upgrade().map(|me| me.name.len()), Some(3));
            /// ```
            ///
            /// # Safety
            ///
            /// 1. As for [`new_unchecked`](Self::new_unchecked). Note that the value can always
            ///    upgrade its pointer, and keep the result.
            ///
            /// # Panics
            ///
            /// If `make` does.
            #[inline]
            pub unsafe fn new_cyclic_unchecked<F>(make: F) -> Self
            where
                F: FnOnce(&Weak<T>) -> T,
            {
                // INVARIANT: the caller has the duty, by clause 1.
                Self($std::$Rc::new_cyclic(|weak| {
                    // SAFETY: clause 1: the caller has the duty.
                    make(unsafe { Weak::wrap_ref(weak) })
                }))
            }
        }
    };
}

pub(crate) use strong;
