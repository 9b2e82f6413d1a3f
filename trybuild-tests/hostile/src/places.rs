//! Items in unusual places, written by macros, with raw names.

macro_rules! define {
    ($(#[$attribute:meta])* $visibility:vis struct $name:ident<$($parameter:ident),*> { $($field:ident: $type:ty,)* }) => {
        $(#[$attribute])*
        $visibility struct $name<$($parameter),*> {
            $($field: $type,)*
            pub hygienic: u8,
        }
    };
    (unleak $name:ident $lifetime:lifetime) => {
        #[derive(leak::Unleak)]
        pub struct $name<$lifetime>(pub &$lifetime u8);
    };
    (frame $name:ident $argument:ident $body:expr) => {
        #[leak::framed]
        pub fn $name($argument: &str) -> usize {
            leak::frame!(s);
            s.spawn(|| $body).join().unwrap_or(0)
        }
    };
}

leak::family! { pub struct r#match = for<'r#fn> &'r#fn u8; }

define! {
    #[derive(leak::Leak)]
    pub struct ByMacro<T, U> {
        first: T,
        hygienic_too: (U, Vec<T>),
    }
}
define! {
    #[derive(leak::AllowedInRc, leak::Disowns, leak::NeverGives, leak::RankedLeak, leak::RoutineDrop)]
    #[ranked_leak(rank = 1)]
    #[disowns(target = leak::rc::Rc<Self>)]
    #[never_gives(target = leak::rc::Rc<Self>)]
    pub struct AskedByMacro<T, U> {
        first: T,
        hygienic_too: (U, Vec<T>),
    }
}
define!(unleak GuardByMacro 'a);
define!(frame frame_by_macro text text.len());

#[derive(leak::Leak)]
pub struct r#struct<r#type> {
    pub r#fn: r#type,
    pub r#gen: r#enum<r#type>,
}

#[derive(
    leak::AllowedInRc, leak::Disowns, leak::NeverGives, leak::RankedLeak, leak::RoutineDrop,
)]
pub union r#union<r#type: Copy + 'static> {
    pub r#fn: r#type,
    pub r#gen: &'static r#type,
}

#[derive(leak::Leak)]
pub enum r#enum<r#dyn> {
    r#match(r#dyn),
    r#loop { r#if: r#dyn },
}

#[leak::framed]
#[must_use]
pub fn r#while(r#as: &str) -> usize {
    leak::frame!(r#in);
    r#in.spawn(|| r#as.len()).join().unwrap_or(0)
}

/// In a function whose names the items could catch.
#[must_use]
pub fn in_function(text: &str) -> usize {
    #[derive(leak::Leak)]
    struct Inner<T>(T);

    #[leak::framed]
    fn inner(this: &Inner<&str>) -> usize {
        leak::frame!(s);
        s.spawn(|| this.0.len()).join().unwrap_or(0)
    }

    inner(&Inner(text))
}

/// In a constant without a name.
const _: () = {
    #[derive(leak::Leak)]
    pub struct Hidden(pub u8);
    leak::assert_leak!(Hidden);
};

/// In a method of a generic type.
pub struct Generic<T>(pub T);

impl<T: Sync> Generic<T> {
    #[leak::framed]
    pub fn measured(&self, by: impl Fn(&T) -> usize + Sync) -> usize
    where
        T: Clone,
    {
        leak::frame!(s);
        s.spawn(|| by(&self.0)).join().unwrap_or(0)
    }
}
