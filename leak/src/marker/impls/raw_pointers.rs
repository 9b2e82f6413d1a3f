//! Raw pointers. Only a nightly compiler reads this file: without the negative impls, the auto
//! trait would hold for them. On stable there is simply no impl.

use crate::Leak;

impl<T: ?Sized> !Leak for *const T {}
impl<T: ?Sized> !Leak for *mut T {}
