// What `#[derive(Fields)]` and `#[derive(States)]` make of
//
// ```text
// #[derive(Fields)]
// pub struct MyStrings<T> {
//     pub x: String,
//     pub y: T,
// }
// ```

pub struct MyStrings<T> {
    pub x: String,
    pub y: T,
}

const _: () = {
    // Each field once, none left out; aligned, as references are taken; of exactly these types.
    fn _check<T>(value: &mut MyStrings<T>) {
        let MyStrings { x, y } = value;
        let x = own_ref::__private::type_of(x);
        own_ref::__private::is::<String>(x);
        let y = own_ref::__private::type_of(y);
        own_ref::__private::is::<T>(y);
    }

    // Taking fields out would skip the destructor.
    trait MustNotImplDrop {}
    #[expect(drop_bounds, reason = "to conflict with an implementation of `Drop`")]
    impl<T: Drop> MustNotImplDrop for T {}
    impl<T> MustNotImplDrop for MyStrings<T> {}
};

/// The fields of a `MyStrings`, owned by reference.
pub struct MyStringsOwn<'own, T> {
    pub x: own_ref::Own<'own, String>,
    pub y: own_ref::Own<'own, T>,
}

// SAFETY: 1. the pattern names every field once; each lies in the value. 2. the claim ends here.
// 3. checked by `MustNotImplDrop`.
unsafe impl<T> own_ref::part::Split for MyStrings<T> {
    type Owned<'own> = MyStringsOwn<'own, T>;

    #[inline]
    fn split<'own>(&mut self, claim: &own_ref::part::Claim<'own>) -> Self::Owned<'own> {
        let MyStrings { x, y } = self;
        let x = claim.own(x);
        let y = claim.own(y);
        MyStringsOwn { x, y }
    }
}

/// Opens the fields of the parts, here and nowhere else.
#[doc(hidden)]
pub struct MyStringsKey(());

// SAFETY: 1. checked by `_check`: the pattern is exhaustive, the types are exact. 2. references to the
// fields exist there, so they are aligned; `MustNotImplDrop`. 3. by the attributes on the fields.
unsafe impl<T> own_ref::part::Fields for MyStrings<T> {
    type List = (String, (T, ()));
    type Pinned = ();
    type Key = MyStringsKey;
    const FIELDS: &'static [own_ref::part::Field] = &[
        own_ref::part::Field::new("x", ::core::mem::offset_of!(MyStrings<T>, x)),
        own_ref::part::Field::new("y", ::core::mem::offset_of!(MyStrings<T>, y)),
    ];
}

#[diagnostic::on_unimplemented(
    message = "field `x` of `MyStrings` is not initialised yet",
    label = "`x` is missing",
    note = "give it a value with `.set_x(…)`"
)]
pub trait MyStringsHasX: own_ref::part::IsPresent {}
impl MyStringsHasX for own_ref::Present {}

#[diagnostic::on_unimplemented(
    message = "field `x` of `MyStrings` is initialised already",
    label = "`x` is there",
    note = "take the old value out, or drop it with `.drop_x()`, or change it in place"
)]
pub trait MyStringsLacksX: own_ref::part::IsAbsent {}
impl MyStringsLacksX for own_ref::Absent {}

#[diagnostic::on_unimplemented(
    message = "field `y` of `MyStrings` is not initialised yet",
    label = "`y` is missing",
    note = "give it a value with `.set_y(…)`"
)]
pub trait MyStringsHasY: own_ref::part::IsPresent {}
impl MyStringsHasY for own_ref::Present {}

#[diagnostic::on_unimplemented(
    message = "field `y` of `MyStrings` is initialised already",
    label = "`y` is there",
    note = "take the old value out, or drop it with `.drop_y()`, or change it in place"
)]
pub trait MyStringsLacksY: own_ref::part::IsAbsent {}
impl MyStringsLacksY for own_ref::Absent {}

/// A `MyStrings` of which only some fields are there: `Present` or `Absent`, in order.
#[must_use = "dropping a part drops the fields that are there"]
pub struct MyStringsPart<
    'own,
    T,
    M0: own_ref::part::Mark,
    M1: own_ref::part::Mark,
    B: own_ref::part::Brand = own_ref::part::Free,
