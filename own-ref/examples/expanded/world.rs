// What `#[derive(Fields)]` and `#[derive(States)]` make of
//
// ```text
// use crate::{Cell, Name};
//
// /// 64 MiB.
// #[derive(Fields)]
// pub struct World {
//     pub name: Name,
//     pub heights: [[u32; 2048]; 4096],
//     pub cells: [Cell; 2 << 20],
// }
// ```

use crate::{Cell, Name};

/// 64 MiB.
pub struct World {
    pub name: Name,
    pub heights: [[u32; 2048]; 4096],
    pub cells: [Cell; 2 << 20],
}

const _: () = {
    // Each field once, none left out; aligned, as references are taken; of exactly these types.
    fn _check(value: &World) {
        let World {
            name,
            heights,
            cells,
        } = value;
        let name = own_ref::__private::type_of(name);
        own_ref::__private::is::<Name>(name);
        let heights = own_ref::__private::type_of(heights);
        own_ref::__private::is::<[[u32; 2048]; 4096]>(heights);
        let cells = own_ref::__private::type_of(cells);
        own_ref::__private::is::<[Cell; 2 << 20]>(cells);
    }

    // Taking fields out would skip the destructor.
    trait MustNotImplDrop {}
    #[expect(drop_bounds, reason = "to conflict with an implementation of `Drop`")]
    impl<T: Drop> MustNotImplDrop for T {}
    impl MustNotImplDrop for World {}
};

/// The fields of a `World`, owned by reference.
pub struct WorldOwn<'own> {
    pub name: own_ref::Own<'own, Name>,
    pub heights: own_ref::Own<'own, [[u32; 2048]; 4096]>,
    pub cells: own_ref::Own<'own, [Cell; 2 << 20]>,
}

// SAFETY: 1. the pattern names every field once; each lies in the value. 2. the claim ends here.
// 3. checked by `MustNotImplDrop`.
unsafe impl own_ref::part::Split for World {
    type Owned<'own> = WorldOwn<'own>;

    #[inline]
    fn split<'own>(&mut self, claim: &own_ref::part::Claim<'own>) -> Self::Owned<'own> {
        let World {
            name,
            heights,
            cells,
        } = self;
        WorldOwn {
            name: claim.own(name),
            heights: claim.own(heights),
            cells: claim.own(cells),
        }
    }
}

/// Opens the fields of the parts, here and nowhere else.
#[doc(hidden)]
pub struct WorldKey(());

// SAFETY: 1. checked by `_check`: the pattern is exhaustive, the types are exact. 2. references to the
// fields exist there, so they are aligned; `MustNotImplDrop`. 3. by the attributes on the fields.
unsafe impl own_ref::part::Fields for World {
    type List = (Name, ([[u32; 2048]; 4096], ([Cell; 2 << 20], ())));
    type Pinned = ();
    type Key = WorldKey;
    const FIELDS: &'static [own_ref::part::Field] = &[
        own_ref::part::Field::new("name", ::core::mem::offset_of!(World, name)),
        own_ref::part::Field::new("heights", ::core::mem::offset_of!(World, heights)),
        own_ref::part::Field::new("cells", ::core::mem::offset_of!(World, cells)),
    ];
}

#[diagnostic::on_unimplemented(
    message = "field `name` of `World` is not initialised yet",
    label = "`name` is missing",
    note = "give it a value with `.set_name(…)`"
)]
pub trait WorldHasName: own_ref::part::IsPresent {}
impl WorldHasName for own_ref::Present {}

#[diagnostic::on_unimplemented(
    message = "field `name` of `World` is initialised already",
    label = "`name` is there",
    note = "take the old value out, or drop it with `.drop_name()`, or change it in place"
)]
pub trait WorldLacksName: own_ref::part::IsAbsent {}
impl WorldLacksName for own_ref::Absent {}

#[diagnostic::on_unimplemented(
    message = "field `heights` of `World` is not initialised yet",
    label = "`heights` is missing",
    note = "give it a value with `.set_heights(…)`"
)]
pub trait WorldHasHeights: own_ref::part::IsPresent {}
impl WorldHasHeights for own_ref::Present {}

#[diagnostic::on_unimplemented(
    message = "field `heights` of `World` is initialised already",
    label = "`heights` is there",
    note = "take the old value out, or drop it with `.drop_heights()`, or change it in place"
)]
pub trait WorldLacksHeights: own_ref::part::IsAbsent {}
impl WorldLacksHeights for own_ref::Absent {}

#[diagnostic::on_unimplemented(
    message = "field `cells` of `World` is not initialised yet",
    label = "`cells` is missing",
    note = "give it a value with `.set_cells(…)`"
)]
pub trait WorldHasCells: own_ref::part::IsPresent {}
impl WorldHasCells for own_ref::Present {}

#[diagnostic::on_unimplemented(
    message = "field `cells` of `World` is initialised already",
    label = "`cells` is there",
    note = "take the old value out, or drop it with `.drop_cells()`, or change it in place"
)]
pub trait WorldLacksCells: own_ref::part::IsAbsent {}
impl WorldLacksCells for own_ref::Absent {}

