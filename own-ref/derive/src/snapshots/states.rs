//! An enum with its states.

use super::check;
use crate::derive;
use expect_test::expect;
use macro_test_support::tokens;

#[test]
fn states() {
    let input =
        "#[repr(C, u8)] pub enum Machine<T> { Idle(Idle), Busy(Busy<T>), #[sentinel] Done }";
    check(
        derive::states(tokens(input)),
        expect![[r#"
            /// The state that a [`Machine`] is in while it is being updated, owned by reference.
            #[must_use = "dropping a state drops the payload"]
            #[allow(
                clippy::exhaustive_enums,
                clippy::exhaustive_structs,
                clippy::field_scoped_visibility_modifiers,
                clippy::partial_pub_fields,
                reason = "as in the type it is made from"
            )]
            pub enum MachineState<'update, T, Memory: ::own_ref::part::Brand> {
                Idle(::own_ref::states::State<'update, Idle, Memory>),
                Busy(::own_ref::states::State<'update, Busy<T>, Memory>),
                Done(::own_ref::states::Vacant<'update, Machine<T>, Memory>),
            }
            #[automatically_derived]
            impl<'update, T, Memory: ::own_ref::part::Brand> ::own_ref::__private::Debug
            for MachineState<'update, T, Memory>
            where
                ::own_ref::states::State<'update, Idle, Memory>: ::own_ref::__private::Debug,
                ::own_ref::states::State<'update, Busy<T>, Memory>: ::own_ref::__private::Debug,
            {
                fn fmt(
                    &self,
                    __f: &mut ::own_ref::__private::fmt::Formatter<'_>,
                ) -> ::own_ref::__private::fmt::Result {
                    match *self {
                        Self::Idle(ref __state) => {
                            ::own_ref::__private::debug(__f, "Idle", true, &[("", __state)])
                        }
                        Self::Busy(ref __state) => {
                            ::own_ref::__private::debug(__f, "Busy", true, &[("", __state)])
                        }
                        Self::Done(ref __state) => {
                            ::own_ref::__private::debug(__f, "Done", true, &[("", __state)])
                        }
                    }
                }
            }
            ::own_ref::__private::unsafe_states!
            impl [< T >] for [Machine < T >] where [] payloads [(Idle , (Busy < T > , ()))] variants [Idle : Idle = 0 ; Busy : Busy < T > = 1 ;] sentinel Done = 2 state ['update Memory => MachineState < 'update , T , Memory >] check __this
            fn block() {
                match *__this {
                    Self::Idle(_) => {}
                    Self::Busy(_) => {}
                    Self::Done {} => {}
                }
                let __payload_0 = match *__this {
                    Self::Idle(ref mut __payload) => {
                        let __exact = private::type_of(__payload);
                        __exact
                    }
                    _ => loop {}
                };
                let __payload_1 = match *__this {
                    Self::Busy(ref mut __payload) => {
                        let __exact = private::type_of(__payload);
                        __exact
                    }
                    _ => loop {}
                };
                let __payloads = private::cons(
                    __payload_0,
                    private::cons(__payload_1, private::nil()),
                );
                private::is::<<Self as private::Payloads>::List>(__payloads);
            }
            pick __current
            fn block() {
                let __current = match ::own_ref::states::Current::of::<Idle>(__current) {
                    ::own_ref::__private::Ok(__state) => return MachineState::Idle(__state),
                    ::own_ref::__private::Err(__other) => __other,
                };
                let __current = match ::own_ref::states::Current::of::<Busy<T>>(__current) {
                    ::own_ref::__private::Ok(__state) => return MachineState::Busy(__state),
                    ::own_ref::__private::Err(__other) => __other,
                };
                MachineState::Done(::own_ref::states::Current::vacant(__current))
            }

            ::own_ref::__private::unsafe_variant!
            impl [< T >] for [Idle] of [Machine < T >] where [] variant [Machine Idle] = 0
            ::own_ref::__private::unsafe_variant!
            impl [< T >] for [Busy < T >] of [Machine < T >] where [] variant [Machine Busy] = 1
        "#]],
    );
}
