//! Guards of `RefCell`.

use core::cell::{Ref, RefMut};

super::shared! {
    ['g, T: ?Sized] Ref<'g, T> => T, "1. the content is in the cell, which is borrowed. 2. nobody changes it before the guard is dropped.";
    ['g, T: ?Sized] RefMut<'g, T> => T, "1. the content is in the cell, which is borrowed. 2. nobody else has it before the guard is dropped.";
}

super::exclusive! {
    ['g, T: ?Sized] RefMut<'g, T> => T, "1., 2. as above.";
}
