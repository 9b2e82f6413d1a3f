// `Fields` for a struct, without the parts with named methods.
macro_rules! fields {
    ($(#[$attr:meta])* struct $name:ident { $($field:ident: $type:ty),* $(,)? }) => {
        $(#[$attr])*
        #[expect(dead_code, reason = "only its layout matters")]
        struct $name { $($field: $type),* }

        // SAFETY: all fields, with their types and offsets; no `Drop`; none is pinned.
        unsafe impl own_ref::part::Fields for $name {
            type List = fields!(@list $($type,)*);
            type Pinned = ();
            type Key = ();
            const FIELDS: &'static [own_ref::part::Field] = &[
                $(own_ref::part::Field::new(stringify!($field), core::mem::offset_of!($name, $field))),*
            ];
        }
    };
    (@list) => { () };
    (@list $first:ty, $($rest:ty,)*) => { ($first, fields!(@list $($rest,)*)) };
}
