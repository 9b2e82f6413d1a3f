//! Conversions. Each that takes a value in has the bound.

macro_rules! convert {
    ($Rc:ident: $std:ident) => {
        // INVARIANT, for all of these: the values put in are `Leak`.

        impl<T: Default + $crate::Leak> Default for $Rc<T> {
            #[inline]
            fn default() -> Self {
                Self($std::$Rc::default())
            }
        }

        impl<T: $crate::Leak> From<T> for $Rc<T> {
            #[inline]
            fn from(value: T) -> Self {
                Self::new(value)
            }
        }

        impl<T: ?Sized + $crate::Leak> From<::alloc::boxed::Box<T>> for $Rc<T> {
            #[inline]
            fn from(value: ::alloc::boxed::Box<T>) -> Self {
                Self(value.into())
            }
        }

        impl<T: $crate::Leak> From<::alloc::vec::Vec<T>> for $Rc<[T]> {
            #[inline]
            fn from(values: ::alloc::vec::Vec<T>) -> Self {
                Self(values.into())
            }
        }

        impl<T: $crate::Leak, const N: usize> From<[T; N]> for $Rc<[T]> {
            #[inline]
            fn from(values: [T; N]) -> Self {
                Self(values.into())
            }
        }

        impl<T: Clone + $crate::Leak> From<&[T]> for $Rc<[T]> {
            #[inline]
            fn from(values: &[T]) -> Self {
                Self(values.into())
            }
        }

        impl<T: Clone + $crate::Leak> From<&mut [T]> for $Rc<[T]> {
            #[inline]
            fn from(values: &mut [T]) -> Self {
                Self((&*values).into())
            }
        }

        impl<T: $crate::Leak> FromIterator<T> for $Rc<[T]> {
            #[inline]
            fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
                Self(values.into_iter().collect())
            }
        }

        // `$Rc<B>: From<…>` brings the bound along.
        impl<'a, B> From<::alloc::borrow::Cow<'a, B>> for $Rc<B>
        where
            B: ?Sized + ::alloc::borrow::ToOwned,
            $Rc<B>: From<&'a B> + From<B::Owned>,
        {
            #[inline]
            fn from(value: ::alloc::borrow::Cow<'a, B>) -> Self {
                match value {
                    ::alloc::borrow::Cow::Borrowed(value) => Self::from(value),
                    ::alloc::borrow::Cow::Owned(value) => Self::from(value),
                }
            }
        }

        impl<T: ?Sized + $crate::Leak> From<$std::$Rc<T>> for $Rc<T> {
            #[inline]
            fn from(pointer: $std::$Rc<T>) -> Self {
                Self::from_std(pointer)
            }
        }

        // The next ones take nothing in.

        impl<T> Default for $Rc<[T]> {
            #[inline]
            fn default() -> Self {
                Self($std::$Rc::default())
            }
        }

        impl<T: ?Sized> From<$Rc<T>> for $std::$Rc<T> {
            #[inline]
            fn from(pointer: $Rc<T>) -> Self {
                pointer.0
            }
        }

        impl<T, const N: usize> TryFrom<$Rc<[T]>> for $Rc<[T; N]> {
            type Error = $Rc<[T]>;

            #[inline]
            fn try_from(pointer: $Rc<[T]>) -> Result<Self, Self::Error> {
                pointer.0.try_into().map(Self).map_err($Rc)
            }
        }

        impl From<$Rc<str>> for $Rc<[u8]> {
            #[inline]
            fn from(text: $Rc<str>) -> Self {
                Self(text.0.into())
            }
        }

        $crate::shared::convert::text!($Rc: $std, str, ::alloc::string::String);
        $crate::shared::convert::text!($Rc: $std, ::core::ffi::CStr, ::alloc::ffi::CString);
        #[cfg(feature = "std")]
        $crate::shared::convert::text!($Rc: $std, ::std::ffi::OsStr, ::std::ffi::OsString);
        #[cfg(feature = "std")]
        $crate::shared::convert::text!($Rc: $std, ::std::path::Path, ::std::path::PathBuf);

        impl Default for $Rc<str> {
            #[inline]
            fn default() -> Self {
                Self($std::$Rc::default())
            }
        }

        impl Default for $Rc<::core::ffi::CStr> {
            #[inline]
            fn default() -> Self {
                Self($std::$Rc::default())
            }
        }
    };
}

/// From borrowed and owned text. Text is `Leak`.
macro_rules! text {
    ($Rc:ident: $std:ident, $Borrowed:ty, $Owned:ty) => {
        impl From<&$Borrowed> for $Rc<$Borrowed> {
            #[inline]
            fn from(text: &$Borrowed) -> Self {
                Self($std::$Rc::from(text))
            }
        }

        impl From<&mut $Borrowed> for $Rc<$Borrowed> {
            #[inline]
            fn from(text: &mut $Borrowed) -> Self {
                Self($std::$Rc::from(&*text))
            }
        }

        impl From<$Owned> for $Rc<$Borrowed> {
            #[inline]
            fn from(text: $Owned) -> Self {
                Self($std::$Rc::from(text))
            }
        }
    };
}

pub(crate) use {convert, text};
