//! Allocations that are filled later.

macro_rules! uninit {
    ($Rc:ident($R:literal): $std:ident, $path:expr) => {
        impl<T> $Rc<T> {
            /// Makes room for a value.
            ///
            /// The slot is this crate's [`MaybeUninit`](crate::mem::MaybeUninit), so the question
            /// whether the value may be forgotten is asked when it is written.
            ///
            /// ```
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            #[doc = concat!("let mut five = ", $R, "::<u32>::new_uninit();")]
            #[doc = concat!("if let Some(slot) = ", $R, "::get_mut(&mut five) {")]
            ///     slot.write(5);
            /// }
            /// // SAFETY: clause 1: just written, since there is no other pointer to it.
            /// let five = unsafe { five.assume_init() };
            /// assert_eq!(*five, 5);
            /// ```
            #[inline]
            #[must_use]
            pub fn new_uninit() -> $Rc<$crate::mem::MaybeUninit<T>> {
                let raw = $std::$Rc::into_raw($std::$Rc::<T>::new_uninit());
                // INVARIANT: `MaybeUninit<T>: Leak`. SAFETY: the pointer was just made by
                // `into_raw`, for a type of the same size and alignment: both `MaybeUninit`s have
                // those of `T`, one being a transparent wrapper of the other.
                $Rc(unsafe { $std::$Rc::from_raw(raw.cast()) })
            }

            /// Makes room for a value, filled with zero bytes.
            ///
            /// ```
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            #[doc = concat!("let zero = ", $R, "::<u32>::new_zeroed();")]
            /// // SAFETY: clause 1: all bytes zero is a `u32`.
            /// assert_eq!(*unsafe { zero.assume_init() }, 0);
            /// ```
            #[inline]
            #[must_use]
            pub fn new_zeroed() -> $Rc<$crate::mem::MaybeUninit<T>> {
                let raw = $std::$Rc::into_raw($std::$Rc::<T>::new_zeroed());
                // INVARIANT: `MaybeUninit<T>: Leak`.
                // SAFETY: as in `new_uninit`.
                $Rc(unsafe { $std::$Rc::from_raw(raw.cast()) })
            }
        }

        impl<T> $Rc<[T]> {
            /// Makes room for a slice of values.
            ///
            /// ```
            #[doc = concat!("use ", $path, "::", $R, ";")]
            ///
            #[doc = concat!("let mut squares = ", $R, "::<[usize]>::new_uninit_slice(3);")]
            #[doc = concat!("if let Some(slots) = ", $R, "::get_mut(&mut squares) {")]
            ///     for (n, slot) in slots.iter_mut().enumerate() {
            ///         slot.write(n * n);
            ///     }
            /// }
            /// // SAFETY: clause 1: all written, since there is no other pointer to it.
            /// assert_eq!(*unsafe { squares.assume_init() }, [0, 1, 4]);
            /// ```
            #[inline]
            #[must_use]
            pub fn new_uninit_slice(len: usize) -> $Rc<[$crate::mem::MaybeUninit<T>]> {
                let raw = $std::$Rc::into_raw($std::$Rc::<[T]>::new_uninit_slice(len));
                // INVARIANT: `[MaybeUninit<T>]: Leak`.
                // SAFETY: as in `new_uninit`, for each element; the cast keeps the length.
                $Rc(unsafe { $std::$Rc::from_raw(raw as *const [$crate::mem::MaybeUninit<T>]) })
            }
        }

        impl<T> $Rc<$crate::mem::MaybeUninit<T>> {
            /// Declares the value to be there. See [`new_uninit`](Self::new_uninit) for an example.
            ///
            /// For a value whose type isn't `Leak` there is
            #[doc = concat!("[`new_unchecked`](", $R, "::new_unchecked).")]
            ///
            /// # Safety
            ///
            /// 1. There is a value of type `T` in the slot.
            #[inline]
            #[must_use]
            pub unsafe fn assume_init(self) -> $Rc<T>
            where
                T: $crate::Leak,
            {
                let raw = $std::$Rc::into_raw(self.0).cast::<T>();
                // INVARIANT: `T: Leak`.
                // SAFETY: the pointer was just made by `into_raw`, for a type of the same size and
                // alignment. By clause 1, a `T` is there.
                $Rc(unsafe { $std::$Rc::from_raw(raw) })
            }
        }

        impl<T> $Rc<[$crate::mem::MaybeUninit<T>]> {
            /// Declares the values to be there.
            #[doc = concat!("See [`new_uninit_slice`](", $R, "::new_uninit_slice) for an example.")]
            ///
            /// # Safety
            ///
            /// 1. There is a value of type `T` in each slot.
            #[inline]
            #[must_use]
            pub unsafe fn assume_init(self) -> $Rc<[T]>
            where
                T: $crate::Leak,
            {
                let raw = $std::$Rc::into_raw(self.0) as *const [T];
                // INVARIANT: `T: Leak`.
                // SAFETY: as for one value, for each element; the cast keeps the length.
                $Rc(unsafe { $std::$Rc::from_raw(raw) })
            }
        }
    };
}

pub(crate) use uninit;
