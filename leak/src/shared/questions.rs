//! The ways in for values that aren't `Leak` but never own their pointer: see `ownership`.

macro_rules! questions {
    ($Rc:ident($R:literal): $std:ident, $path:expr) => {
        impl<T> $Rc<T> {
            /// Moves a value to the heap, to share it, if all that it shares itself may be
            /// forgotten.
            ///
            /// The value needn't be `Leak`: a guard that borrows is accepted.
            ///
            /// ```
            #[doc = concat!("use ", $path, "::", $R, ";")]
            /// use leak::{AllowedInRc, Unleak};
            ///
            /// #[derive(AllowedInRc)]
            /// struct Guard<'a> {
            ///     lent: Unleak<&'a str>,
            #[doc = concat!("    notes: ", $R, "<String>,")]
            /// }
            ///
            /// let name = String::from("ann");
            #[doc = concat!("let notes = ", $R, "::new(String::from(\"any\"));")]
            #[doc = concat!("let guard = ", $R, "::new_allowed(Guard { lent: Unleak(&name), notes });")]
            /// assert_eq!((guard.lent.len(), guard.notes.len()), (3, 3));
            /// ```
            #[inline]
            pub fn new_allowed(value: T) -> Self
            where
                T: $crate::AllowedInRc,
            {
                // INVARIANT: `T: AllowedInRc`.
                Self($std::$Rc::new(value))
            }

            /// Moves a value to the heap and pins it there, if all that it shares itself may be
            /// forgotten.
            ///
            /// ```
            /// use leak::Unleak;
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            /// let name = String::from("ann");
            #[doc = concat!("let guard = ", $R, "::pin_allowed(Unleak(&name));")]
            /// assert_eq!(guard.len(), 3);
            /// ```
            #[inline]
            pub fn pin_allowed(value: T) -> ::core::pin::Pin<Self>
            where
                T: $crate::AllowedInRc,
            {
                let this = Self::new_allowed(value);
                // SAFETY: as in `pin`: nobody else has a pointer to the value, and there is no
                // `DerefMut`.
                unsafe { ::core::pin::Pin::new_unchecked(this) }
            }

            /// Makes a value that holds a [`Weak`] to itself, and shares only what may be
            /// forgotten. See [`new_cyclic`](Self::new_cyclic).
            ///
            /// It can upgrade its pointer, but has no place to keep the result.
            ///
            /// ```
            #[doc = concat!("use ", $path, "::{", $R, ", Weak};")]
            /// use leak::{AllowedInRc, Unleak};
            ///
            /// #[derive(AllowedInRc)]
            /// struct Node<'a> {
            ///     me: Weak<Node<'a>>,
            ///     lent: Unleak<&'a str>,
            /// }
            ///
            /// let name = String::from("ann");
            #[doc = concat!("let node = ", $R, "::new_cyclic_allowed(|me| Node {")]
            ///     me: me.clone(),
            ///     lent: Unleak(&name),
            /// });
            /// assert_eq!(node.me.upgrade().map(|me| me.lent.len()), Some(3));
            /// ```
            ///
            /// # Panics
            ///
            /// If `make` does.
            #[inline]
            pub fn new_cyclic_allowed<F>(make: F) -> Self
            where
                T: $crate::AllowedInRc,
                F: FnOnce(&Weak<T>) -> T,
            {
                // SAFETY: clause 1: the value owns no pointer to itself, since it owns pointers to
                // `Leak` values only; and what is forgotten of such pointers elsewhere is asked
                // there, as for `new_allowed`.
                unsafe { Self::new_cyclic_unchecked(make) }
            }

            /// Moves a value to the heap, to share it, if its type never owns such a pointer.
            ///
            /// ```
            #[doc = concat!("use ", $path, "::", $R, ";")]
            /// use leak::{Disowns, Unleak};
            ///
            /// #[derive(Disowns)]
            /// struct Guard<'a> {
            ///     lent: Unleak<&'a str>,
            /// }
            ///
            /// let name = String::from("ann");
            #[doc = concat!("let guard = ", $R, "::new_disowned(Guard { lent: Unleak(&name) });")]
            /// assert_eq!(guard.lent.len(), 3);
            /// ```
            #[inline]
            pub fn new_disowned(value: T) -> Self
            where
                T: $crate::Disowns<$Rc<T>>,
            {
                // INVARIANT: `T: Disowns<$Rc<T>>`.
                Self($std::$Rc::new(value))
            }

            /// Moves a value to the heap, to share it, if shared pointers in it lie at most `N`
            /// deep. The result has rank `N + 1`.
            ///
            /// ```
            #[doc = concat!("use ", $path, "::", $R, ";")]
            /// use leak::Unleak;
            ///
            /// let name = String::from("ann");
            #[doc = concat!("let guard = ", $R, "::new_ranked::<0>(Unleak(&name));")]
            #[doc = concat!("let guards = ", $R, "::new_ranked::<1>([guard.clone(), guard]);")]
            /// assert_eq!(guards[1].len(), 3);
            /// ```
            #[inline]
            pub fn new_ranked<const N: usize>(value: T) -> Self
            where
                T: $crate::RankedLeak<N>,
            {
                // INVARIANT: `T: RankedLeak<N>`.
                Self($std::$Rc::new(value))
            }
        }
    };
}

pub(crate) use questions;
