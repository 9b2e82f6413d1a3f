// What `#[derive(Fields)]` and `#[derive(States)]` make of
//
// ```text
// /// Before the connection is there.
// #[derive(Fields)]
// #[repr(C)]
// pub struct Connecting<Page, Dial> {
//     #[pin]
//     pub page: Page,
//     #[pin]
//     pub dial: Dial,
// }
//
// /// While data comes in.
// #[derive(Fields)]
// #[repr(C)]
// pub struct Reading<Page, Read> {
//     #[pin]
//     pub page: Page,
//     pub chunks: u32,
//     #[pin]
//     pub read: Read,
// }
//
// /// A future, as a compiler would write it.
// #[derive(States)]
// #[repr(C, u8)]
// pub enum Fetch<Page, Dial, Read> {
//     Connecting(Connecting<Page, Dial>),
//     Reading(Reading<Page, Read>),
//     #[sentinel]
//     Done,
// }
// ```

/// Before the connection is there.
#[repr(C)]
pub struct Connecting<Page, Dial> {
    pub page: Page,
    pub dial: Dial,
}

/// While data comes in.
#[repr(C)]
pub struct Reading<Page, Read> {
    pub page: Page,
    pub chunks: u32,
    pub read: Read,
}

/// A future, as a compiler would write it.
#[repr(C, u8)]
pub enum Fetch<Page, Dial, Read> {
    Connecting(Connecting<Page, Dial>),
    Reading(Reading<Page, Read>),
    Done,
}

const _: () = {
    // Each field once, none left out; aligned, as references are taken; of exactly these types.
    fn _check<Page, Dial>(value: &mut Connecting<Page, Dial>) {
        let Connecting { page, dial } = value;
        let page = own_ref::__private::type_of(page);
        own_ref::__private::is::<Page>(page);
        let dial = own_ref::__private::type_of(dial);
        own_ref::__private::is::<Dial>(dial);
    }

    // Taking fields out would skip the destructor.
    trait MustNotImplDrop {}
    #[expect(drop_bounds, reason = "to conflict with an implementation of `Drop`")]
    impl<T: Drop> MustNotImplDrop for T {}
    impl<Page, Dial> MustNotImplDrop for Connecting<Page, Dial> {}
};

/// The fields of a `Connecting`, owned by reference.
pub struct ConnectingOwn<'own, Page, Dial> {
    pub page: own_ref::Own<'own, Page>,
    pub dial: own_ref::Own<'own, Dial>,
}

// SAFETY: 1. the pattern names every field once; each lies in the value. 2. the claim ends here.
// 3. checked by `MustNotImplDrop`.
unsafe impl<Page, Dial> own_ref::part::Split for Connecting<Page, Dial> {
    type Owned<'own> = ConnectingOwn<'own, Page, Dial>;

    #[inline]
    fn split<'own>(&mut self, claim: &own_ref::part::Claim<'own>) -> Self::Owned<'own> {
        let Connecting { page, dial } = self;
        let page = claim.own(page);
        let dial = claim.own(dial);
        ConnectingOwn { page, dial }
    }
}

/// Opens the fields of the parts, here and nowhere else.
#[doc(hidden)]
pub struct ConnectingKey(());

// SAFETY: 1. checked by `_check`: the pattern is exhaustive, the types are exact. 2. references to the
// fields exist there, so they are aligned; `MustNotImplDrop`. 3. by the attributes on the fields.
unsafe impl<Page, Dial> own_ref::part::Fields for Connecting<Page, Dial> {
    type List = (Page, (Dial, ()));
    type Pinned = (Page, (Dial, ()));
    type Key = ConnectingKey;
    const FIELDS: &'static [own_ref::part::Field] = &[
        own_ref::part::Field::new(
            "page",
            ::core::mem::offset_of!(Connecting<Page, Dial>, page),
        )
        .pinned(),
        own_ref::part::Field::new(
            "dial",
            ::core::mem::offset_of!(Connecting<Page, Dial>, dial),
        )
        .pinned(),
    ];
}

#[diagnostic::on_unimplemented(
    message = "field `page` of `Connecting` is not initialised yet",
    label = "`page` is missing",
    note = "give it a value with `.set_page(…)`"
)]
pub trait ConnectingHasPage: own_ref::part::IsPresent {}
impl ConnectingHasPage for own_ref::Present {}

#[diagnostic::on_unimplemented(
    message = "field `page` of `Connecting` is initialised already",
    label = "`page` is there",
    note = "take the old value out, or drop it with `.drop_page()`, or change it in place"
)]
pub trait ConnectingLacksPage: own_ref::part::IsAbsent {}
impl ConnectingLacksPage for own_ref::Absent {}

#[diagnostic::on_unimplemented(
    message = "field `dial` of `Connecting` is not initialised yet",
    label = "`dial` is missing",
    note = "give it a value with `.set_dial(…)`"
)]
pub trait ConnectingHasDial: own_ref::part::IsPresent {}
impl ConnectingHasDial for own_ref::Present {}

