//! Parameters, fields, variables and labels have the names that expansions use.

#[derive(leak::Leak)]
pub struct Fields<T, __T, Leak, Self_> {
    pub this: T,
    pub pointer: __T,
    pub private: Leak,
    pub field_0: Self_,
    pub each_field_must_be_leak: u8,
    pub __self: u8,
}

#[derive(leak::Leak)]
pub enum Variants<T> {
    This { this: T, field_this: T },
    Field(T, T),
}

#[derive(leak::Leak)]
pub struct Lifetimes<'a, 'leak, 's, 'env: 's, const N: usize, const this: usize>(
    pub [&'a u8; N],
    pub [&'leak u8; this],
    pub &'s &'env u8,
);

#[derive(leak::Unleak)]
pub struct Guard<'a, 'leak, 's, 'env, __T>(pub &'a &'leak __T, pub &'s &'env u8);

#[derive(
    leak::AllowedInRc, leak::Disowns, leak::NeverGives, leak::RankedLeak, leak::RoutineDrop,
)]
pub struct Asked<'a, 'leak, T, Asked_, Handle, AnyHandle, const RANK: usize, const ANY_RANK: usize>
{
    pub this: &'a [T; RANK],
    pub asked: &'leak [Asked_; ANY_RANK],
    pub check: Handle,
    pub private: AnyHandle,
}

#[leak::leak_bounds]
pub fn bounded<'leak, leak: Clone, L: Into<u8>, const N: usize>(
    a: &'leak [leak; N],
    b: &'leak [leak],
    l: L,
) -> &'leak [leak] {
    if l.into() == 0 { a } else { b }
}

/// The names of the hidden locals are free for the user.
#[leak::framed]
#[must_use]
pub fn framed<'s, 'env: 's>(store: &'s str, frame: &'env str) -> usize {
    let __leak_store = store;
    let __leak_frame = frame;
    leak::frame!(scope);
    let mut total = 0;
    'frame: for _ in 0..1 {
        let store = scope.spawn(|| __leak_store.len());
        let frame = scope.spawn(|| __leak_frame.len());
        for guard in [store, frame] {
            let Ok(length) = guard.join() else {
                break 'frame;
            };
            total += length;
        }
    }
    total
}
