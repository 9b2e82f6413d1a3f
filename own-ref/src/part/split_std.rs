//! Splitting what std defines.

use super::split::{Claim, Split};
use crate::Own;

// SAFETY: 1. the pattern names the only field. 2. the claim ends here. 3. no `Drop`.
unsafe impl<T> Split for Option<T> {
    type Owned<'own> = Option<Own<'own, T>>;

    #[inline]
    fn split<'own>(&mut self, claim: &Claim<'own>) -> Option<Own<'own, T>> {
        match self {
            Some(value) => Some(claim.own(value)),
            None => None,
        }
    }
}

// SAFETY: 1. the patterns name the only field of each variant. 2. the claim ends here. 3. no `Drop`.
unsafe impl<T, E> Split for Result<T, E> {
    type Owned<'own> = Result<Own<'own, T>, Own<'own, E>>;

    #[inline]
    fn split<'own>(&mut self, claim: &Claim<'own>) -> Result<Own<'own, T>, Own<'own, E>> {
        match self {
            Ok(value) => Ok(claim.own(value)),
            Err(error) => Err(claim.own(error)),
        }
    }
}

macro_rules! tuple {
    ($($field:ident: $Field:ident),+) => {
        // SAFETY: 1. the pattern names every field once. 2. the claim ends here. 3. no `Drop`.
        unsafe impl<$($Field),+> Split for ($($Field,)+) {
            type Owned<'own> = ($(Own<'own, $Field>,)+);

            #[inline]
            fn split<'own>(&mut self, claim: &Claim<'own>) -> Self::Owned<'own> {
                let ($($field,)+) = self;
                ($(claim.own($field),)+)
            }
        }
    };
}

tuple!(a: A);
tuple!(a: A, b: B);
tuple!(a: A, b: B, c: C);
tuple!(a: A, b: B, c: C, d: D);
tuple!(a: A, b: B, c: C, d: D, e: E);
tuple!(a: A, b: B, c: C, d: D, e: E, f: F);
tuple!(a: A, b: B, c: C, d: D, e: E, f: F, g: G);
tuple!(a: A, b: B, c: C, d: D, e: E, f: F, g: G, h: H);
