//! Values of which only some fields are there.

mod brand;
mod carry;
pub(crate) mod derive_support;
mod fields;
mod list;
mod marks;
#[cfg(doctest)]
pub mod refused;
mod split;
mod split_std;
mod turn;

pub use brand::{Brand, Free, Hosts, In, Movable, Names, PinnedIn, Pinning};
pub use carry::Carried;
pub use fields::{Field, Fields, Parted};
pub use list::{At, Carry, First, Full, List, Mask, Next, Position};
pub use marks::{Absent, IsAbsent, IsPresent, Mark, Present};
pub use split::{Claim, Split};
pub use turn::{Turn, Turned, replace};

use crate::init::{infallible, init_here};
use crate::states::{States, Vacant};
use crate::{Hole, Init, init};
use carry::may_carry;
use core::fmt;
use core::marker::PhantomData;
use core::mem::ManuallyDrop;
use core::panic::UnwindSafe;
use core::pin::Pin;
use core::ptr::NonNull;

/// An owned reference to a struct of which only some fields are there.
///
/// One pointer. Which fields are there is part of the type: `M` is a list of marks,
/// [`Present`] or [`Absent`], one for each field. Dropping a part drops the fields that are there, in
/// order, also if one of them panics.
///
/// Users see the type that `#[derive(Fields)]` makes from it: `StructPart<'a, Present, Absent>`, with
/// methods that are named after the fields, and as visible as they are. Those of this type name a field by
/// its position, [`First`], [`Next<First>`](Next) and so on, and want the struct's
/// [`Key`](Fields::Key), which only the code has that the derive writes: else anyone could take and put
/// private fields.
///
/// `B` says whose memory it is; it is [`Free`] unless an [enum is being updated](crate::states).
///
/// # Examples
///
/// ```
/// # mod expanded { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expanded/my_strings.rs")); }
/// # use expanded::{MyStrings, MyStringsPart};
/// use own_ref::{Absent, Own, Present, Slot};
///
/// /// `&own MyStrings{y}`
/// type OnlyY<'a> = MyStringsPart<'a, u32, Absent, Present>;
///
/// fn begin(slot: &mut Slot<MyStrings<u32>>) -> OnlyY<'_> {
///     slot.hole().part().set_y(7)
/// }
///
/// fn finish(part: OnlyY<'_>) -> Own<'_, MyStrings<u32>> {
///     part.set_x("seven".to_owned()).finish()
/// }
///
/// let mut slot = Slot::new();
/// let whole = finish(begin(&mut slot));
/// assert_eq!(whole.x, "seven");
///
/// let (x, rest) = Own::part(whole).take_x();
/// drop(x);
/// assert_eq!(*rest.y(), 7);
/// drop(begin(&mut Slot::new())); // an unfinished one drops what is there
/// # drop(rest);
/// ```
///
/// # Source
///
/// `&own MyStrings{y}` of "The Inconceivable Types of Rust".
#[must_use = "dropping a part drops the fields that are there"]
pub struct Part<'a, S: Fields, M: Mask<S::List>, B: Brand = Free> {
    /// # Invariants
    ///
    /// 1. Aligned for `S`, and until `'a` ends the memory is accessed only through this pointer and
    ///    what is derived from it. It has the size of an `S`, or is large enough for every
    ///    struct that `B` hosts.
    /// 2. The fields that are `Present` by `M` hold valid values that this owns.
    /// 3. `brand` is that of the memory. If it is pinned, the fields with [`Field::is_pinned`]
    ///    are pinned, and `brand` has been told that the memory is occupied.
    ptr: NonNull<S>,
    brand: B,
    /// Borrows the memory; owns parts of an `S`; covariant in all but the brand.
    _owns: PhantomData<Owns<'a, S, M>>,
}

/// What a part owns, to the drop check and the auto traits.
type Owns<'a, S, M> = (&'a mut (), S, fn() -> M);

// SAFETY: it is fields of an `S` that lie elsewhere.
unsafe impl<S: Fields + Send, M: Mask<S::List>, B: Brand + Send> Send for Part<'_, S, M, B> {}

// SAFETY: a shared part gives out references to fields of an `S`.
unsafe impl<S: Fields + Sync, M: Mask<S::List>, B: Brand + Sync> Sync for Part<'_, S, M, B> {}

