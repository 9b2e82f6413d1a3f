//! Sharing, counting, and getting at the value.

macro_rules! access {
    ($Rc:ident($R:literal): $std:ident, $path:expr, [$($Any:tt)+] $any:literal) => {
        impl<T: ?Sized> $Rc<T> {
            /// Makes a [`Weak`] pointer, which doesn't keep the value alive.
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
            pub fn downgrade(this: &Self) -> Weak<T> {
                Weak($std::$Rc::downgrade(&this.0))
            }

            #[doc = concat!("The number of `", $R, "` pointers to the value.")]
            ///
            /// ```
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            #[doc = concat!("let five = ", $R, "::new(5);")]
            /// let also_five = five.clone();
            #[doc = concat!("assert_eq!(", $R, "::strong_count(&five), 2);")]
            /// ```
            #[inline]
            #[must_use]
            pub fn strong_count(this: &Self) -> usize {
                $std::$Rc::strong_count(&this.0)
            }

            /// The number of [`Weak`] pointers to the value.
            ///
            /// ```
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            #[doc = concat!("let five = ", $R, "::new(5);")]
            #[doc = concat!("let weak = ", $R, "::downgrade(&five);")]
            #[doc = concat!("assert_eq!(", $R, "::weak_count(&five), 1);")]
            /// ```
            #[inline]
            #[must_use]
            pub fn weak_count(this: &Self) -> usize {
                $std::$Rc::weak_count(&this.0)
            }

            /// Whether two pointers lead to the same allocation.
            ///
            /// ```
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            #[doc = concat!("let five = ", $R, "::new(5);")]
            #[doc = concat!("assert!(", $R, "::ptr_eq(&five, &five.clone()));")]
            #[doc = concat!("assert!(!", $R, "::ptr_eq(&five, &", $R, "::new(5)));")]
            /// ```
            #[inline]
            #[must_use]
            pub fn ptr_eq(this: &Self, other: &Self) -> bool {
                $std::$Rc::ptr_eq(&this.0, &other.0)
            }

            /// A mutable reference, if there is no other pointer to the value, not even a [`Weak`].
            ///
            /// ```
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            #[doc = concat!("let mut five = ", $R, "::new(5);")]
            #[doc = concat!("assert!(", $R, "::get_mut(&mut five).is_some());")]
            /// let clone = five.clone();
            #[doc = concat!("assert!(", $R, "::get_mut(&mut five).is_none());")]
            /// ```
            #[inline]
            pub fn get_mut(this: &mut Self) -> Option<&mut T> {
                $std::$Rc::get_mut(&mut this.0)
            }
        }

        impl<T> $Rc<T> {
            /// Takes the value out, if this is the only pointer to it that keeps it alive.
            ///
            /// # Errors
            ///
            /// Gives the pointer back if there are others.
            ///
            /// ```
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            #[doc = concat!("let five = ", $R, "::new(5);")]
            /// let clone = five.clone();
            #[doc = concat!("let Err(five) = ", $R, "::try_unwrap(five) else { panic!() };")]
            /// drop(clone);
            #[doc = concat!("assert_eq!(", $R, "::try_unwrap(five), Ok(5));")]
            /// ```
            #[inline]
            pub fn try_unwrap(this: Self) -> Result<T, Self> {
                $std::$Rc::try_unwrap(this.0).map_err(Self)
            }

            /// Takes the value out, if this is the only pointer that keeps it alive, and drops the
            /// pointer otherwise. If each of several pointers is given to this function, one gets
            /// the value.
            ///
            /// ```
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            #[doc = concat!("let five = ", $R, "::new(5);")]
            /// let clone = five.clone();
            #[doc = concat!("assert_eq!(", $R, "::into_inner(five), None);")]
            #[doc = concat!("assert_eq!(", $R, "::into_inner(clone), Some(5));")]
            /// ```
            #[inline]
            #[must_use]
            pub fn into_inner(this: Self) -> Option<T> {
                $std::$Rc::into_inner(this.0)
            }

            /// Takes the value out, if this is the only pointer that keeps it alive, and a clone
            /// otherwise.
            ///
            /// ```
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            #[doc = concat!("let five = ", $R, "::new(5);")]
            #[doc = concat!("assert_eq!(", $R, "::unwrap_or_clone(five.clone()), 5);")]
            #[doc = concat!("assert_eq!(", $R, "::unwrap_or_clone(five), 5);")]
            /// ```
            #[inline]
            pub fn unwrap_or_clone(this: Self) -> T
            where
                T: Clone,
            {
                $std::$Rc::unwrap_or_clone(this.0)
            }
        }

        impl<T: ?Sized + $crate::shared::MakeMut> $Rc<T> {
            /// A mutable reference, to a new allocation with a clone of the value if there are
            /// other pointers to it. [`Weak`] pointers are cut off.
            ///
            /// A clone is one more value that can be forgotten, so `T` is `Leak`.
            ///
            /// ```
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            #[doc = concat!("let five = ", $R, "::new(5);")]
            /// let mut six = five.clone();
            #[doc = concat!("*", $R, "::make_mut(&mut six) += 1;")]
            /// assert_eq!((*five, *six), (5, 6));
            ///
            #[doc = concat!("let mut name: ", $R, "<str> = ", $R, "::from(\"ann\");")]
            #[doc = concat!($R, "::make_mut(&mut name).make_ascii_uppercase();")]
            /// assert_eq!(&*name, "ANN");
            /// ```
            ///
            /// # Panics
            ///
            /// If `clone` does. The pointer then is as it was.
            #[inline]
            pub fn make_mut(this: &mut Self) -> &mut T {
                // INVARIANT: `T: Leak`, by the supertrait of `MakeMut`.
                <T as $crate::shared::make_mut::Via<$std::$Rc<T>>>::make_mut(&mut this.0)
            }
        }

        impl $Rc<dyn $($Any)+> {
            /// A pointer to the concrete type, if this is what the value is.
            ///
            /// # Errors
            ///
            /// Gives the pointer back if it isn't.
            ///
            /// ```
            /// use std::any::Any;
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            #[doc = concat!("let five = ", $R, "::new(5);")]
            #[doc = concat!("let any = ", $R, "::coerce::<dyn ", $any, ">(five, |five| five);")]
            /// assert_eq!(any.clone().downcast::<i32>().ok().as_deref(), Some(&5));
            /// assert!(any.downcast::<u8>().is_err());
            /// ```
            #[inline]
            pub fn downcast<T>(self) -> Result<$Rc<T>, Self>
            where
                T: $($Any)+,
            {
                self.0.downcast::<T>().map($Rc).map_err(Self)
            }
        }
    };
}

pub(crate) use access;
