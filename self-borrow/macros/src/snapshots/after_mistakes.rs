pub struct Line<'s, T: 's> {
    _0: &'s (),
    _1: *const T,
}
const _: () = {
    type Mistaken = <[(); {
        ::self_borrow::__private::compile_error! {
            "a lend needs the name of a lifetime\n\nhelp: write `#[lend('a)]`, `#[lend(mut 'a)]`, `#[lend(inline 'a)]` or `#[lend(inline mut 'a)]`"
        }
    }] as ::self_borrow::__private::Mistaken>::Type;
    #[allow(non_upper_case_globals, reason = "in place of functions")]
    impl<'s, T: 's> Line<'s, T> {
        pub const builder: Mistaken = loop {};
        pub const new: Mistaken = loop {};
        pub const try_new: Mistaken = loop {};
        pub const pin_box: Mistaken = loop {};
        pub const try_pin_box: Mistaken = loop {};
        pub const pin_in: Mistaken = loop {};
        pub const try_pin_in: Mistaken = loop {};
    }
    impl<'s, T: 's> ::self_borrow::__private::Deref for Line<'s, T> {
        type Target = Mistaken;
        fn deref(&self) -> &Mistaken {
            loop {}
        }
    }
};