>(own_ref::Part<'own, MyStrings<T>, (M0, (M1, ())), B>);

impl<T> own_ref::part::Parted for MyStrings<T> {
    type Full<'own, B: own_ref::part::Brand> =
        MyStringsPart<'own, T, own_ref::Present, own_ref::Present, B>;
    type Empty<'own, B: own_ref::part::Brand> =
        MyStringsPart<'own, T, own_ref::Absent, own_ref::Absent, B>;
}

impl<'own, T, M0: own_ref::part::Mark, M1: own_ref::part::Mark, B: own_ref::part::Brand>
    From<own_ref::Part<'own, MyStrings<T>, (M0, (M1, ())), B>>
    for MyStringsPart<'own, T, M0, M1, B>
{
    #[inline]
    fn from(part: own_ref::Part<'own, MyStrings<T>, (M0, (M1, ())), B>) -> Self {
        Self(part)
    }
}

impl<'own, T, M0: own_ref::part::Mark, M1: own_ref::part::Mark, B: own_ref::part::Brand>
    MyStringsPart<'own, T, M0, M1, B>
{
    /// From what `carry` of another struct returns.
    #[inline]
    pub fn of(carried: own_ref::part::Carried<'own, MyStrings<T>, (M0, (M1, ())), B>) -> Self {
        Self(carried.open(MyStringsKey(())))
    }

    /// The fields that are there, as fields of another struct, in place.
    #[inline]
    pub fn carry<Z>(
        self,
    ) -> own_ref::part::Carried<
        'own,
        Z,
        <(M0, (M1, ())) as own_ref::part::Carry<(String, (T, ())), Z::List>>::Out,
        B,
    >
    where
        Z: own_ref::part::Fields,
        (M0, (M1, ())): own_ref::part::Carry<(String, (T, ())), Z::List>,
        B: own_ref::part::Hosts<Z>,
    {
        self.0.carry(MyStringsKey(()))
    }

    /// Puts a value into `x`.
    #[inline]
    pub fn set_x(self, value: String) -> MyStringsPart<'own, T, own_ref::Present, M1, B>
    where
        M0: MyStringsLacksX,
    {
        MyStringsPart(self.0.set::<own_ref::part::First>(MyStringsKey(()), value))
    }

    /// Builds a value in `x`.
    #[inline]
    pub fn init_x<Error, Recipe>(
        self,
        recipe: Recipe,
    ) -> Result<MyStringsPart<'own, T, own_ref::Present, M1, B>, Error>
    where
        M0: MyStringsLacksX,
        Recipe: own_ref::Init<String, Error>,
    {
        match self
            .0
            .init::<own_ref::part::First, Error, Recipe>(MyStringsKey(()), recipe)
        {
            Ok(part) => Ok(MyStringsPart(part)),
            Err(error) => Err(error),
        }
    }

    /// Moves the value of `x` out.
    #[inline]
    pub fn take_x(self) -> (String, MyStringsPart<'own, T, own_ref::Absent, M1, B>)
    where
        M0: MyStringsHasX,
    {
        let (value, part) = self.0.take::<own_ref::part::First>(MyStringsKey(()));
        (value, MyStringsPart(part))
    }

    /// Drops the value of `x`, in place.
    #[inline]
    pub fn drop_x(self) -> MyStringsPart<'own, T, own_ref::Absent, M1, B>
    where
        M0: MyStringsHasX,
    {
        MyStringsPart(self.0.clear::<own_ref::part::First>(MyStringsKey(())))
    }

    /// The value of `x`.
    #[inline]
    pub fn x(&self) -> &String
    where
        M0: MyStringsHasX,
    {
        self.0.get::<own_ref::part::First>(MyStringsKey(()))
    }

    /// The value of `x`.
    #[inline]
    pub fn x_mut(&mut self) -> &mut String
    where
        M0: MyStringsHasX,
    {
        self.0.get_mut::<own_ref::part::First>(MyStringsKey(()))
    }

    /// Puts a value into `y`.
    #[inline]
    pub fn set_y(self, value: T) -> MyStringsPart<'own, T, M0, own_ref::Present, B>
    where
        M1: MyStringsLacksY,
    {
        MyStringsPart(
            self.0
                .set::<own_ref::part::Next<own_ref::part::First>>(MyStringsKey(()), value),
        )
    }

    /// Builds a value in `y`.
    #[inline]
    pub fn init_y<Error, Recipe>(
        self,
        recipe: Recipe,
    ) -> Result<MyStringsPart<'own, T, M0, own_ref::Present, B>, Error>
    where
        M1: MyStringsLacksY,
        Recipe: own_ref::Init<T, Error>,
    {
        match self
            .0
            .init::<own_ref::part::Next<own_ref::part::First>, Error, Recipe>(
                MyStringsKey(()),
                recipe,
            ) {
            Ok(part) => Ok(MyStringsPart(part)),
            Err(error) => Err(error),
        }
    }

    /// Moves the value of `y` out.
    #[inline]
    pub fn take_y(self) -> (T, MyStringsPart<'own, T, M0, own_ref::Absent, B>)
    where
        M1: MyStringsHasY,
    {
        let (value, part) = self
            .0
            .take::<own_ref::part::Next<own_ref::part::First>>(MyStringsKey(()));
        (value, MyStringsPart(part))
    }

    /// Drops the value of `y`, in place.
    #[inline]
    pub fn drop_y(self) -> MyStringsPart<'own, T, M0, own_ref::Absent, B>
    where
        M1: MyStringsHasY,
    {
        MyStringsPart(
            self.0
                .clear::<own_ref::part::Next<own_ref::part::First>>(MyStringsKey(())),
        )
    }

    /// The value of `y`.
    #[inline]
    pub fn y(&self) -> &T
    where
        M1: MyStringsHasY,
    {
        self.0
            .get::<own_ref::part::Next<own_ref::part::First>>(MyStringsKey(()))
    }

    /// The value of `y`.
    #[inline]
    pub fn y_mut(&mut self) -> &mut T
    where
        M1: MyStringsHasY,
    {
        self.0
            .get_mut::<own_ref::part::Next<own_ref::part::First>>(MyStringsKey(()))
    }

    /// The whole value: an `Own`, or a `State` if the memory is in an enum that is being updated.
    #[inline]
    pub fn finish(self) -> B::Whole<'own, MyStrings<T>>
    where
        M0: MyStringsHasX,
        M1: MyStringsHasY,
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
