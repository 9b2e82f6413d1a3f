// What `#[derive(Fields)]` and `#[derive(States)]` make of
//
// ```text
// /// Tells somebody that it is gone.
// #[derive(Fields)]
// pub struct Foo {
//     pub name: String,
//     pub channel: tokio::sync::oneshot::Sender<()>,
// }
// ```

/// Tells somebody that it is gone.
pub struct Foo {
    pub name: String,
    pub channel: tokio::sync::oneshot::Sender<()>,
}

const _: () = {
    // Each field once, none left out; aligned, as references are taken; of exactly these types.
    fn _check(value: &Foo) {
        let Foo { name, channel } = value;
        let name = own_ref::__private::type_of(name);
        own_ref::__private::is::<String>(name);
        let channel = own_ref::__private::type_of(channel);
        own_ref::__private::is::<tokio::sync::oneshot::Sender<()>>(channel);
    }

    // Taking fields out would skip the destructor.
    trait MustNotImplDrop {}
    #[expect(drop_bounds, reason = "to conflict with an implementation of `Drop`")]
    impl<T: Drop> MustNotImplDrop for T {}
    impl MustNotImplDrop for Foo {}
};

/// The fields of a `Foo`, owned by reference.
pub struct FooOwn<'own> {
    pub name: own_ref::Own<'own, String>,
    pub channel: own_ref::Own<'own, tokio::sync::oneshot::Sender<()>>,
}

// SAFETY: 1. the pattern names every field once; each lies in the value. 2. the claim ends here.
// 3. checked by `MustNotImplDrop`.
unsafe impl own_ref::part::Split for Foo {
    type Owned<'own> = FooOwn<'own>;

    #[inline]
    fn split<'own>(&mut self, claim: &own_ref::part::Claim<'own>) -> Self::Owned<'own> {
        let Foo { name, channel } = self;
        FooOwn {
            name: claim.own(name),
            channel: claim.own(channel),
        }
    }
}

/// Opens the fields of the parts, here and nowhere else.
#[doc(hidden)]
pub struct FooKey(());

// SAFETY: 1. checked by `_check`: the pattern is exhaustive, the types are exact. 2. references to the
// fields exist there, so they are aligned; `MustNotImplDrop`. 3. by the attributes on the fields.
unsafe impl own_ref::part::Fields for Foo {
    type List = (String, (tokio::sync::oneshot::Sender<()>, ()));
    type Pinned = ();
    type Key = FooKey;
    const FIELDS: &'static [own_ref::part::Field] = &[
        own_ref::part::Field::new("name", ::core::mem::offset_of!(Foo, name)),
        own_ref::part::Field::new("channel", ::core::mem::offset_of!(Foo, channel)),
    ];
}

#[diagnostic::on_unimplemented(
    message = "field `name` of `Foo` is not initialised yet",
    label = "`name` is missing",
    note = "give it a value with `.set_name(…)`"
)]
pub trait FooHasName: own_ref::part::IsPresent {}
impl FooHasName for own_ref::Present {}

#[diagnostic::on_unimplemented(
    message = "field `name` of `Foo` is initialised already",
    label = "`name` is there",
    note = "take the old value out, or drop it with `.drop_name()`, or change it in place"
)]
pub trait FooLacksName: own_ref::part::IsAbsent {}
impl FooLacksName for own_ref::Absent {}

#[diagnostic::on_unimplemented(
    message = "field `channel` of `Foo` is not initialised yet",
    label = "`channel` is missing",
    note = "give it a value with `.set_channel(…)`"
)]
pub trait FooHasChannel: own_ref::part::IsPresent {}
impl FooHasChannel for own_ref::Present {}

#[diagnostic::on_unimplemented(
    message = "field `channel` of `Foo` is initialised already",
    label = "`channel` is there",
    note = "take the old value out, or drop it with `.drop_channel()`, or change it in place"
)]
pub trait FooLacksChannel: own_ref::part::IsAbsent {}
impl FooLacksChannel for own_ref::Absent {}

/// A `Foo` of which only some fields are there: `Present` or `Absent`, in order.
#[must_use = "dropping a part drops the fields that are there"]
pub struct FooPart<
    'own,
    M0: own_ref::part::Mark,
    M1: own_ref::part::Mark,
    B: own_ref::part::Brand = own_ref::part::Free,
