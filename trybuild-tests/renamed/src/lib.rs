//! The macros where the libraries have other names in `Cargo.toml`.
//!
//! `leak` is called `leek` here, so `::leak` isn't there, and each macro is told so by `crate = …`; `own_ref`
//! is `own_reference`, and `self_borrow` is `self_lend`.

use core::marker::PhantomData;

/// Plain data.
#[derive(Debug, leek::Leak)]
#[leak(crate = leek)]
pub struct Named<T> {
    /// A field.
    pub value: T,
}

/// One of several, with a path of several names.
#[derive(Debug, leek::Leak)]
#[leak(crate = self::reexport::inner, bound = "T: leek::Leak")]
pub enum Choice<T> {
    /// One.
    One(T),
    /// Another.
    Other,
}

/// A guard.
#[derive(Debug, leek::Unleak)]
#[leak(crate = ::leek)]
pub struct Guard<'a>(pub PhantomData<&'a ()>);

/// Asked what it owns.
#[derive(
    Debug, leek::AllowedInRc, leek::Disowns, leek::NeverGives, leek::RankedLeak, leek::RoutineDrop,
)]
#[allowed_in_rc(crate = leek)]
#[disowns(crate = leek, target = leek::rc::Rc<Self>)]
#[never_gives(crate = ::leek, target = leek::rc::Rc<Self>)]
#[ranked_leak(crate = self::reexport::inner, rank = 1)]
#[routine_drop(crate = "leek")]
pub struct Asked<T> {
    /// A field.
    pub value: T,
}

/// The same for all handles and ranks.
#[derive(Debug, leek::Disowns, leek::RankedLeak)]
#[disowns(crate = self::reexport::inner)]
#[ranked_leak(crate = leek)]
pub struct AskedForAll<T>(pub T);

/// Where a library may have put it for its own users.
pub mod reexport {
    pub use kapsel as packed;
    pub use leek as inner;
    pub use own_reference as owned;
    pub use self_lend as lent;
}

/// Bounded.
#[leek::leak_bounds(crate = leek)]
pub fn bounded<T, U: ?Leak>(t: T, u: &U) -> (T, &U) {
    (t, u)
}

/// In a frame.
#[leek::framed(crate = leek)]
#[must_use]
pub fn framed(text: &str) -> usize {
    leek::frame!(s);
    s.spawn(|| text.len()).join().unwrap_or(0)
}

/// Fields.
#[derive(Debug, own_reference::Fields)]
#[own_ref(crate = self::reexport::owned)]
#[repr(C)]
pub struct Pair<T> {
    /// A field.
    #[pin]
    pub left: T,
    /// Another.
    pub right: u8,
}

/// States.
#[derive(Debug, own_reference::States)]
#[own_ref(crate = own_reference)]
#[repr(C, u8)]
pub enum Machine<T> {
    /// A state.
    Pair(Pair<T>),
    /// The sentinel.
    #[sentinel]
    Done,
}

/// With a destructor.
#[own_reference::own_drop(crate = ::own_reference)]
#[derive(Debug)]
pub struct Owner<T>(Option<T>);

#[own_reference::own_drop(crate = ::own_reference)]
impl<T> own_reference::OwnDrop for Owner<T> {
    fn drop(this: own_reference::Own<'_, Self>) {
        let OwnerFieldsOwn(value) = own_reference::Own::split(this);
        drop(value);
    }
}

/// Borrows from itself.
#[self_lend::self_borrow(crate = self_lend)]
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Line<'s, T: 's> {
    /// An owner.
    #[lend('text)]
    pub text: &'s [T],
    /// A dependent.
    pub first: &'text T,
    /// Only here.
    #[cfg(any(unix, not(unix)))]
    pub number: u8,
}

/// The same, with a path of several names.
#[self_lend::self_borrow(crate = self::reexport::lent)]
#[derive(Debug)]
pub struct Pinned {
    /// An owner.
    #[lend(inline 'text)]
    pub text: [u8; 4],
    /// A dependent.
    pub first: &'text u8,
}

self_lend::bind! {
    #[self_borrow(crate = ::self_lend)]
    /// In the other notation.
    pub struct Edit bind 'a {
        text: Box<!'a mut String>,
        place: &'a mut String,
    }
}

/// In a capsule.
#[derive(Debug, kapsel::CapsuleSend, kapsel::Family)]
#[capsule(crate = kapsel)]
pub struct Shared<'b>(pub kapsel::Rc<'b, str>);

