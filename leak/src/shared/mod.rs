//! `Rc` and `Arc`, written once.
//!
//! Each macro in here writes a part of a pointer's API; [`shared_pointer!`] calls all of them. The
//! parameters that everyone gets:
//!
//! - `$Rc`, `$R`: the name, as an identifier and for the documentation;
//! - `$std`: std's module that holds the pointer that is wrapped;
//! - `$path`, `$std_path`: our module and std's pointer, for the documentation;
//! - `$Any`, `$any`: the bounds of the trait object that can be downcast, and their text.

pub(crate) mod access;
pub(crate) mod convert;
pub(crate) mod forward;
pub(crate) mod make_mut;
pub(crate) mod questions;
pub(crate) mod raw;
pub(crate) mod strong;
pub(crate) mod uninit;
pub(crate) mod weak;

macro_rules! shared_pointer {
    (
        $Rc:ident($R:literal, $range:literal): $std:ident in $module:literal,
        [$($Any:tt)+] $any:literal
    ) => {
        $crate::shared::shared_pointer!(
            @parts $Rc($R, $range): $std,
            concat!("leak::", $module), concat!("std::", $module, "::", $R),
            [$($Any)+] $any
        );
    };
    (
        @parts $Rc:ident($R:literal, $range:literal): $std:ident,
        $path:expr, $std_path:expr,
        [$($Any:tt)+] $any:literal
    ) => {
        $crate::shared::strong::strong!($Rc($R, $range): $std, $path, $std_path, [$($Any)+]);
        $crate::shared::questions::questions!($Rc($R): $std, $path);
        $crate::shared::uninit::uninit!($Rc($R): $std, $path);
        $crate::shared::access::access!($Rc($R): $std, $path, [$($Any)+] $any);
        $crate::shared::raw::raw!($Rc($R): $std, $path, $std_path);
        $crate::shared::weak::weak!($Rc($R): $std, $path, $std_path);
        $crate::shared::convert::convert!($Rc: $std);
        $crate::shared::forward::forward!($Rc);
    };
}

pub use make_mut::MakeMut;
pub(crate) use shared_pointer;
