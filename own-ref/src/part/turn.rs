//! From one struct to another, while one pinned field turns into a value of another type where it lies.

use super::carry::may_carry;
use super::{
    Absent, At, Brand, Carried, Carry, Field, Fields, First, Hosts, IsPresent, Mark, Mask, Next,
    Part, Pinning, Position, Present, part_of,
};
use core::marker::PhantomData;

/// Turns a pinned value into one of another type, in its memory: what [`Part::turn`] does to a field.
///
/// A field that is carried keeps its type. This is for a field that stays where it is, and whose type changes all the
/// same: as a string whose type says that it is borrowed by something, at first by this and later by that. Whether that is
/// right, only an `unsafe` implementation can say. There are some in the crate `self-borrow`, and here [`replace`].
///
/// # Safety
///
/// 1. When [`turn`](Turn::turn) returns, there is a valid `To` in the memory. When it unwinds, there is nothing there that would
///    have to be dropped.
/// 2. The value is treated as pinned: of what its type pins, nothing is moved, and all is dropped before `turn` returns or
///    unwinds, or pinned in the `To` where it was.
///
/// # Examples
///
/// See [`replace`].
pub unsafe trait Turn<From, To> {
    /// Turns the value.
    ///
    /// # Safety
    ///
    /// 1. `place` points to a valid `From`, which is pinned, and which the caller owns and gives up.
    /// 2. The memory is valid for a `To`, too, and aligned for it; until `turn` returns or unwinds, nobody else uses the memory of
    ///    either.
    /// 3. The `To` is pinned from then on.
    unsafe fn turn(self, place: *mut From);
}

/// Moves the value out, and puts what the function makes of it into its place: for a value that may be moved, although it is in a
/// field that is pinned.
///
/// # Examples
///
/// ```
/// use core::pin::pin;
/// use own_ref::part::replace;
/// use own_ref::states::update_pin;
/// use own_ref::{Fields, States};
///
/// #[derive(Fields)]
/// #[repr(C)]
/// struct Text { #[pin] content: String }
///
/// #[derive(Fields)]
/// #[repr(C)]
/// struct Bytes { #[pin] content: Vec<u8> }
///
/// #[derive(States)]
/// #[repr(C, u8)]
/// enum Content { Text(Text), Bytes(Bytes), #[sentinel] Gone }
///
/// let mut content = pin!(Content::Text(Text { content: "text".to_owned() }));
/// update_pin(content.as_mut(), |now| match now.state() {
///     ContentState::Text(state) => {
///         let bytes = state.part().turn_content(replace(String::into_bytes));
///         BytesPart::of(bytes).finish().next()
///     }
///     ContentState::Bytes(state) => state.next(),
///     ContentState::Gone(vacant) => vacant.rest(),
/// });
/// assert!(matches!(&*content, Content::Bytes(bytes) if bytes.content == b"text"));
/// ```
pub fn replace<From: Unpin, To>(f: impl FnOnce(From) -> To) -> impl Turn<From, To> {
    struct Replace<F, From, To>(F, PhantomData<fn(From) -> To>);

    // SAFETY: 1. written in the end; before that, the value has left. 2. nothing is pinned by a `From` that is `Unpin`.
    unsafe impl<F: FnOnce(From) -> To, From: Unpin, To> Turn<From, To> for Replace<F, From, To> {
        #[inline]
        unsafe fn turn(self, place: *mut From) {
            // SAFETY: clause 1: valid, and ours; as it is `Unpin`, it may be moved.
            let value = unsafe { place.read() };
            let value = (self.0)(value);
            // SAFETY: clause 2: valid for a `To`, and nothing is there any more.
            unsafe { place.cast::<To>().write(value) };
        }
    }

    Replace(f, PhantomData)
}

