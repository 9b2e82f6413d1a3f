//! The same meaning as elsewhere.

use crate::{names, no_prelude, parameters, places};

#[test]
fn types_are_leak() {
    leak::assert_leak!(
        names::Box<u8>,
        names::Error<u8, u8>,
        names::Guard<'static>,
        no_prelude::Data<u8>,
        no_prelude::Choice<u8>,
        no_prelude::Guard<'static, u8>,
        parameters::Fields<u8, u8, u8, u8>,
        parameters::Variants<u8>,
        places::ByMacro<u8, u8>,
        places::GuardByMacro<'static>,
        places::r#struct<u8>,
    );
}

#[test]
fn frames_run() {
    assert_eq!(names::framed(&[1, 2, 3]), 3);
    assert_eq!(no_prelude::framed(&[1, 2, 3]), 3);
    assert_eq!(parameters::framed("ab", "c"), 3);
    assert_eq!(places::frame_by_macro("abc"), 3);
    assert_eq!(places::r#while("abc"), 3);
    assert_eq!(places::in_function("abc"), 3);
    assert_eq!(places::Generic("abc").measured(|text| text.len()), 3);
}

#[test]
fn bounded_functions_run() {
    assert_eq!(names::bounded(1, &2), (1, &2));
    assert_eq!(parameters::bounded(&[1, 2], &[3], 0), [1, 2]);
}