// Moving the part doesn't move the fields.
impl<S: Fields, M: Mask<S::List>, B: Brand> Unpin for Part<'_, S, M, B> {}

/// A part.
///
/// # Safety
///
/// 1. The invariants of [`Part`] hold for the result, but that the brand has yet to be told.
#[inline]
pub(crate) unsafe fn part_of<'a, S: Fields, M: Mask<S::List>, B: Brand>(
    ptr: *mut S,
    brand: B,
) -> Part<'a, S, M, B> {
    brand.note(true);
    // SAFETY: clause 1: it points to memory, so it isn't null.
    let ptr = unsafe { NonNull::new_unchecked(ptr) };
    // INVARIANT: 1 to 3: by clause 1, and the note above.
    Part {
        ptr,
        brand,
        _owns: PhantomData,
    }
}

impl<'a, S: Fields, M: Mask<S::List>, B: Brand> Part<'a, S, M, B> {
    /// The pointer and the brand. The fields are nobody's then.
    #[inline]
    fn into_raw(self) -> (*mut S, B) {
        let this = ManuallyDrop::new(self);
        (this.ptr.as_ptr(), this.brand)
    }

    /// Where the field at `P` is.
    #[inline]
    fn field<P: Position>(&self) -> NonNull<M::Field>
    where
        M: At<P, S::List>,
    {
        let field = &S::FIELDS[M::INDEX];
        // SAFETY: clause 1 of `Fields`: the offset of a field, so within the memory.
        unsafe { self.ptr.byte_add(field.offset()) }.cast()
    }

    /// Puts a value into the field at `P`, which is absent.
    ///
    /// # Examples
    ///
    /// See [`Part`], where the derive's `set_x` calls this.
    #[inline]
    pub fn set<P: Position>(self, _: S::Key, value: M::Field) -> Part<'a, S, M::Present, B>
    where
        M: At<P, S::List, Mark: IsAbsent>,
    {
        infallible(self.init_with(init::value(value)))
    }

    /// Builds a value in the field at `P`, which is absent.
    ///
    /// # Errors
    ///
    /// With what the recipe failed with. The fields that are there are dropped then.
    ///
    /// # Panics
    ///
    /// If the recipe returns a value that is not in the field. The fields that are there are dropped
    /// then.
    ///
    /// # Examples
    ///
    /// See [`Part`], where the derive's `init_x` calls this.
    #[inline]
    pub fn init<P: Position, E, I>(
        self,
        _: S::Key,
        recipe: I,
    ) -> Result<Part<'a, S, M::Present, B>, E>
    where
        M: At<P, S::List, Mark: IsAbsent>,
        I: Init<M::Field, E>,
    {
        self.init_with(recipe)
    }

    #[inline]
    fn init_with<P: Position, E, I>(self, recipe: I) -> Result<Part<'a, S, M::Present, B>, E>
    where
        M: At<P, S::List, Mark: IsAbsent>,
        I: Init<M::Field, E>,
    {
        let field = self.field::<P>().as_ptr();
        // SAFETY: 1. the memory of a field in which no value is, ours by invariant 1, and not used
        // otherwise before `init_here` returns. 2. aligned by clause 2 of `Fields`.
        let hole = unsafe { Hole::from_raw(field) };
        if let Err(error) = init_here(hole, recipe) {
            // Before the error is returned: rust#47949 would forget it if this panics.
            drop(self);
            return Err(error);
        }
        let (ptr, brand) = self.into_raw();
        // SAFETY: 1. as for `self`, with one more field, in which `init_here` left a value.
        Ok(unsafe { part_of(ptr, brand) })
    }

