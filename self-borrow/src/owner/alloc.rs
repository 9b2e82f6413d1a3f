//! Owners of the heap.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::ffi::CString;
use alloc::rc::Rc;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::ffi::CStr;

super::shared! {
    [T: ?Sized] Box<T> => T, "1. the content is on the heap. 2. only the box owns it.";
    [] String => str, "1. the text is in a buffer on the heap. 2. only the string owns it.";
    [T] Vec<T> => [T], "1. the elements are in a buffer on the heap. 2. only the vector owns it.";
    [T: ?Sized] Rc<T> => T, "1. the content is on the heap. 2. it is freed with the last owner; `Rc::get_mut` needs that there is no other, and `&mut Rc`.";
    [T: ?Sized] Arc<T> => T, "1. the content is on the heap. 2. it is freed with the last owner; `Arc::get_mut` needs that there is no other, and `&mut Arc`.";
    [] CString => CStr, "1. the text is on the heap. 2. only the string owns it.";
    ['c] Cow<'c, str> => str, "1. the text is on the heap or borrowed. 2. as for `String` and `&str`.";
    ['c, T: Clone] Cow<'c, [T]> => [T], "1. the elements are on the heap or borrowed. 2. as for `Vec<T>` and `&[T]`.";
    ['c] Cow<'c, CStr> => CStr, "1. the text is on the heap or borrowed. 2. as for `CString` and `&CStr`.";
}

super::exclusive! {
    [T: ?Sized] Box<T> => T, "1. the content is on the heap; the box claims it only where it is moved as a `Box`. 2. only the box owns it.";
    [] String => str, "1., 2. as above.";
    [T] Vec<T> => [T], "1., 2. as above.";
}

super::cloned! {
    [T: ?Sized] Rc<T>, "1. the clone owns the same allocation.";
    [T: ?Sized] Arc<T>, "1. the clone owns the same allocation.";
}
