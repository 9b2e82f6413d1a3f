//! References: they own nothing, and their place is stable.

super::shared! {
    ['r, T: ?Sized] &'r T => T, "1. the content is elsewhere, for all of `'r`. 2. it is borrowed.";
    ['r, T: ?Sized] &'r mut T => T, "1. the content is elsewhere, for all of `'r`. 2. it is borrowed uniquely.";
}

super::exclusive! {
    ['r, T: ?Sized] &'r mut T => T, "1. as above; the reference claims it only where it is moved as a reference. 2. as above.";
}

super::cloned! {
    ['r, T: ?Sized] &'r T, "1. the content is borrowed for `'r`, whoever has a copy.";
}