#[diagnostic::on_unimplemented(
    message = "field `dial` of `Connecting` is initialised already",
    label = "`dial` is there",
    note = "take the old value out, or drop it with `.drop_dial()`, or change it in place"
)]
pub trait ConnectingLacksDial: own_ref::part::IsAbsent {}
impl ConnectingLacksDial for own_ref::Absent {}

/// A `Connecting` of which only some fields are there: `Present` or `Absent`, in order.
#[must_use = "dropping a part drops the fields that are there"]
pub struct ConnectingPart<
    'own,
    Page,
    Dial,
    M0: own_ref::part::Mark,
    M1: own_ref::part::Mark,
    B: own_ref::part::Brand = own_ref::part::Free,
>(own_ref::Part<'own, Connecting<Page, Dial>, (M0, (M1, ())), B>);

impl<Page, Dial> own_ref::part::Parted for Connecting<Page, Dial> {
    type Full<'own, B: own_ref::part::Brand> =
        ConnectingPart<'own, Page, Dial, own_ref::Present, own_ref::Present, B>;
    type Empty<'own, B: own_ref::part::Brand> =
        ConnectingPart<'own, Page, Dial, own_ref::Absent, own_ref::Absent, B>;
}

impl<'own, Page, Dial, M0: own_ref::part::Mark, M1: own_ref::part::Mark, B: own_ref::part::Brand>
    From<own_ref::Part<'own, Connecting<Page, Dial>, (M0, (M1, ())), B>>
    for ConnectingPart<'own, Page, Dial, M0, M1, B>
{
    #[inline]
    fn from(part: own_ref::Part<'own, Connecting<Page, Dial>, (M0, (M1, ())), B>) -> Self {
        Self(part)
    }
}

impl<'own, Page, Dial, M0: own_ref::part::Mark, M1: own_ref::part::Mark, B: own_ref::part::Brand>
    ConnectingPart<'own, Page, Dial, M0, M1, B>
{
    /// From what `carry` of another struct returns.
    #[inline]
    pub fn of(
        carried: own_ref::part::Carried<'own, Connecting<Page, Dial>, (M0, (M1, ())), B>,
    ) -> Self {
        Self(carried.open(ConnectingKey(())))
    }

    /// The fields that are there, as fields of another struct, in place.
    #[inline]
    pub fn carry<Z>(
        self,
    ) -> own_ref::part::Carried<
        'own,
        Z,
        <(M0, (M1, ())) as own_ref::part::Carry<(Page, (Dial, ())), Z::List>>::Out,
        B,
    >
    where
        Z: own_ref::part::Fields,
        (M0, (M1, ())): own_ref::part::Carry<(Page, (Dial, ())), Z::List>,
        B: own_ref::part::Hosts<Z>,
    {
        self.0.carry(ConnectingKey(()))
    }

    /// Puts a value into `page`.
    #[inline]
    pub fn set_page(self, value: Page) -> ConnectingPart<'own, Page, Dial, own_ref::Present, M1, B>
    where
        M0: ConnectingLacksPage,
    {
        ConnectingPart(self.0.set::<own_ref::part::First>(ConnectingKey(()), value))
    }

    /// Builds a value in `page`.
    #[inline]
    pub fn init_page<Error, Recipe>(
        self,
        recipe: Recipe,
    ) -> Result<ConnectingPart<'own, Page, Dial, own_ref::Present, M1, B>, Error>
    where
        M0: ConnectingLacksPage,
        Recipe: own_ref::Init<Page, Error>,
    {
        match self
            .0
            .init::<own_ref::part::First, Error, Recipe>(ConnectingKey(()), recipe)
        {
            Ok(part) => Ok(ConnectingPart(part)),
            Err(error) => Err(error),
        }
    }

    /// Moves the value of `page` out.
    #[inline]
    pub fn take_page(
        self,
    ) -> (
        Page,
        ConnectingPart<'own, Page, Dial, own_ref::Absent, M1, B>,
    )
    where
        M0: ConnectingHasPage,
        B: own_ref::part::Movable,
    {
        let (value, part) = self.0.take::<own_ref::part::First>(ConnectingKey(()));
        (value, ConnectingPart(part))
    }

    /// Drops the value of `page`, in place.
    #[inline]
    pub fn drop_page(self) -> ConnectingPart<'own, Page, Dial, own_ref::Absent, M1, B>
    where
        M0: ConnectingHasPage,
    {
        ConnectingPart(self.0.clear::<own_ref::part::First>(ConnectingKey(())))
    }

    /// The value of `page`.
    #[inline]
    pub fn page(&self) -> &Page
    where
        M0: ConnectingHasPage,
    {
        self.0.get::<own_ref::part::First>(ConnectingKey(()))
    }

    /// The value of `page`.
    #[inline]
    pub fn page_mut(&mut self) -> &mut Page
    where
        M0: ConnectingHasPage,
        B: own_ref::part::Movable,
    {
        self.0.get_mut::<own_ref::part::First>(ConnectingKey(()))
    }

    /// The value of `page`, pinned.
    #[inline]
    pub fn page_pin(&mut self) -> ::core::pin::Pin<&mut Page>
    where
        M0: ConnectingHasPage,
        B: own_ref::part::Pinning,
    {
        self.0.get_pin::<own_ref::part::First>(ConnectingKey(()))
    }

    /// The fields that are there, as fields of another struct, in place, where `page` turns into a value of the type that it has
    /// there.
    #[inline]
    pub fn turn_page<Z, Turn>(
        self,
        turn: Turn,
    ) -> own_ref::part::Carried<
        'own,
        Z,
        <(M0, (M1, ())) as own_ref::part::Turned<
            own_ref::part::First,
            (Page, (Dial, ())),
            Z::List,
        >>::Out,
        B,
    >
    where
        M0: ConnectingHasPage,
        Z: own_ref::part::Fields,
        (M0, (M1, ())): own_ref::part::Turned<own_ref::part::First, (Page, (Dial, ())), Z::List>,
        B: own_ref::part::Hosts<Z> + own_ref::part::Pinning,
        Turn: own_ref::part::Turn<
                Page,
                <(M0, (M1, ())) as own_ref::part::Turned<
                    own_ref::part::First,
                    (Page, (Dial, ())),
                    Z::List,
                >>::To,
            >,
    {
        self.0
            .turn::<own_ref::part::First, Z, Turn>(ConnectingKey(()), turn)
    }

    /// Puts a value into `dial`.
    #[inline]
    pub fn set_dial(self, value: Dial) -> ConnectingPart<'own, Page, Dial, M0, own_ref::Present, B>
    where
        M1: ConnectingLacksDial,
    {
        ConnectingPart(
            self.0
                .set::<own_ref::part::Next<own_ref::part::First>>(ConnectingKey(()), value),
        )
    }

    /// Builds a value in `dial`.
    #[inline]
    pub fn init_dial<Error, Recipe>(
        self,
        recipe: Recipe,
    ) -> Result<ConnectingPart<'own, Page, Dial, M0, own_ref::Present, B>, Error>
    where
        M1: ConnectingLacksDial,
        Recipe: own_ref::Init<Dial, Error>,
    {
        match self
            .0
            .init::<own_ref::part::Next<own_ref::part::First>, Error, Recipe>(
                ConnectingKey(()),
                recipe,
            ) {
            Ok(part) => Ok(ConnectingPart(part)),
            Err(error) => Err(error),
        }
    }

    /// Moves the value of `dial` out.
    #[inline]
    pub fn take_dial(
        self,
    ) -> (
        Dial,
        ConnectingPart<'own, Page, Dial, M0, own_ref::Absent, B>,
    )
    where
        M1: ConnectingHasDial,
        B: own_ref::part::Movable,
    {
        let (value, part) = self
            .0
            .take::<own_ref::part::Next<own_ref::part::First>>(ConnectingKey(()));
        (value, ConnectingPart(part))
    }

    /// Drops the value of `dial`, in place.
    #[inline]
    pub fn drop_dial(self) -> ConnectingPart<'own, Page, Dial, M0, own_ref::Absent, B>
    where
        M1: ConnectingHasDial,
    {
        ConnectingPart(
            self.0
                .clear::<own_ref::part::Next<own_ref::part::First>>(ConnectingKey(())),
        )
    }

    /// The value of `dial`.
    #[inline]
    pub fn dial(&self) -> &Dial
    where
        M1: ConnectingHasDial,
    {
        self.0
            .get::<own_ref::part::Next<own_ref::part::First>>(ConnectingKey(()))
    }

    /// The value of `dial`.
    #[inline]
    pub fn dial_mut(&mut self) -> &mut Dial
    where
        M1: ConnectingHasDial,
        B: own_ref::part::Movable,
    {
        self.0
            .get_mut::<own_ref::part::Next<own_ref::part::First>>(ConnectingKey(()))
    }

    /// The value of `dial`, pinned.
    #[inline]
    pub fn dial_pin(&mut self) -> ::core::pin::Pin<&mut Dial>
    where
        M1: ConnectingHasDial,
        B: own_ref::part::Pinning,
    {
        self.0
            .get_pin::<own_ref::part::Next<own_ref::part::First>>(ConnectingKey(()))
    }

    /// The fields that are there, as fields of another struct, in place, where `dial` turns into a value of the type that it has
    /// there.
    #[inline]
    pub fn turn_dial<Z, Turn>(
        self,
        turn: Turn,
    ) -> own_ref::part::Carried<
        'own,
        Z,
        <(M0, (M1, ())) as own_ref::part::Turned<
            own_ref::part::Next<own_ref::part::First>,
            (Page, (Dial, ())),
            Z::List,
        >>::Out,
        B,
    >
    where
        M1: ConnectingHasDial,
        Z: own_ref::part::Fields,
        (M0, (M1, ())): own_ref::part::Turned<
                own_ref::part::Next<own_ref::part::First>,
                (Page, (Dial, ())),
                Z::List,
            >,
        B: own_ref::part::Hosts<Z> + own_ref::part::Pinning,
        Turn: own_ref::part::Turn<
                Dial,
                <(M0, (M1, ())) as own_ref::part::Turned<
                    own_ref::part::Next<own_ref::part::First>,
                    (Page, (Dial, ())),
                    Z::List,
                >>::To,
            >,
    {
        self.0
            .turn::<own_ref::part::Next<own_ref::part::First>, Z, Turn>(ConnectingKey(()), turn)
    }

    /// The whole value: an `Own`, or a `State` if the memory is in an enum that is being updated.
    #[inline]
    pub fn finish(self) -> B::Whole<'own, Connecting<Page, Dial>>
    where
        M0: ConnectingHasPage,
        M1: ConnectingHasDial,
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

const _: () = {
    // Each field once, none left out; aligned, as references are taken; of exactly these types.
    fn _check<Page, Read>(value: &mut Reading<Page, Read>) {
        let Reading { page, chunks, read } = value;
        let page = own_ref::__private::type_of(page);
        own_ref::__private::is::<Page>(page);
        let chunks = own_ref::__private::type_of(chunks);
        own_ref::__private::is::<u32>(chunks);
        let read = own_ref::__private::type_of(read);
        own_ref::__private::is::<Read>(read);
    }

    // Taking fields out would skip the destructor.
    trait MustNotImplDrop {}
    #[expect(drop_bounds, reason = "to conflict with an implementation of `Drop`")]
    impl<T: Drop> MustNotImplDrop for T {}
    impl<Page, Read> MustNotImplDrop for Reading<Page, Read> {}
};

/// The fields of a `Reading`, owned by reference.
pub struct ReadingOwn<'own, Page, Read> {
    pub page: own_ref::Own<'own, Page>,
    pub chunks: own_ref::Own<'own, u32>,
    pub read: own_ref::Own<'own, Read>,
}

// SAFETY: 1. the pattern names every field once; each lies in the value. 2. the claim ends here.
// 3. checked by `MustNotImplDrop`.
unsafe impl<Page, Read> own_ref::part::Split for Reading<Page, Read> {
    type Owned<'own> = ReadingOwn<'own, Page, Read>;

    #[inline]
    fn split<'own>(&mut self, claim: &own_ref::part::Claim<'own>) -> Self::Owned<'own> {
        let Reading { page, chunks, read } = self;
        let page = claim.own(page);
        let chunks = claim.own(chunks);
        let read = claim.own(read);
        ReadingOwn { page, chunks, read }
    }
}