>(own_ref::Part<'own, Foo, (M0, (M1, ())), B>);

impl own_ref::part::Parted for Foo {
    type Full<'own, B: own_ref::part::Brand> = FooPart<'own, own_ref::Present, own_ref::Present, B>;
    type Empty<'own, B: own_ref::part::Brand> = FooPart<'own, own_ref::Absent, own_ref::Absent, B>;
}

impl<'own, M0: own_ref::part::Mark, M1: own_ref::part::Mark, B: own_ref::part::Brand>
    From<own_ref::Part<'own, Foo, (M0, (M1, ())), B>> for FooPart<'own, M0, M1, B>
{
    #[inline]
    fn from(part: own_ref::Part<'own, Foo, (M0, (M1, ())), B>) -> Self {
        Self(part)
    }
}

impl<'own, M0: own_ref::part::Mark, M1: own_ref::part::Mark, B: own_ref::part::Brand>
    FooPart<'own, M0, M1, B>
{
    /// From what `carry` of another struct returns.
    #[inline]
    pub fn of(carried: own_ref::part::Carried<'own, Foo, (M0, (M1, ())), B>) -> Self {
        Self(carried.open(FooKey(())))
    }

    /// The fields that are there, as fields of another struct, in place.
    #[inline]
    pub fn carry<Z>(
        self,
    ) -> own_ref::part::Carried<
        'own,
        Z,
        <(M0, (M1, ())) as own_ref::part::Carry<
            (String, (tokio::sync::oneshot::Sender<()>, ())),
            Z::List,
        >>::Out,
        B,
    >
    where
        Z: own_ref::part::Fields,
        (M0, (M1, ())):
            own_ref::part::Carry<(String, (tokio::sync::oneshot::Sender<()>, ())), Z::List>,
        B: own_ref::part::Hosts<Z>,
    {
        self.0.carry(FooKey(()))
    }

    /// Puts a value into `name`.
    #[inline]
    pub fn set_name(self, value: String) -> FooPart<'own, own_ref::Present, M1, B>
    where
        M0: FooLacksName,
    {
        FooPart(self.0.set::<own_ref::part::First>(FooKey(()), value))
    }

    /// Builds a value in `name`.
    #[inline]
    pub fn init_name<Error, Recipe>(
        self,
        recipe: Recipe,
    ) -> Result<FooPart<'own, own_ref::Present, M1, B>, Error>
    where
        M0: FooLacksName,
        Recipe: own_ref::Init<String, Error>,
    {
        match self
            .0
            .init::<own_ref::part::First, Error, Recipe>(FooKey(()), recipe)
        {
            Ok(part) => Ok(FooPart(part)),
            Err(error) => Err(error),
        }
    }

    /// Moves the value of `name` out.
    #[inline]
    pub fn take_name(self) -> (String, FooPart<'own, own_ref::Absent, M1, B>)
    where
        M0: FooHasName,
    {
        let (value, part) = self.0.take::<own_ref::part::First>(FooKey(()));
        (value, FooPart(part))
    }

    /// Drops the value of `name`, in place.
    #[inline]
    pub fn drop_name(self) -> FooPart<'own, own_ref::Absent, M1, B>
    where
        M0: FooHasName,
    {
        FooPart(self.0.clear::<own_ref::part::First>(FooKey(())))
    }

    /// The value of `name`.
    #[inline]
    pub fn name(&self) -> &String
    where
        M0: FooHasName,
    {
        self.0.get::<own_ref::part::First>(FooKey(()))
    }

    /// The value of `name`.
    #[inline]
    pub fn name_mut(&mut self) -> &mut String
    where
        M0: FooHasName,
    {
        self.0.get_mut::<own_ref::part::First>(FooKey(()))
    }

    /// Puts a value into `channel`.
    #[inline]
    pub fn set_channel(
        self,
        value: tokio::sync::oneshot::Sender<()>,
    ) -> FooPart<'own, M0, own_ref::Present, B>
    where
        M1: FooLacksChannel,
    {
        FooPart(
            self.0
                .set::<own_ref::part::Next<own_ref::part::First>>(FooKey(()), value),
        )
    }

    /// Builds a value in `channel`.
    #[inline]
    pub fn init_channel<Error, Recipe>(
        self,
        recipe: Recipe,
    ) -> Result<FooPart<'own, M0, own_ref::Present, B>, Error>
    where
        M1: FooLacksChannel,
        Recipe: own_ref::Init<tokio::sync::oneshot::Sender<()>, Error>,
    {
        match self
            .0
            .init::<own_ref::part::Next<own_ref::part::First>, Error, Recipe>(FooKey(()), recipe)
        {
            Ok(part) => Ok(FooPart(part)),
            Err(error) => Err(error),
        }
    }

    /// Moves the value of `channel` out.
    #[inline]
    pub fn take_channel(
        self,
    ) -> (
        tokio::sync::oneshot::Sender<()>,
        FooPart<'own, M0, own_ref::Absent, B>,
    )
    where
        M1: FooHasChannel,
    {
        let (value, part) = self
            .0
            .take::<own_ref::part::Next<own_ref::part::First>>(FooKey(()));
        (value, FooPart(part))
    }

    /// Drops the value of `channel`, in place.
    #[inline]
    pub fn drop_channel(self) -> FooPart<'own, M0, own_ref::Absent, B>
    where
        M1: FooHasChannel,
    {
        FooPart(
            self.0
                .clear::<own_ref::part::Next<own_ref::part::First>>(FooKey(())),
        )
    }

    /// The value of `channel`.
    #[inline]
    pub fn channel(&self) -> &tokio::sync::oneshot::Sender<()>
    where
        M1: FooHasChannel,
    {
        self.0
            .get::<own_ref::part::Next<own_ref::part::First>>(FooKey(()))
    }

    /// The value of `channel`.
    #[inline]
    pub fn channel_mut(&mut self) -> &mut tokio::sync::oneshot::Sender<()>
    where
        M1: FooHasChannel,
    {
        self.0
            .get_mut::<own_ref::part::Next<own_ref::part::First>>(FooKey(()))
    }

    /// The whole value: an `Own`, or a `State` if the memory is in an enum that is being updated.
    #[inline]
    pub fn finish(self) -> B::Whole<'own, Foo>
    where
        M0: FooHasName,
        M1: FooHasChannel,
    {
        self.0.finish()
    }
}