/// A `World` of which only some fields are there: `Present` or `Absent`, in order.
#[must_use = "dropping a part drops the fields that are there"]
pub struct WorldPart<
    'own,
    M0: own_ref::part::Mark,
    M1: own_ref::part::Mark,
    M2: own_ref::part::Mark,
    B: own_ref::part::Brand = own_ref::part::Free,
>(own_ref::Part<'own, World, (M0, (M1, (M2, ()))), B>);

impl own_ref::part::Parted for World {
    type Full<'own, B: own_ref::part::Brand> =
        WorldPart<'own, own_ref::Present, own_ref::Present, own_ref::Present, B>;
    type Empty<'own, B: own_ref::part::Brand> =
        WorldPart<'own, own_ref::Absent, own_ref::Absent, own_ref::Absent, B>;
}

impl<
    'own,
    M0: own_ref::part::Mark,
    M1: own_ref::part::Mark,
    M2: own_ref::part::Mark,
    B: own_ref::part::Brand,
> From<own_ref::Part<'own, World, (M0, (M1, (M2, ()))), B>> for WorldPart<'own, M0, M1, M2, B>
{
    #[inline]
    fn from(part: own_ref::Part<'own, World, (M0, (M1, (M2, ()))), B>) -> Self {
        Self(part)
    }
}

impl<
    'own,
    M0: own_ref::part::Mark,
    M1: own_ref::part::Mark,
    M2: own_ref::part::Mark,
    B: own_ref::part::Brand,
> WorldPart<'own, M0, M1, M2, B>
{
    /// From what `carry` of another struct returns.
    #[inline]
    pub fn of(carried: own_ref::part::Carried<'own, World, (M0, (M1, (M2, ()))), B>) -> Self {
        Self(carried.open(WorldKey(())))
    }

    /// The fields that are there, as fields of another struct, in place.
    #[inline]
    pub fn carry<Z>(
        self,
    ) -> own_ref::part::Carried<
        'own,
        Z,
        <(M0, (M1, (M2, ()))) as own_ref::part::Carry<
            (Name, ([[u32; 2048]; 4096], ([Cell; 2 << 20], ()))),
            Z::List,
        >>::Out,
        B,
    >
    where
        Z: own_ref::part::Fields,
        (M0, (M1, (M2, ()))):
            own_ref::part::Carry<(Name, ([[u32; 2048]; 4096], ([Cell; 2 << 20], ()))), Z::List>,
        B: own_ref::part::Hosts<Z>,
    {
        self.0.carry(WorldKey(()))
    }

    /// Puts a value into `name`.
    #[inline]
    pub fn set_name(self, value: Name) -> WorldPart<'own, own_ref::Present, M1, M2, B>
    where
        M0: WorldLacksName,
    {
        WorldPart(self.0.set::<own_ref::part::First>(WorldKey(()), value))
    }

    /// Builds a value in `name`.
    #[inline]
    pub fn init_name<Error, Recipe>(
        self,
        recipe: Recipe,
    ) -> Result<WorldPart<'own, own_ref::Present, M1, M2, B>, Error>
    where
        M0: WorldLacksName,
        Recipe: own_ref::Init<Name, Error>,
    {
        match self
            .0
            .init::<own_ref::part::First, Error, Recipe>(WorldKey(()), recipe)
        {
            Ok(part) => Ok(WorldPart(part)),
            Err(error) => Err(error),
        }
    }

    /// Moves the value of `name` out.
    #[inline]
    pub fn take_name(self) -> (Name, WorldPart<'own, own_ref::Absent, M1, M2, B>)
    where
        M0: WorldHasName,
    {
        let (value, part) = self.0.take::<own_ref::part::First>(WorldKey(()));
        (value, WorldPart(part))
    }

    /// Drops the value of `name`, in place.
    #[inline]
    pub fn drop_name(self) -> WorldPart<'own, own_ref::Absent, M1, M2, B>
    where
        M0: WorldHasName,
    {
        WorldPart(self.0.clear::<own_ref::part::First>(WorldKey(())))
    }

    /// The value of `name`.
    #[inline]
    pub fn name(&self) -> &Name
    where
        M0: WorldHasName,
    {
        self.0.get::<own_ref::part::First>(WorldKey(()))
    }

    /// The value of `name`.
    #[inline]
    pub fn name_mut(&mut self) -> &mut Name
    where
        M0: WorldHasName,
    {
        self.0.get_mut::<own_ref::part::First>(WorldKey(()))
    }

    /// Puts a value into `heights`.
    #[inline]
    pub fn set_heights(
        self,
        value: [[u32; 2048]; 4096],
    ) -> WorldPart<'own, M0, own_ref::Present, M2, B>
    where
        M1: WorldLacksHeights,
    {
        WorldPart(
            self.0
                .set::<own_ref::part::Next<own_ref::part::First>>(WorldKey(()), value),
        )
    }

    /// Builds a value in `heights`.
    #[inline]
    pub fn init_heights<Error, Recipe>(
        self,
        recipe: Recipe,
    ) -> Result<WorldPart<'own, M0, own_ref::Present, M2, B>, Error>
    where
        M1: WorldLacksHeights,
        Recipe: own_ref::Init<[[u32; 2048]; 4096], Error>,
    {
        match self
            .0
            .init::<own_ref::part::Next<own_ref::part::First>, Error, Recipe>(WorldKey(()), recipe)
        {
            Ok(part) => Ok(WorldPart(part)),
            Err(error) => Err(error),
        }
    }

    /// Moves the value of `heights` out.
    #[inline]
    pub fn take_heights(
        self,
    ) -> (
        [[u32; 2048]; 4096],
        WorldPart<'own, M0, own_ref::Absent, M2, B>,
    )
    where
        M1: WorldHasHeights,
    {
        let (value, part) = self
            .0
            .take::<own_ref::part::Next<own_ref::part::First>>(WorldKey(()));
        (value, WorldPart(part))
    }

    /// Drops the value of `heights`, in place.
    #[inline]
    pub fn drop_heights(self) -> WorldPart<'own, M0, own_ref::Absent, M2, B>
    where
        M1: WorldHasHeights,
    {
        WorldPart(
            self.0
                .clear::<own_ref::part::Next<own_ref::part::First>>(WorldKey(())),
        )
    }

    /// The value of `heights`.
    #[inline]
    pub fn heights(&self) -> &[[u32; 2048]; 4096]
    where
        M1: WorldHasHeights,
    {
        self.0
            .get::<own_ref::part::Next<own_ref::part::First>>(WorldKey(()))
    }

    /// The value of `heights`.
    #[inline]
    pub fn heights_mut(&mut self) -> &mut [[u32; 2048]; 4096]
    where
        M1: WorldHasHeights,
    {
        self.0
            .get_mut::<own_ref::part::Next<own_ref::part::First>>(WorldKey(()))
    }

    /// Puts a value into `cells`.
    #[inline]
    pub fn set_cells(self, value: [Cell; 2 << 20]) -> WorldPart<'own, M0, M1, own_ref::Present, B>
    where
        M2: WorldLacksCells,
    {
        WorldPart(
            self.0
                .set::<own_ref::part::Next<own_ref::part::Next<own_ref::part::First>>>(
                    WorldKey(()),
                    value,
                ),
        )
    }

    /// Builds a value in `cells`.
    #[inline]
    pub fn init_cells<Error, Recipe>(
        self,
        recipe: Recipe,
    ) -> Result<WorldPart<'own, M0, M1, own_ref::Present, B>, Error>
    where
        M2: WorldLacksCells,
        Recipe: own_ref::Init<[Cell; 2 << 20], Error>,
    {
        match self
            .0
            .init::<own_ref::part::Next<own_ref::part::Next<own_ref::part::First>>, Error, Recipe>(
                WorldKey(()),
                recipe,
            ) {
            Ok(part) => Ok(WorldPart(part)),
            Err(error) => Err(error),
        }
    }

    /// Moves the value of `cells` out.
    #[inline]
    pub fn take_cells(self) -> ([Cell; 2 << 20], WorldPart<'own, M0, M1, own_ref::Absent, B>)
    where
        M2: WorldHasCells,
    {
        let (value, part) = self
            .0
            .take::<own_ref::part::Next<own_ref::part::Next<own_ref::part::First>>>(WorldKey(()));
        (value, WorldPart(part))
    }

    /// Drops the value of `cells`, in place.
    #[inline]
    pub fn drop_cells(self) -> WorldPart<'own, M0, M1, own_ref::Absent, B>
    where
        M2: WorldHasCells,
    {
        WorldPart(
            self.0
                .clear::<own_ref::part::Next<own_ref::part::Next<own_ref::part::First>>>(WorldKey(
                    (),
                )),
        )
    }

    /// The value of `cells`.
    #[inline]
    pub fn cells(&self) -> &[Cell; 2 << 20]
    where
        M2: WorldHasCells,
    {
        self.0
            .get::<own_ref::part::Next<own_ref::part::Next<own_ref::part::First>>>(WorldKey(()))
    }

    /// The value of `cells`.
    #[inline]
    pub fn cells_mut(&mut self) -> &mut [Cell; 2 << 20]
    where
        M2: WorldHasCells,
    {
        self.0
            .get_mut::<own_ref::part::Next<own_ref::part::Next<own_ref::part::First>>>(WorldKey(()))
    }

    /// The whole value: an `Own`, or a `State` if the memory is in an enum that is being updated.
    #[inline]
    pub fn finish(self) -> B::Whole<'own, World>
    where
        M0: WorldHasName,
        M1: WorldHasHeights,
        M2: WorldHasCells,
    {
        self.0.finish()
    }
}