/// Opens the fields of the parts, here and nowhere else.
#[doc(hidden)]
pub struct ReadingKey(());

// SAFETY: 1. checked by `_check`: the pattern is exhaustive, the types are exact. 2. references to the
// fields exist there, so they are aligned; `MustNotImplDrop`. 3. by the attributes on the fields.
unsafe impl<Page, Read> own_ref::part::Fields for Reading<Page, Read> {
    type List = (Page, (u32, (Read, ())));
    type Pinned = (Page, (Read, ()));
    type Key = ReadingKey;
    const FIELDS: &'static [own_ref::part::Field] = &[
        own_ref::part::Field::new("page", ::core::mem::offset_of!(Reading<Page, Read>, page))
            .pinned(),
        own_ref::part::Field::new(
            "chunks",
            ::core::mem::offset_of!(Reading<Page, Read>, chunks),
        ),
        own_ref::part::Field::new("read", ::core::mem::offset_of!(Reading<Page, Read>, read))
            .pinned(),
    ];
}

#[diagnostic::on_unimplemented(
    message = "field `page` of `Reading` is not initialised yet",
    label = "`page` is missing",
    note = "give it a value with `.set_page(…)`"
)]
pub trait ReadingHasPage: own_ref::part::IsPresent {}
impl ReadingHasPage for own_ref::Present {}

