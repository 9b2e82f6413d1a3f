// What `#[derive(Fields)]` and `#[derive(States)]` make of
//
// ```text
// use super::Noisy;
//
// #[derive(Fields)]
// pub struct Pair {
//     pub a: Noisy,
//     pub b: Noisy,
// }
// ```

use super::Noisy;

pub struct Pair {
    pub a: Noisy,
    pub b: Noisy,
}

const _: () = {
    // Each field once, none left out; aligned, as references are taken; of exactly these types.
    fn _check(value: &mut Pair) {
        let Pair { a, b } = value;
        let a = own_ref::__private::type_of(a);
        own_ref::__private::is::<Noisy>(a);
        let b = own_ref::__private::type_of(b);
        own_ref::__private::is::<Noisy>(b);
    }

    // Taking fields out would skip the destructor.
    trait MustNotImplDrop {}
    #[expect(drop_bounds, reason = "to conflict with an implementation of `Drop`")]
    impl<T: Drop> MustNotImplDrop for T {}
    impl MustNotImplDrop for Pair {}
};

/// The fields of a `Pair`, owned by reference.
pub struct PairOwn<'own> {
    pub a: own_ref::Own<'own, Noisy>,
    pub b: own_ref::Own<'own, Noisy>,
}

// SAFETY: 1. the pattern names every field once; each lies in the value. 2. the claim ends here.
// 3. checked by `MustNotImplDrop`.
unsafe impl own_ref::part::Split for Pair {
    type Owned<'own> = PairOwn<'own>;

    #[inline]
    fn split<'own>(&mut self, claim: &own_ref::part::Claim<'own>) -> Self::Owned<'own> {
        let Pair { a, b } = self;
        let a = claim.own(a);
        let b = claim.own(b);
        PairOwn {
            a,
            b,
        }
    }
}

/// Opens the fields of the parts, here and nowhere else.
#[doc(hidden)]
pub struct PairKey(());

// SAFETY: 1. checked by `_check`: the pattern is exhaustive, the types are exact. 2. references to the
// fields exist there, so they are aligned; `MustNotImplDrop`. 3. by the attributes on the fields.
unsafe impl own_ref::part::Fields for Pair {
    type List = (Noisy, (Noisy, ()));
    type Pinned = ();
    type Key = PairKey;
    const FIELDS: &'static [own_ref::part::Field] = &[
        own_ref::part::Field::new("a", ::core::mem::offset_of!(Pair, a)),
        own_ref::part::Field::new("b", ::core::mem::offset_of!(Pair, b)),
    ];
}

#[diagnostic::on_unimplemented(
    message = "field `a` of `Pair` is not initialised yet",
    label = "`a` is missing",
    note = "give it a value with `.set_a(…)`"
)]
pub trait PairHasA: own_ref::part::IsPresent {}
impl PairHasA for own_ref::Present {}

#[diagnostic::on_unimplemented(
    message = "field `a` of `Pair` is initialised already",
    label = "`a` is there",
    note = "take the old value out, or drop it with `.drop_a()`, or change it in place"
)]
pub trait PairLacksA: own_ref::part::IsAbsent {}
impl PairLacksA for own_ref::Absent {}

#[diagnostic::on_unimplemented(
    message = "field `b` of `Pair` is not initialised yet",
    label = "`b` is missing",
    note = "give it a value with `.set_b(…)`"
)]
pub trait PairHasB: own_ref::part::IsPresent {}
impl PairHasB for own_ref::Present {}

#[diagnostic::on_unimplemented(
    message = "field `b` of `Pair` is initialised already",
    label = "`b` is there",
    note = "take the old value out, or drop it with `.drop_b()`, or change it in place"
)]
pub trait PairLacksB: own_ref::part::IsAbsent {}
impl PairLacksB for own_ref::Absent {}

/// A `Pair` of which only some fields are there: `Present` or `Absent`, in order.
#[must_use = "dropping a part drops the fields that are there"]
pub struct PairPart<
    'own,
    M0: own_ref::part::Mark,
    M1: own_ref::part::Mark,
    B: own_ref::part::Brand = own_ref::part::Free,
