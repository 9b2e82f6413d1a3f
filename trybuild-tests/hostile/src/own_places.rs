//! Owned references to items in unusual places, written by macros, with raw names.

macro_rules! define {
    ($(#[$attribute:meta])* $visibility:vis struct $name:ident<$($parameter:ident),*> { $($field:ident: $type:ty,)* }) => {
        $(#[$attribute])*
        $visibility struct $name<$($parameter),*> {
            $($field: $type,)*
            pub hygienic: u8,
        }
    };
    (states $name:ident $sentinel:ident $($variant:ident $payload:ty),*) => {
        #[derive(own_ref::States)]
        #[repr(C, u8)]
        pub enum $name {
            $($variant($payload),)*
            #[sentinel]
            $sentinel,
        }
    };
}

define! {
    #[derive(own_ref::Fields)]
    #[repr(C)]
    pub struct ByMacro<T, U> {
        first: T,
        hygienic_too: (U, Vec<T>),
    }
}
define!(states Machine Done First ByMacro<u8, u8>, Second r#struct<u8>);

#[derive(own_ref::Fields)]
#[repr(C)]
pub struct r#struct<r#type> {
    pub r#fn: r#type,
    pub r#gen: r#enum<r#type>,
}

#[derive(own_ref::Fields)]
pub enum r#enum<r#dyn> {
    r#match(r#dyn),
    r#loop { r#if: r#dyn },
}

/// In a function, with names that the items could catch.
#[must_use]
pub fn in_function(text: &str) -> usize {
    #[derive(own_ref::Fields)]
    #[repr(C)]
    struct Inner<T>(T);

    #[derive(own_ref::States)]
    #[repr(C, u8)]
    enum Machine<'a> {
        Inner(Inner<&'a str>),
        #[sentinel]
        Done,
    }

    let mut machine = Machine::Inner(Inner(text));
    own_ref::states::update(&mut machine, |now| match now.state() {
        MachineState::Inner(state) => {
            let (text, rest) = state.part().take_0();
            rest.set_0(&text[1..]).finish().next()
        }
        MachineState::Done(vacant) => vacant.rest(),
    });
    match machine {
        Machine::Inner(Inner(text)) => text.len(),
        Machine::Done => 0,
    }
}

/// In a constant without a name.
const _: () = {
    #[derive(own_ref::Fields)]
    pub struct Hidden(pub u8);
    #[own_ref::own_drop]
    struct Owner(Hidden);
    #[own_ref::own_drop]
    impl own_ref::OwnDrop for Owner {
        fn drop(_: own_ref::Own<'_, Self>) {}
    }
};