#[diagnostic::on_unimplemented(
    message = "field `page` of `Reading` is initialised already",
    label = "`page` is there",
    note = "take the old value out, or drop it with `.drop_page()`, or change it in place"
)]
pub trait ReadingLacksPage: own_ref::part::IsAbsent {}
impl ReadingLacksPage for own_ref::Absent {}

#[diagnostic::on_unimplemented(
    message = "field `chunks` of `Reading` is not initialised yet",
    label = "`chunks` is missing",
    note = "give it a value with `.set_chunks(…)`"
)]
pub trait ReadingHasChunks: own_ref::part::IsPresent {}
impl ReadingHasChunks for own_ref::Present {}

#[diagnostic::on_unimplemented(
    message = "field `chunks` of `Reading` is initialised already",
    label = "`chunks` is there",
    note = "take the old value out, or drop it with `.drop_chunks()`, or change it in place"
)]
pub trait ReadingLacksChunks: own_ref::part::IsAbsent {}
impl ReadingLacksChunks for own_ref::Absent {}

#[diagnostic::on_unimplemented(
    message = "field `read` of `Reading` is not initialised yet",
    label = "`read` is missing",
    note = "give it a value with `.set_read(…)`"
)]
pub trait ReadingHasRead: own_ref::part::IsPresent {}
impl ReadingHasRead for own_ref::Present {}

