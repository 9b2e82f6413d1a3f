// What `#[derive(Fields)]` and `#[derive(States)]` make of
//
// ```text
// #[derive(Fields)]
// pub enum Shape {
//     Empty,
//     Named(String),
//     Pair { left: Vec<u8>, right: Box<Shape> },
// }
// ```

pub enum Shape {
    Empty,
    Named(String),
    Pair { left: Vec<u8>, right: Box<Shape> },
}

const _: () = {
    trait MustNotImplDrop {}
    #[expect(drop_bounds, reason = "to conflict with an implementation of `Drop`")]
    impl<T: Drop> MustNotImplDrop for T {}
    impl MustNotImplDrop for Shape {}
};

/// A `Shape` to match on, with its fields owned by reference.
pub enum ShapeOwn<'own> {
    Empty,
    Named(own_ref::Own<'own, String>),
    Pair {
        left: own_ref::Own<'own, Vec<u8>>,
        right: own_ref::Own<'own, Box<Shape>>,
    },
}

// SAFETY: 1. the patterns name every field of every variant once; each lies in the value. 2. the claim
// ends here. 3. checked by `MustNotImplDrop`.
unsafe impl own_ref::part::Split for Shape {
    type Owned<'own> = ShapeOwn<'own>;

    #[inline]
    fn split<'own>(&mut self, claim: &own_ref::part::Claim<'own>) -> Self::Owned<'own> {
        match self {
            Shape::Empty => ShapeOwn::Empty,
            Shape::Named(field0) => {
                let field0 = claim.own(field0);
                ShapeOwn::Named(field0)
            }
            Shape::Pair { left, right } => {
                let left = claim.own(left);
                let right = claim.own(right);
                ShapeOwn::Pair { left, right }
            }
        }
    }
}