>(own_ref::Part<'own, Pair, (M0, (M1, ())), B>);

impl own_ref::part::Parted for Pair {
    type Full<'own, B: own_ref::part::Brand> =
        PairPart<'own, own_ref::Present, own_ref::Present, B>;
    type Empty<'own, B: own_ref::part::Brand> = PairPart<'own, own_ref::Absent, own_ref::Absent, B>;
}

impl<'own, M0: own_ref::part::Mark, M1: own_ref::part::Mark, B: own_ref::part::Brand>
    From<own_ref::Part<'own, Pair, (M0, (M1, ())), B>> for PairPart<'own, M0, M1, B>
{
    #[inline]
    fn from(part: own_ref::Part<'own, Pair, (M0, (M1, ())), B>) -> Self {
        Self(part)
    }
}

impl<'own, M0: own_ref::part::Mark, M1: own_ref::part::Mark, B: own_ref::part::Brand>
    PairPart<'own, M0, M1, B>
{
    /// From what `carry` of another struct returns.
    #[inline]
    pub fn of(carried: own_ref::part::Carried<'own, Pair, (M0, (M1, ())), B>) -> Self {
        Self(carried.open(PairKey(())))
    }

    /// The fields that are there, as fields of another struct, in place.
    #[inline]
    pub fn carry<Z>(
        self,
    ) -> own_ref::part::Carried<
        'own,
        Z,
        <(M0, (M1, ())) as own_ref::part::Carry<(Noisy, (Noisy, ())), Z::List>>::Out,
        B,
    >
    where
        Z: own_ref::part::Fields,
        (M0, (M1, ())): own_ref::part::Carry<(Noisy, (Noisy, ())), Z::List>,
        B: own_ref::part::Hosts<Z>,
    {
        self.0.carry(PairKey(()))
    }

    /// Puts a value into `a`.
    #[inline]
    pub fn set_a(self, value: Noisy) -> PairPart<'own, own_ref::Present, M1, B>
    where
        M0: PairLacksA,
    {
        PairPart(self.0.set::<own_ref::part::First>(PairKey(()), value))
    }

    /// Builds a value in `a`.
    #[inline]
    pub fn init_a<Error, Recipe>(
        self,
        recipe: Recipe,
    ) -> Result<PairPart<'own, own_ref::Present, M1, B>, Error>
    where
        M0: PairLacksA,
        Recipe: own_ref::Init<Noisy, Error>,
    {
        match self
            .0
            .init::<own_ref::part::First, Error, Recipe>(PairKey(()), recipe)
        {
            Ok(part) => Ok(PairPart(part)),
            Err(error) => Err(error),
        }
    }

    /// Moves the value of `a` out.
    #[inline]
    pub fn take_a(self) -> (Noisy, PairPart<'own, own_ref::Absent, M1, B>)
    where
        M0: PairHasA,
    {
        let (value, part) = self.0.take::<own_ref::part::First>(PairKey(()));
        (value, PairPart(part))
    }

    /// Drops the value of `a`, in place.
    #[inline]
    pub fn drop_a(self) -> PairPart<'own, own_ref::Absent, M1, B>
    where
        M0: PairHasA,
    {
        PairPart(self.0.clear::<own_ref::part::First>(PairKey(())))
    }

    /// The value of `a`.
    #[inline]
    pub fn a(&self) -> &Noisy
    where
        M0: PairHasA,
    {
        self.0.get::<own_ref::part::First>(PairKey(()))
    }

    /// The value of `a`.
    #[inline]
    pub fn a_mut(&mut self) -> &mut Noisy
    where
        M0: PairHasA,
    {
        self.0.get_mut::<own_ref::part::First>(PairKey(()))
    }

    /// Puts a value into `b`.
    #[inline]
    pub fn set_b(self, value: Noisy) -> PairPart<'own, M0, own_ref::Present, B>
    where
        M1: PairLacksB,
    {
        PairPart(
            self.0
                .set::<own_ref::part::Next<own_ref::part::First>>(PairKey(()), value),
        )
    }

    /// Builds a value in `b`.
    #[inline]
    pub fn init_b<Error, Recipe>(
        self,
        recipe: Recipe,
    ) -> Result<PairPart<'own, M0, own_ref::Present, B>, Error>
    where
        M1: PairLacksB,
        Recipe: own_ref::Init<Noisy, Error>,
    {
        match self
            .0
            .init::<own_ref::part::Next<own_ref::part::First>, Error, Recipe>(PairKey(()), recipe)
        {
            Ok(part) => Ok(PairPart(part)),
            Err(error) => Err(error),
        }
    }

    /// Moves the value of `b` out.
    #[inline]
    pub fn take_b(self) -> (Noisy, PairPart<'own, M0, own_ref::Absent, B>)
    where
        M1: PairHasB,
    {
        let (value, part) = self
            .0
            .take::<own_ref::part::Next<own_ref::part::First>>(PairKey(()));
        (value, PairPart(part))
    }

    /// Drops the value of `b`, in place.
    #[inline]
    pub fn drop_b(self) -> PairPart<'own, M0, own_ref::Absent, B>
    where
        M1: PairHasB,
    {
        PairPart(
            self.0
                .clear::<own_ref::part::Next<own_ref::part::First>>(PairKey(())),
        )
    }

    /// The value of `b`.
    #[inline]
    pub fn b(&self) -> &Noisy
    where
        M1: PairHasB,
    {
        self.0
            .get::<own_ref::part::Next<own_ref::part::First>>(PairKey(()))
    }

    /// The value of `b`.
    #[inline]
    pub fn b_mut(&mut self) -> &mut Noisy
    where
        M1: PairHasB,
    {
        self.0
            .get_mut::<own_ref::part::Next<own_ref::part::First>>(PairKey(()))
    }

    /// The whole value: an `Own`, or a `State` if the memory is in an enum that is being updated.
    #[inline]
    pub fn finish(self) -> B::Whole<'own, Pair>
    where
        M0: PairHasA,
        M1: PairHasB,
    {
        self.0.finish()
    }

    /// Drops the fields that are there, in place, and gives back the memory, in an enum that is being updated.
    #[inline]
    pub fn vacate<Z: own_ref::states::States>(self) -> own_ref::states::Vacant<'own, Z, B>
    where
        B: own_ref::part::Names<Z>,
    {
        self.0.vacate()
    }
}
