//! Traits that are passed on to the value.

macro_rules! forward {
    ($Rc:ident) => {
        impl<T: ?Sized> Clone for $Rc<T> {
            /// One more pointer to the same value. No value is added, so there is no bound.
            #[inline]
            fn clone(&self) -> Self {
                // INVARIANT: the same value as that of `self`.
                Self(self.0.clone())
            }
        }

        impl<T: ?Sized> ::core::ops::Deref for $Rc<T> {
            type Target = T;

            #[inline]
            fn deref(&self) -> &T {
                &self.0
            }
        }

        impl<T: ?Sized> AsRef<T> for $Rc<T> {
            #[inline]
            fn as_ref(&self) -> &T {
                &self.0
            }
        }

        impl<T: ?Sized> ::core::borrow::Borrow<T> for $Rc<T> {
            #[inline]
            fn borrow(&self) -> &T {
                &self.0
            }
        }

        impl<T: ?Sized + ::core::fmt::Debug> ::core::fmt::Debug for $Rc<T> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&**self, f)
            }
        }

        impl<T: ?Sized + ::core::fmt::Display> ::core::fmt::Display for $Rc<T> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&**self, f)
            }
        }

        impl<T: ?Sized> ::core::fmt::Pointer for $Rc<T> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Pointer::fmt(&self.0, f)
            }
        }

        impl<T: ?Sized + ::core::hash::Hash> ::core::hash::Hash for $Rc<T> {
            #[inline]
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                self.0.hash(state);
            }
        }

        // To the pointer of std and not to the value: it compares addresses first where that is
        // right.
        impl<T: ?Sized + PartialEq> PartialEq for $Rc<T> {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                self.0 == other.0
            }
        }

        impl<T: ?Sized + Eq> Eq for $Rc<T> {}

        impl<T: ?Sized + PartialOrd> PartialOrd for $Rc<T> {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> Option<::core::cmp::Ordering> {
                self.0.partial_cmp(&other.0)
            }
        }

        impl<T: ?Sized + Ord> Ord for $Rc<T> {
            #[inline]
            fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                self.0.cmp(&other.0)
            }
        }
    };
}

pub(crate) use forward;