    /// Moves the value of the field at `P` out.
    ///
    /// # Examples
    ///
    /// See [`Part`], where the derive's `take_x` calls this.
    #[inline]
    pub fn take<P: Position>(self, _: S::Key) -> (M::Field, Part<'a, S, M::Absent, B>)
    where
        M: At<P, S::List, Mark: IsPresent>,
    {
        const { self::may_move::<B>(&S::FIELDS[M::INDEX]) };
        let field = self.field::<P>();
        let (ptr, brand) = self.into_raw();
        // SAFETY: invariant 2: a valid value. It is not pinned, by the assertion and
        // invariant 3, and nobody uses it there any more.
        let value = unsafe { field.read() };
        // SAFETY: 1. as for `self`, without the field, whose value has left.
        (value, unsafe { part_of(ptr, brand) })
    }

    /// Drops the value of the field at `P`, in place.
    ///
    /// # Examples
    ///
    /// See [`Part`], where the derive's `drop_x` calls this.
    #[inline]
    pub fn clear<P: Position>(self, _: S::Key) -> Part<'a, S, M::Absent, B>
    where
        M: At<P, S::List, Mark: IsPresent>,
    {
        let field = self.field::<P>().as_ptr();
        let (ptr, brand) = self.into_raw();
        // Made first: if the destructor panics, it drops the other fields.
        // SAFETY: 1. as for `self`, without the field, which is dropped next.
        let part = unsafe { part_of(ptr, brand) };
        // SAFETY: invariant 2: a valid value, which `part` doesn't own.
        unsafe { field.drop_in_place() };
        part
    }

    /// The field at `P`.
    ///
    /// # Examples
    ///
    /// See [`Part`], where the derive's `x` calls this.
    #[inline]
    #[must_use]
    pub fn get<P: Position>(&self, _: S::Key) -> &M::Field
    where
        M: At<P, S::List, Mark: IsPresent>,
    {
        // SAFETY: invariants 1 and 2: valid, and nobody writes while `self` is borrowed.
        unsafe { self.field::<P>().as_ref() }
    }

    /// The field at `P`.
    ///
    /// # Examples
    ///
    /// See [`Part`], where the derive's `x_mut` calls this.
    #[inline]
    #[must_use]
    pub fn get_mut<P: Position>(&mut self, _: S::Key) -> &mut M::Field
    where
        M: At<P, S::List, Mark: IsPresent>,
    {
        const { self::may_move::<B>(&S::FIELDS[M::INDEX]) };
        // SAFETY: invariants 1 and 2: valid, and nobody else accesses it while `self` is borrowed.
        unsafe { self.field::<P>().as_mut() }
    }

    /// The field at `P`, which is pinned.
    ///
    /// # Examples
    ///
    /// See [`Part`], where the derive's `x_pin` calls this.
    #[inline]
    #[must_use]
    pub fn get_pin<P: Position>(&mut self, _: S::Key) -> Pin<&mut M::Field>
    where
        M: At<P, S::List, Mark: IsPresent>,
        B: Pinning,
    {
        const {
            assert!(
                S::FIELDS[M::INDEX].is_pinned(),
                "the field is not pinned with the struct"
            );
        };
        // SAFETY: invariants 1 and 2: valid, and nobody else accesses it while `self` is borrowed.
        let field = unsafe { self.field::<P>().as_mut() };
        // SAFETY: invariant 3. This type moves no pinned field, and drops it in place before the memory
        // is used otherwise, or tells `brand`, which guards it, that it hasn't.
        unsafe { Pin::new_unchecked(field) }
    }

    /// The whole value, when every field is there: an [`Own`](crate::Own), or a
    /// [`State`](crate::states::State) if the memory is in an enum that is being updated.
    ///
    /// # Examples
    ///
    /// See [`Part`], where the derive's `finish` calls this.
    #[inline]
    pub fn finish(self) -> B::Whole<'a, S>
    where
        M: Full,
    {
        let (ptr, brand) = self.into_raw();
        // SAFETY: 1. invariant 2: every field holds a valid value, and by clauses 1 and 2 of `Fields`
        // this makes a valid `S`, which nobody else owns. 2. invariants 1 and 3.
        unsafe { brand.whole(ptr) }
    }

    /// Drops the fields that are there, in place, and gives back the memory of the enum that is being updated.
    ///
    /// # Examples
    ///
    /// ```
    /// # mod expanded { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expanded/fetch.rs")); }
    /// # use expanded::{Connecting, Fetch, FetchState};
    /// use own_ref::states::update;
    ///
    /// let mut fetch: Fetch<String, u8, u64> = Fetch::Connecting(Connecting { page: "page".into(), dial: 7 });
    /// let dial = update(&mut fetch, |now| match now.state() {
    ///     FetchState::Connecting(state) => {
    ///         let (dial, part) = state.part().take_dial();
    ///         part.vacate().rest().with(dial)
    ///     }
    ///     _ => unreachable!(),
    /// });
    /// assert!(dial == 7 && matches!(fetch, Fetch::Done));
    /// ```
    #[inline]
    pub fn vacate<E: States>(self) -> Vacant<'a, E, B>
    where
        B: Names<E>,
    {
        let (ptr, brand) = (self.ptr.as_ptr(), self.brand);
        drop(self);
        // SAFETY: 1. by invariant 1 and `Names`, the payload of the enum that the brand names, with all that was there dropped.
        unsafe { Vacant::from_raw(ptr.cast(), brand) }
    }

    /// The fields that are there, as fields of another struct. Nothing is moved or copied.
    ///
    /// Each of them must be at the same position, and have the same name, type and offset, in both
    /// structs. That is so for the common first fields of two `#[repr(C)]` structs; it is checked
    /// when the program is compiled, the types by the trait [`Carry`], the rest by an assertion.
    ///
    /// # Examples
    ///
    /// ```
    /// # mod expanded { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expanded/fetch.rs")); }
    /// # use expanded::{ConnectingPart, Reading};
    /// use own_ref::{Own, Slot};
    ///
    /// // #[repr(C)] struct Reading { page, chunks, read }
    /// // #[repr(C)] struct Connecting { page, dial }
    /// let mut slot = Slot::new();
    /// let reading = slot.put(Reading { page: String::from("page"), chunks: 3, read: [0_u64; 4] });
    /// let page = &raw const reading.page;
    ///
    /// let (chunks, rest) = Own::part(reading).take_chunks();
    /// let connecting = ConnectingPart::of(rest.drop_read().carry()).set_dial(chunks).finish();
    /// assert_eq!((connecting.page.as_str(), connecting.dial), ("page", 3));
    /// assert_eq!(&raw const connecting.page, page); // it never moved
    /// ```
    #[inline]
    pub fn carry<Z>(self, _: S::Key) -> Carried<'a, Z, M::Out, B>
    where
        Z: Fields,
        M: Carry<S::List, Z::List>,
        B: Hosts<Z>,
    {
        const {
            assert!(
                !B::SIZED || size_of::<Z>() <= size_of::<S>(),
                "the other state is larger than the memory of this one"
            );
            assert!(
                !B::SIZED || align_of::<Z>() <= align_of::<S>(),
                "the other state needs a stricter alignment than this one has"
            );
            assert!(
                M::LEN <= 128,
                "states of more than 128 fields are not supported"
            );
            may_carry(M::BITS, S::FIELDS, Z::FIELDS, B::PINNED);
        }
        let (ptr, brand) = self.into_raw();
        // SAFETY: 1. large enough and aligned, by the assertions or as `B` hosts `Z`. The fields that
        // are there have the same types, by `Carry`, and are at the same offsets, by
        // `may_carry`; `M::Out` marks these and no others. If pinned, they stay pinned.
        Carried::new(unsafe { part_of(ptr.cast(), brand) })
    }
}

impl<S: Fields, M: Mask<S::List>, B: Brand> Drop for Part<'_, S, M, B> {
    #[inline]
    fn drop(&mut self) {
        /// Tells the brand, also when a destructor panics: by then all fields are gone.
        struct Gone<B: Brand>(B);

        impl<B: Brand> Drop for Gone<B> {
            #[inline]
            fn drop(&mut self) {
                self.0.note(false);
            }
        }

        let _gone = Gone(self.brand);
        // SAFETY: 1. clause 1 of `Fields`. 2. invariants 1 and 2; this happens once.
        unsafe { M::drop_fields(self.ptr.as_ptr().cast(), S::FIELDS) }
    }
}

// As for `Box`. The `&mut ()` in the marker would take it away.
impl<S, M, B> UnwindSafe for Part<'_, S, M, B>
where
    S: Fields + UnwindSafe,
    M: Mask<S::List>,
    B: Brand + UnwindSafe,
{
}

/// Refuses to move a pinned field.
const fn may_move<B: Brand>(field: &Field) {
    assert!(
        !(B::PINNED && field.is_pinned()),
        "a pinned field can't be moved"
    );
}

impl<S: Fields, M: Mask<S::List>, B: Brand> fmt::Debug for Part<'_, S, M, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut list = f.debug_map();
        for (i, field) in S::FIELDS.iter().enumerate() {
            let present = i < 128 && M::BITS >> i & 1 == 1;
            list.entry(&field.name(), &if present { "present" } else { "absent" });
        }
        list.finish()
    }
}
