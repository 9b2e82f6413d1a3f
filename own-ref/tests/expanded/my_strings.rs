//! What `#[derive(Fields)]` makes of
//!
//! ```text
//! #[derive(Fields)]
//! pub struct MyStrings<T> {
//!     pub x: String,
//!     pub y: T,
//! }
//! ```

pub struct MyStrings<T> {
    pub x: String,
    pub y: T,
}

// -- checks ------------------------------------------------------------------

const _: () = {
    // Each field once, none left out; aligned, as references are taken; of exactly these types.
    fn _check<T>(value: &MyStrings<T>) {
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

// -- `Own::split` --------------------------------------------------------------

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
    fn split<'own>(&mut self, claim: &own_ref::part::Claim<'own>) -> MyStringsOwn<'own, T> {
        let MyStrings { x, y } = self;
        MyStringsOwn {
            x: claim.own(x),
            y: claim.own(y),
        }
    }
}

// -- `Part` --------------------------------------------------------------------

// SAFETY: 1. checked by `_check`: the pattern is exhaustive, the types are exact. 2. references to the
// fields exist there, so they are aligned; `MustNotImplDrop`. 3. no field is pinned.
unsafe impl<T> own_ref::part::Fields for MyStrings<T> {
    type List = (String, (T, ()));
    type Pinned = ();
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
    message = "field `y` of `MyStrings` is not initialised yet",
    label = "`y` is missing",
    note = "give it a value with `.set_y(…)`"
)]
pub trait MyStringsHasY: own_ref::part::IsPresent {}
impl MyStringsHasY for own_ref::Present {}

#[diagnostic::on_unimplemented(
    message = "field `x` of `MyStrings` is initialised already",
    label = "`x` is there",
    note = "take the old value out with `.take_x()`, or change it through `.x_mut()`"
)]
pub trait MyStringsLacksX: own_ref::part::IsAbsent {}
impl MyStringsLacksX for own_ref::Absent {}

#[diagnostic::on_unimplemented(
    message = "field `y` of `MyStrings` is initialised already",
    label = "`y` is there",
    note = "take the old value out with `.take_y()`, or change it through `.y_mut()`"
)]
pub trait MyStringsLacksY: own_ref::part::IsAbsent {}
impl MyStringsLacksY for own_ref::Absent {}

type X = own_ref::part::First;
type Y = own_ref::part::Next<own_ref::part::First>;

/// A `MyStrings` of which only some fields are there: `Present` or `Absent`, in order.
pub struct MyStringsPart<
    'own,
    T,
    X: own_ref::part::Mark,
    Y: own_ref::part::Mark,
    B: own_ref::part::Brand = own_ref::part::Free,