/// Another.
#[derive(Debug, kapsel::CapsuleSend, kapsel::Family)]
#[capsule(crate = self::reexport::packed, bound = "T: Send + 'static + kapsel::CapsuleSend")]
pub struct Sent<'b, T>(#[capsule(send)] pub T, pub kapsel::Weak<'b, T>);

kapsel::root_local! {
    /// What is bound to the thread.
    pub static LOCAL: kapsel::family!(kapsel::Rc<'t, u8>) = |key| kapsel::Rc::new(key.brand(), 1);
}

/// With a token.
#[must_use]
pub fn counted() -> u8 {
    kapsel::token!(t);
    kapsel::token::Rc::new(&t, 1)
        .into_inner(&mut t)
        .unwrap_or(0)
}

/// With an asynchronous destructor.
#[leek::async_drop::must_async_drop(crate = leek)]
#[derive(Debug, leek::async_drop::AsyncDrop)]
#[async_drop(crate = self::reexport::inner)]
pub struct Session<T: leek::async_drop::AsyncDestruct> {
    /// A field.
    pub value: T,
    /// By a function.
    #[async_drop(with = leek::async_drop::boxed)]
    pub next: Option<Box<Self>>,
}

/// A scope that destroys one.
pub fn scoped() -> impl Future<Output = u8> {
    leek::async_scope!(s => {
        let held = s.own(Session { value: 4_u8, next: None });
        held.value
    })
}

/// Checks them.
pub const fn checks() {
    leek::assert_leak!(Named<u8>, Choice<u8>, Guard<'static>);
    const { assert!(leek::is_leak!(Named<&u8>), "is known") };
}

#[cfg(test)]
mod tests {
    #[test]
    fn capsules_cross_threads() {
        use kapsel::{Capsule, Rc, thread_root};

        let text = Capsule::<super::Shared<'static>>::new(|b| super::Shared(Rc::from_str(b, "a")));
        let length = std::thread::spawn(move || text.with_ref(|text, _| text.0.len()));
        assert_eq!(length.join().ok(), Some(1));
        assert_eq!(super::counted(), 1);
        thread_root(|key, _| super::LOCAL.with(key, |one| assert_eq!(**one, 1)));
    }

    #[test]
    fn guards_are_shared() {
        use super::{Asked, AskedForAll};
        use leek::rc::Rc;

        let one = 1;
        let value = leek::Unleak(&one);
        assert_eq!(**Rc::new_allowed(Asked { value }).value, 1);
        assert_eq!(**Rc::new_disowned(Asked { value }).value, 1);
        assert_eq!(**Rc::new_ranked::<1>(Asked { value }).value, 1);
        assert_eq!(**Rc::new_ranked::<0>(AskedForAll(value)).0, 1);
        leek::linear::drop_routinely(Asked { value });
    }

    #[test]
    fn frames_run() {
        assert_eq!(super::framed("four"), 4);
    }

    #[test]
    fn scopes_run() {
        let mut cx = core::task::Context::from_waker(core::task::Waker::noop());
        let polled = core::pin::pin!(super::scoped()).poll(&mut cx);
        assert_eq!(polled, core::task::Poll::Ready(4));
    }

    #[test]
    fn states_change() {
        use super::{Machine, MachineState, Owner, OwnerFields, Pair};

        drop(Owner::from(OwnerFields(Some(1))));
        let mut machine = Machine::Pair(Pair { left: 1, right: 2 });
        own_reference::states::update(&mut machine, |now| match now.state() {
            MachineState::Pair(state) => {
                let (right, part) = state.part().take_right();
                part.set_right(right + 1).finish().next()
            }
            MachineState::Done(vacant) => vacant.rest(),
        });
        assert!(matches!(machine, Machine::Pair(Pair { left: 1, right: 3 })));
    }

    #[test]
    fn structs_borrow_from_themselves() {
        use super::{Edit, Line, Pinned};

        let line = Line::builder()
            .text(&[1, 2])
            .number(3)
            .first(|text| &text[0])
            .build();
        assert_eq!(line.clone(), line);
        let pinned = Pinned::pin_box([1, 2, 3, 4], |text| &text[3]);
        assert_eq!(**pinned.first(), 4);
        let edit = Edit::new(Box::new(String::from("a")), |text| text);
        assert_eq!(*edit.into_owners(), "a");
    }
}