#[diagnostic::on_unimplemented(
    message = "field `read` of `Reading` is initialised already",
    label = "`read` is there",
    note = "take the old value out, or drop it with `.drop_read()`, or change it in place"
)]
pub trait ReadingLacksRead: own_ref::part::IsAbsent {}
impl ReadingLacksRead for own_ref::Absent {}

/// A `Reading` of which only some fields are there: `Present` or `Absent`, in order.
#[must_use = "dropping a part drops the fields that are there"]
pub struct ReadingPart<
    'own,
    Page,
    Read,
    M0: own_ref::part::Mark,
    M1: own_ref::part::Mark,
    M2: own_ref::part::Mark,
    B: own_ref::part::Brand = own_ref::part::Free,
>(own_ref::Part<'own, Reading<Page, Read>, (M0, (M1, (M2, ()))), B>);

impl<Page, Read> own_ref::part::Parted for Reading<Page, Read> {
    type Full<'own, B: own_ref::part::Brand> =
        ReadingPart<'own, Page, Read, own_ref::Present, own_ref::Present, own_ref::Present, B>;
    type Empty<'own, B: own_ref::part::Brand> =
        ReadingPart<'own, Page, Read, own_ref::Absent, own_ref::Absent, own_ref::Absent, B>;
}

impl<
    'own,
    Page,
    Read,
    M0: own_ref::part::Mark,
    M1: own_ref::part::Mark,
    M2: own_ref::part::Mark,
    B: own_ref::part::Brand,
> From<own_ref::Part<'own, Reading<Page, Read>, (M0, (M1, (M2, ()))), B>>
    for ReadingPart<'own, Page, Read, M0, M1, M2, B>
{
    #[inline]
    fn from(part: own_ref::Part<'own, Reading<Page, Read>, (M0, (M1, (M2, ()))), B>) -> Self {
        Self(part)
    }
}

impl<
    'own,
    Page,
    Read,
    M0: own_ref::part::Mark,
    M1: own_ref::part::Mark,
    M2: own_ref::part::Mark,
    B: own_ref::part::Brand,
> ReadingPart<'own, Page, Read, M0, M1, M2, B>
{
    /// From what `carry` of another struct returns.
    #[inline]
    pub fn of(
        carried: own_ref::part::Carried<'own, Reading<Page, Read>, (M0, (M1, (M2, ()))), B>,
    ) -> Self {
        Self(carried.open(ReadingKey(())))
    }

    /// The fields that are there, as fields of another struct, in place.
    #[inline]
    pub fn carry<Z>(
        self,
    ) -> own_ref::part::Carried<
        'own,
        Z,
        <(M0, (M1, (M2, ()))) as own_ref::part::Carry<(Page, (u32, (Read, ()))), Z::List>>::Out,
        B,
    >
    where
        Z: own_ref::part::Fields,
        (M0, (M1, (M2, ()))): own_ref::part::Carry<(Page, (u32, (Read, ()))), Z::List>,
        B: own_ref::part::Hosts<Z>,
    {
        self.0.carry(ReadingKey(()))
    }

    /// Puts a value into `page`.
    #[inline]
    pub fn set_page(self, value: Page) -> ReadingPart<'own, Page, Read, own_ref::Present, M1, M2, B>
    where
        M0: ReadingLacksPage,
    {
        ReadingPart(self.0.set::<own_ref::part::First>(ReadingKey(()), value))
    }

    /// Builds a value in `page`.
    #[inline]
    pub fn init_page<Error, Recipe>(
        self,
        recipe: Recipe,
    ) -> Result<ReadingPart<'own, Page, Read, own_ref::Present, M1, M2, B>, Error>
    where
        M0: ReadingLacksPage,
        Recipe: own_ref::Init<Page, Error>,
    {
        match self
            .0
            .init::<own_ref::part::First, Error, Recipe>(ReadingKey(()), recipe)
        {
            Ok(part) => Ok(ReadingPart(part)),
            Err(error) => Err(error),
        }
    }

    /// Moves the value of `page` out.
    #[inline]
    pub fn take_page(
        self,
    ) -> (
        Page,
        ReadingPart<'own, Page, Read, own_ref::Absent, M1, M2, B>,
    )
    where
        M0: ReadingHasPage,
        B: own_ref::part::Movable,
    {
        let (value, part) = self.0.take::<own_ref::part::First>(ReadingKey(()));
        (value, ReadingPart(part))
    }

    /// Drops the value of `page`, in place.
    #[inline]
    pub fn drop_page(self) -> ReadingPart<'own, Page, Read, own_ref::Absent, M1, M2, B>
    where
        M0: ReadingHasPage,
    {
        ReadingPart(self.0.clear::<own_ref::part::First>(ReadingKey(())))
    }

    /// The value of `page`.
    #[inline]
    pub fn page(&self) -> &Page
    where
        M0: ReadingHasPage,
    {
        self.0.get::<own_ref::part::First>(ReadingKey(()))
    }

    /// The value of `page`.
    #[inline]
    pub fn page_mut(&mut self) -> &mut Page
    where
        M0: ReadingHasPage,
        B: own_ref::part::Movable,
    {
        self.0.get_mut::<own_ref::part::First>(ReadingKey(()))
    }

    /// The value of `page`, pinned.
    #[inline]
    pub fn page_pin(&mut self) -> ::core::pin::Pin<&mut Page>
    where
        M0: ReadingHasPage,
        B: own_ref::part::Pinning,
    {
        self.0.get_pin::<own_ref::part::First>(ReadingKey(()))
    }

    /// The fields that are there, as fields of another struct, in place, where `page` turns into a value of the type that it has
    /// there.
    #[inline]
    pub fn turn_page<Z, Turn>(
        self,
        turn: Turn,
    ) -> own_ref::part::Carried<
        'own,
        Z,
        <(M0, (M1, (M2, ()))) as own_ref::part::Turned<
            own_ref::part::First,
            (Page, (u32, (Read, ()))),
            Z::List,
        >>::Out,
        B,
    >
    where
        M0: ReadingHasPage,
        Z: own_ref::part::Fields,
        (M0, (M1, (M2, ()))):
            own_ref::part::Turned<own_ref::part::First, (Page, (u32, (Read, ()))), Z::List>,
        B: own_ref::part::Hosts<Z> + own_ref::part::Pinning,
        Turn: own_ref::part::Turn<
                Page,
                <(M0, (M1, (M2, ()))) as own_ref::part::Turned<
                    own_ref::part::First,
                    (Page, (u32, (Read, ()))),
                    Z::List,
                >>::To,
            >,
    {
        self.0
            .turn::<own_ref::part::First, Z, Turn>(ReadingKey(()), turn)
    }

    /// Puts a value into `chunks`.
    #[inline]
    pub fn set_chunks(
        self,
        value: u32,
    ) -> ReadingPart<'own, Page, Read, M0, own_ref::Present, M2, B>
    where
        M1: ReadingLacksChunks,
    {
        ReadingPart(
            self.0
                .set::<own_ref::part::Next<own_ref::part::First>>(ReadingKey(()), value),
        )
    }

    /// Builds a value in `chunks`.
    #[inline]
    pub fn init_chunks<Error, Recipe>(
        self,
        recipe: Recipe,
    ) -> Result<ReadingPart<'own, Page, Read, M0, own_ref::Present, M2, B>, Error>
    where
        M1: ReadingLacksChunks,
        Recipe: own_ref::Init<u32, Error>,
    {
        match self
            .0
            .init::<own_ref::part::Next<own_ref::part::First>, Error, Recipe>(
                ReadingKey(()),
                recipe,
            ) {
            Ok(part) => Ok(ReadingPart(part)),
            Err(error) => Err(error),
        }
    }

    /// Moves the value of `chunks` out.
    #[inline]
    pub fn take_chunks(
        self,
    ) -> (
        u32,
        ReadingPart<'own, Page, Read, M0, own_ref::Absent, M2, B>,
    )
    where
        M1: ReadingHasChunks,
    {
        let (value, part) = self
            .0
            .take::<own_ref::part::Next<own_ref::part::First>>(ReadingKey(()));
        (value, ReadingPart(part))
    }

    /// Drops the value of `chunks`, in place.
    #[inline]
    pub fn drop_chunks(self) -> ReadingPart<'own, Page, Read, M0, own_ref::Absent, M2, B>
    where
        M1: ReadingHasChunks,
    {
        ReadingPart(
            self.0
                .clear::<own_ref::part::Next<own_ref::part::First>>(ReadingKey(())),
        )
    }

    /// The value of `chunks`.
    #[inline]
    pub fn chunks(&self) -> &u32
    where
        M1: ReadingHasChunks,
    {
        self.0
            .get::<own_ref::part::Next<own_ref::part::First>>(ReadingKey(()))
    }

    /// The value of `chunks`.
    #[inline]
    pub fn chunks_mut(&mut self) -> &mut u32
    where
        M1: ReadingHasChunks,
    {
        self.0
            .get_mut::<own_ref::part::Next<own_ref::part::First>>(ReadingKey(()))
    }

    /// Puts a value into `read`.
    #[inline]
    pub fn set_read(self, value: Read) -> ReadingPart<'own, Page, Read, M0, M1, own_ref::Present, B>
    where
        M2: ReadingLacksRead,
    {
        ReadingPart(
            self.0
                .set::<own_ref::part::Next<own_ref::part::Next<own_ref::part::First>>>(
                    ReadingKey(()),
                    value,
                ),
        )
    }

    /// Builds a value in `read`.
    #[inline]
    pub fn init_read<Error, Recipe>(
        self,
        recipe: Recipe,
    ) -> Result<ReadingPart<'own, Page, Read, M0, M1, own_ref::Present, B>, Error>
    where
        M2: ReadingLacksRead,
        Recipe: own_ref::Init<Read, Error>,
    {
        match self
            .0
            .init::<own_ref::part::Next<own_ref::part::Next<own_ref::part::First>>, Error, Recipe>(
                ReadingKey(()),
                recipe,
            ) {
            Ok(part) => Ok(ReadingPart(part)),
            Err(error) => Err(error),
        }
    }

    /// Moves the value of `read` out.
    #[inline]
    pub fn take_read(
        self,
    ) -> (
        Read,
        ReadingPart<'own, Page, Read, M0, M1, own_ref::Absent, B>,
    )
    where
        M2: ReadingHasRead,
        B: own_ref::part::Movable,
    {
        let (value, part) = self
            .0
            .take::<own_ref::part::Next<own_ref::part::Next<own_ref::part::First>>>(ReadingKey(()));
        (value, ReadingPart(part))
    }

    /// Drops the value of `read`, in place.
    #[inline]
    pub fn drop_read(self) -> ReadingPart<'own, Page, Read, M0, M1, own_ref::Absent, B>
    where
        M2: ReadingHasRead,
    {
        ReadingPart(
            self.0
                .clear::<own_ref::part::Next<own_ref::part::Next<own_ref::part::First>>>(
                    ReadingKey(()),
                ),
        )
    }

    /// The value of `read`.
    #[inline]
    pub fn read(&self) -> &Read
    where
        M2: ReadingHasRead,
    {
        self.0
            .get::<own_ref::part::Next<own_ref::part::Next<own_ref::part::First>>>(ReadingKey(()))
    }

    /// The value of `read`.
    #[inline]
    pub fn read_mut(&mut self) -> &mut Read
    where
        M2: ReadingHasRead,
        B: own_ref::part::Movable,
    {
        self.0
            .get_mut::<own_ref::part::Next<own_ref::part::Next<own_ref::part::First>>>(ReadingKey(
                (),
            ))
    }

    /// The value of `read`, pinned.
    #[inline]
    pub fn read_pin(&mut self) -> ::core::pin::Pin<&mut Read>
    where
        M2: ReadingHasRead,
        B: own_ref::part::Pinning,
    {
        self.0
            .get_pin::<own_ref::part::Next<own_ref::part::Next<own_ref::part::First>>>(ReadingKey(
                (),
            ))
    }

    /// The fields that are there, as fields of another struct, in place, where `read` turns into a value of the type that it has
    /// there.
    #[inline]
    pub fn turn_read<Z, Turn>(
        self,
        turn: Turn,
    ) -> own_ref::part::Carried<
        'own,
        Z,
        <(M0, (M1, (M2, ()))) as own_ref::part::Turned<
            own_ref::part::Next<own_ref::part::Next<own_ref::part::First>>,
            (Page, (u32, (Read, ()))),
            Z::List,
        >>::Out,
        B,
    >
    where
        M2: ReadingHasRead,
        Z: own_ref::part::Fields,
        (M0, (M1, (M2, ()))): own_ref::part::Turned<
                own_ref::part::Next<own_ref::part::Next<own_ref::part::First>>,
                (Page, (u32, (Read, ()))),
                Z::List,
            >,
        B: own_ref::part::Hosts<Z> + own_ref::part::Pinning,
        Turn: own_ref::part::Turn<
                Read,
                <(M0, (M1, (M2, ()))) as own_ref::part::Turned<
                    own_ref::part::Next<own_ref::part::Next<own_ref::part::First>>,
                    (Page, (u32, (Read, ()))),
                    Z::List,
                >>::To,
            >,
    {
        self.0
            .turn::<own_ref::part::Next<own_ref::part::Next<own_ref::part::First>>, Z, Turn>(
                ReadingKey(()),
                turn,
            )
    }

    /// The whole value: an `Own`, or a `State` if the memory is in an enum that is being updated.
    #[inline]
    pub fn finish(self) -> B::Whole<'own, Reading<Page, Read>>
    where
        M0: ReadingHasPage,
        M1: ReadingHasChunks,
        M2: ReadingHasRead,
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

const _: () = {
    // Every variant has one field, of exactly this type; the sentinel has none.
    fn _check<Page, Dial, Read>(value: &mut Fetch<Page, Dial, Read>) {
        match value {
            Fetch::Connecting(payload) => {
                let payload = own_ref::__private::type_of(payload);
                own_ref::__private::is::<Connecting<Page, Dial>>(payload);
            }
            Fetch::Reading(payload) => {
                let payload = own_ref::__private::type_of(payload);
                own_ref::__private::is::<Reading<Page, Read>>(payload);
            }
            Fetch::Done => {}
        }
    }

    // An update changes the variant behind the destructor's back.
    trait MustNotImplDrop {}
    #[expect(drop_bounds, reason = "to conflict with an implementation of `Drop`")]
    impl<T: Drop> MustNotImplDrop for T {}
    impl<Page, Dial, Read> MustNotImplDrop for Fetch<Page, Dial, Read> {}
};

/// The state that a `Fetch` is in while it is being updated.
#[must_use = "dropping a state drops the payload"]
pub enum FetchState<'id, Page, Dial, Read, B: own_ref::part::Brand> {
    Connecting(own_ref::states::State<'id, Connecting<Page, Dial>, B>),
    Reading(own_ref::states::State<'id, Reading<Page, Read>, B>),
    Done(own_ref::states::Vacant<'id, Fetch<Page, Dial, Read>, B>),
}

// SAFETY: 1. checked by `_check`; the tag counts the variants.
unsafe impl<Page, Dial, Read> own_ref::states::Variant<Fetch<Page, Dial, Read>>
    for Connecting<Page, Dial>
{
    const TAG: u8 = 0;

    fn payload(of: &mut Fetch<Page, Dial, Read>) -> Option<&mut Self> {
        match of {
            Fetch::Connecting(payload) => {
                let exact = own_ref::__private::type_of(payload);
                own_ref::__private::is::<Self>(exact);
                Some(payload)
            }
            _ => None,
        }
    }
}

// SAFETY: 1. checked by `_check`; the tag counts the variants.
unsafe impl<Page, Dial, Read> own_ref::states::Variant<Fetch<Page, Dial, Read>>
    for Reading<Page, Read>
{
    const TAG: u8 = 1;

    fn payload(of: &mut Fetch<Page, Dial, Read>) -> Option<&mut Self> {
        match of {
            Fetch::Reading(payload) => {
                let exact = own_ref::__private::type_of(payload);
                own_ref::__private::is::<Self>(exact);
                Some(payload)
            }
            _ => None,
        }
    }
}

// SAFETY: 1. by the `repr` attribute and `LAYOUT`; `MustNotImplDrop`. 2. checked by `_check`. 3. all
// variants are there, as `_check` matches on them.
unsafe impl<Page, Dial, Read> own_ref::states::States for Fetch<Page, Dial, Read> {
    const SENTINEL: u8 = 2;
    const LAYOUT: own_ref::states::Layout = own_ref::states::Layout::of::<Self>(&[
        own_ref::states::Layout::payload::<Connecting<Page, Dial>>(),
        own_ref::states::Layout::payload::<Reading<Page, Read>>(),
    ]);
    type State<'id, B: own_ref::part::Brand> = FetchState<'id, Page, Dial, Read, B>;

    #[inline]
    fn pick<B: own_ref::part::Brand>(
        current: own_ref::states::Current<'_, Self, B>,
    ) -> Self::State<'_, B> {
        let current = match current.of::<Connecting<Page, Dial>>() {
            Ok(state) => return FetchState::Connecting(state),
            Err(current) => current,
        };
        let current = match current.of::<Reading<Page, Read>>() {
            Ok(state) => return FetchState::Reading(state),
            Err(current) => current,
        };
        FetchState::Done(current.vacant())
    }
}

// SAFETY: 1. by the bounds of the implementation of `Unpin` below, the only one there can be. 2. no
// other derive pins fields of the enum, as it would implement `Unpin` too; `MustNotImplDrop`.
unsafe impl<Page, Dial, Read> own_ref::states::PinStates for Fetch<Page, Dial, Read> {}

impl<'pin, Page, Dial, Read> ::core::marker::Unpin for Fetch<Page, Dial, Read>
where
    own_ref::__private::IfUnpin<'pin, <Connecting<Page, Dial> as own_ref::part::Fields>::Pinned>:
        ::core::marker::Unpin,
    own_ref::__private::IfUnpin<'pin, <Reading<Page, Read> as own_ref::part::Fields>::Pinned>:
        ::core::marker::Unpin,
{
}