>(own_ref::Part<'own, MyStrings<T>, (X, (Y, ())), B>);

impl<T> own_ref::part::Parted for MyStrings<T> {
    type Full<'own, B: own_ref::part::Brand> =
        MyStringsPart<'own, T, own_ref::Present, own_ref::Present, B>;
    type Empty<'own, B: own_ref::part::Brand> =
        MyStringsPart<'own, T, own_ref::Absent, own_ref::Absent, B>;
}

impl<'own, T, MX, MY, B> From<own_ref::Part<'own, MyStrings<T>, (MX, (MY, ())), B>>
    for MyStringsPart<'own, T, MX, MY, B>
where
    MX: own_ref::part::Mark,
    MY: own_ref::part::Mark,
    B: own_ref::part::Brand,
{
    #[inline]
    fn from(part: own_ref::Part<'own, MyStrings<T>, (MX, (MY, ())), B>) -> Self {
        Self(part)
    }
}

impl<'own, T, MX, MY, B> MyStringsPart<'own, T, MX, MY, B>
where
    MX: own_ref::part::Mark,
    MY: own_ref::part::Mark,
    B: own_ref::part::Brand,
{
    /// From what `carry` of another state returns.
    #[inline]
    pub fn of(part: own_ref::Part<'own, MyStrings<T>, (MX, (MY, ())), B>) -> Self {
        Self(part)
    }

    /// As fields of another struct, in place.
    #[inline]
    pub fn carry<Z>(
        self,
    ) -> own_ref::Part<
        'own,
        Z,
        <(MX, (MY, ())) as own_ref::part::Carry<(String, (T, ())), Z::List>>::Out,
        B,
    >
    where
        Z: own_ref::part::Fields,
        (MX, (MY, ())): own_ref::part::Carry<(String, (T, ())), Z::List>,
        B: own_ref::part::Hosts<Z>,
    {
        self.0.carry()
    }

    #[inline]
    pub fn set_x(self, value: String) -> MyStringsPart<'own, T, own_ref::Present, MY, B>
    where
        MX: MyStringsLacksX,
    {
        MyStringsPart(self.0.set::<X>(value))
    }

    #[inline]
    pub fn init_x<E, I>(
        self,
        recipe: I,
    ) -> Result<MyStringsPart<'own, T, own_ref::Present, MY, B>, E>
    where
        MX: MyStringsLacksX,
        I: own_ref::Init<String, E>,
    {
        match self.0.init::<X, E, I>(recipe) {
            Ok(part) => Ok(MyStringsPart(part)),
            Err(error) => Err(error),
        }
    }

    #[inline]
    pub fn take_x(self) -> (String, MyStringsPart<'own, T, own_ref::Absent, MY, B>)
    where
        MX: MyStringsHasX,
        B: own_ref::part::Brand,
    {
        let (value, part) = self.0.take::<X>();
        (value, MyStringsPart(part))
    }

    #[inline]
    pub fn drop_x(self) -> MyStringsPart<'own, T, own_ref::Absent, MY, B>
    where
        MX: MyStringsHasX,
    {
        MyStringsPart(self.0.clear::<X>())
    }

    #[inline]
    pub fn x(&self) -> &String
    where
        MX: MyStringsHasX,
    {
        self.0.get::<X>()
    }

    #[inline]
    pub fn x_mut(&mut self) -> &mut String
    where
        MX: MyStringsHasX,
    {
        self.0.get_mut::<X>()
    }

    #[inline]
    pub fn set_y(self, value: T) -> MyStringsPart<'own, T, MX, own_ref::Present, B>
    where
        MY: MyStringsLacksY,
    {
        MyStringsPart(self.0.set::<Y>(value))
    }

    #[inline]
    pub fn init_y<E, I>(
        self,
        recipe: I,
    ) -> Result<MyStringsPart<'own, T, MX, own_ref::Present, B>, E>
    where
        MY: MyStringsLacksY,
        I: own_ref::Init<T, E>,
    {
        match self.0.init::<Y, E, I>(recipe) {
            Ok(part) => Ok(MyStringsPart(part)),
            Err(error) => Err(error),
        }
    }

    #[inline]
    pub fn take_y(self) -> (T, MyStringsPart<'own, T, MX, own_ref::Absent, B>)
    where
        MY: MyStringsHasY,
    {
        let (value, part) = self.0.take::<Y>();
        (value, MyStringsPart(part))
    }

    #[inline]
    pub fn drop_y(self) -> MyStringsPart<'own, T, MX, own_ref::Absent, B>
    where
        MY: MyStringsHasY,
    {
        MyStringsPart(self.0.clear::<Y>())
    }

    #[inline]
    pub fn y(&self) -> &T
    where
        MY: MyStringsHasY,
    {
        self.0.get::<Y>()
    }

    #[inline]
    pub fn y_mut(&mut self) -> &mut T
    where
        MY: MyStringsHasY,
    {
        self.0.get_mut::<Y>()
    }
}

impl<'own, T, MX: MyStringsHasX, MY: MyStringsHasY> MyStringsPart<'own, T, MX, MY> {
    /// The whole value.
    #[inline]
    pub fn finish(self) -> own_ref::Own<'own, MyStrings<T>> {
        self.0.finish()
    }
}

impl<'own, T, MX, MY, E> MyStringsPart<'own, T, MX, MY, own_ref::part::In<'own, E>>
where
    MX: MyStringsHasX,
    MY: MyStringsHasY,
{
    /// The whole state.
    #[inline]
    pub fn finish(self) -> own_ref::states::State<'own, MyStrings<T>, own_ref::part::In<'own, E>> {
        self.0.finish()
    }
}

impl<'own, T, MX, MY, E> MyStringsPart<'own, T, MX, MY, own_ref::part::PinnedIn<'own, E>>
where
    MX: MyStringsHasX,
    MY: MyStringsHasY,
{
    /// The whole state.
    #[inline]
    pub fn finish(
        self,
    ) -> own_ref::states::State<'own, MyStrings<T>, own_ref::part::PinnedIn<'own, E>> {
        self.0.finish()
    }
}
