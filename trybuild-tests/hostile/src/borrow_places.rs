//! Self-borrowing structs in unusual places, written by macros, with raw names.

macro_rules! define {
    (
        $(#[$attribute:meta])* $visibility:vis struct $name:ident<$lifetime:lifetime, $parameter:ident> lends $lend:lifetime {
            $owner:ident: $owner_type:ty,
            $($field:ident: $type:ty,)*
        }
    ) => {
        $(#[$attribute])*
        $visibility struct $name<$lifetime, $parameter: $lifetime> {
            #[lend($lend)]
            $visibility $owner: $owner_type,
            $($visibility $field: $type,)*
            pub hygienic: &$lend $parameter,
        }
    };
    (bind $visibility:vis $name:ident $lend:lifetime $owner:ty, $dependent:ty) => {
        self_borrow::bind! {
            $visibility struct $name bind $lend { owner: Box<!$lend mut $owner>, dependent: $dependent }
        }
    };
}

define! {
    #[self_borrow::self_borrow]
    #[derive(Clone, Debug)]
    pub struct ByMacro<'s, T> lends 'a {
        owner: &'s [T],
        first: Option<&'a T>,
        rest: &'a [T],
    }
}
define!(bind pub BindByMacro 'a u8, &'a mut u8);

#[self_borrow::self_borrow]
pub struct r#struct<'r#fn, r#type: 'r#fn> {
    #[lend('r#loop)]
    pub r#type: &'r#fn [r#type],
    pub r#gen: &'r#loop r#type,
    pub r#match: r#enum<'r#loop, r#type>,
}

#[derive(Debug)]
pub enum r#enum<'r#dyn, r#as> {
    r#in(&'r#dyn r#as),
}

/// In a function, with names that the items could catch.
#[must_use]
pub fn in_function(text: &str) -> usize {
    struct Word<'t>(&'t str);

    #[self_borrow::self_borrow]
    #[derive(Debug, Clone)]
    struct Inner<'s> {
        #[lend('text)]
        text: &'s str,
        word: &'text str,
    }

    #[self_borrow::self_borrow]
    struct Holder(#[lend('a)] String, Word<'a>);

    self_borrow::bind! {
        struct Other bind 'a { s: String<!'a str>, v: Vec<!'a &'static str>, r: (&'a str, &'a str) }
    }

    let f = 1;
    let view = 2;
    let bound = 3;
    let inner = Inner::new(text, |text| &text[f..]);
    let holder = Holder::new(text.to_owned(), |text| Word(&text[view..]));
    let other = Other::new(text.to_owned(), vec!["two"], |s, v| (&s[bound..], v[0]));
    inner.clone().word().len() + holder.get_1().0.len() + other.r().0.len() + other.r().1.len()
}

/// In a constant without a name.
const _: () = {
    #[self_borrow::self_borrow]
    #[derive(Debug)]
    pub struct Hidden(#[lend('a)] pub &'static str, pub &'a str);
};

/// In a block of a block of a method, in a trait of its own.
pub trait Within {
    /// Its length.
    fn length(&self) -> usize;
}

impl Within for String {
    fn length(&self) -> usize {
        {
            #[self_borrow::self_borrow]
            struct Line(#[lend('a)] String, &'a str);
            Line::new(self.clone(), |text| text).get_1().len()
        }
    }
}