/// Which marks fields have in another struct, when the field at `P` turns into a field of that struct and the others that are
/// there are carried.
///
/// The other fields as for [`Carry`](super::Carry).
///
/// # Examples
///
/// See [`replace`].
#[diagnostic::on_unimplemented(
    message = "another field that is there has another type in the other state, or the state has fewer fields",
    label = "the states don't share all other fields that are there",
    note = "field types here: `{L}`",
    note = "field types there: `{K}`",
    note = "take the other field out first, or make the types (and lifetimes) the same"
)]
pub trait Turned<P: Position, L, K>: Mask<L> {
    /// The type of the field at `P` there.
    type To;
    /// The marks for `K`.
    type Out: Mask<K>;
}

// Whether the field is there is asked elsewhere, in words that name it.
impl<F, G, R, K, M: Mark, N: Carry<R, K>> Turned<First, (F, R), (G, K)> for (M, N) {
    type To = G;
    type Out = (Present, N::Out);
}

impl<P: Position, F, R, K, N: Turned<P, R, K>> Turned<Next<P>, (F, R), (F, K)> for (Present, N) {
    type To = N::To;
    type Out = (Present, N::Out);
}

impl<P: Position, F, G, R, K, N: Turned<P, R, K>> Turned<Next<P>, (F, R), (G, K)> for (Absent, N) {
    type To = N::To;
    type Out = (super::Absent, N::Out);
}

impl<'a, S: Fields, M: Mask<S::List>, B: Brand> Part<'a, S, M, B> {
    /// The fields that are there, as fields of another struct, where the field at `P`, which is pinned in both, turns into a value
    /// of the type that it has there. Nothing is moved or copied but what `turn` does.
    ///
    /// The position, name and offset of the field must be the same in both structs; all other fields that are there as
    /// for [`carry`](Part::carry).
    ///
    /// # Panics
    ///
    /// If `turn` does: by then it has dropped the field. The others are dropped next, and the enum stays in its sentinel
    /// variant.
    ///
    /// # Examples
    ///
    /// See [`replace`](super::replace()), where the derive's `turn_content` calls this.
    #[inline]
    #[expect(
        clippy::type_complexity,
        reason = "marks that are computed, as in `carry`"
    )]
    pub fn turn<P: Position, Z, T>(
        self,
        _: S::Key,
        turn: T,
    ) -> Carried<'a, Z, <M as Turned<P, S::List, Z::List>>::Out, B>
    where
        Z: Fields,
        M: At<P, S::List, Mark: IsPresent> + Turned<P, S::List, Z::List>,
        B: Hosts<Z> + Pinning,
        T: Turn<<M as At<P, S::List>>::Field, <M as Turned<P, S::List, Z::List>>::To>,
    {
        const {
            assert!(
                M::LEN <= 128,
                "states of more than 128 fields are not supported"
            );
            // The turned one, too: the same name and place there, and pinned in both or in neither.
            may_carry(M::BITS, S::FIELDS, Z::FIELDS, B::PINNED);
            assert!(
                pinned(S::FIELDS, M::INDEX),
                "the field is not pinned with the struct"
            );
        }
        let field = self.field::<P>().as_ptr();
        let (ptr, brand) = self.into_raw();
        // Made first: if `turn` unwinds, it drops the other fields, and tells the brand.
        // SAFETY: 1. as for `self`, without the field, which is turned next.
        let rest = unsafe { part_of::<S, <M as At<P, S::List>>::Absent, B>(ptr, brand) };
        // SAFETY: 1. invariant 2: a valid value, which `rest` doesn't own; pinned by invariant 3, and as the assertions say.
        // 2. by `may_carry` it is the place of a field of `Z`, of type `To` by `Turned` and clause 1 of `Fields`, in memory that
        // hosts a `Z`: so valid and aligned. The other fields that are there have the same types and places in `Z`, so they
        // don't overlap with it. 3. it is a pinned field of a part in pinned memory: invariant 3.
        unsafe { turn.turn(field) };
        let (ptr, brand) = rest.into_raw();
        // SAFETY: 1. as in `carry`, and by clause 1 of `Turn` the field at `P` is there as well.
        Carried::new(unsafe { part_of(ptr.cast(), brand) })
    }
}

const fn pinned(fields: &[Field], index: usize) -> bool {
    fields[index].is_pinned()
}
