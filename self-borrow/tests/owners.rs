//! Every owner: its place stays where it is while the struct moves, and is what the owner dereferences to.
use core::cell::{Ref, RefCell, RefMut};
use core::ffi::CStr;
use core::pin::Pin;
use self_borrow::{CloneOwner, MutOf, Owner, OwnerAt, OwnerMut, OwnerMutAt, RefOf, self_borrow};
use std::borrow::Cow;
use std::ffi::{CString, OsStr, OsString};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::{Arc, Mutex, MutexGuard, RwLock, RwLockReadGuard, RwLockWriteGuard};

/// Any owner that is lent shared, and what it lends.
#[self_borrow]
struct Seen<O: Owner + 'static> {
    #[lend('a)]
    owner: O,
    #[not_covariant]
    place: RefOf<'a, O>,
}

/// Any owner that is lent mutably.
#[self_borrow]
struct Changed<O: OwnerMut + 'static> {
    #[lend(mut 'a)]
    owner: O,
    #[not_covariant]
    place: MutOf<'a, O>,
}

/// Moves it, and compares what it lends with what it lent.
fn check<O, T>(owner: O, expected: &T) -> O
where
    O: Owner + 'static + for<'a> OwnerAt<'a, &'a O, Ref = &'a T>,
    T: ?Sized + PartialEq + core::fmt::Debug + 'static,
{
    let it = Seen::new(owner, |place| place);
    let moved = vec![it];
    let it = moved.into_iter().next().expect("one");
    it.with(|it| {
        assert_eq!(*it.place, expected);
        assert!(core::ptr::eq(it.owner, *it.place));
    });
    assert_eq!(it.owner(), expected);
    let (owner, ()) = it.unbind(|parts| assert_eq!(parts.place, expected));
    owner
}

/// Changes the content through the lend, and gives the owner back.
fn change<O>(owner: O, by: impl for<'a> FnOnce(&mut MutOf<'a, O>)) -> O
where
    O: OwnerMut + 'static,
{
    let mut it = Box::new(Changed::new(owner, |place| place));
    it.with_place_mut(by);
    it.into_owners()
}

#[test]
fn boxes_strings_vectors() {
    check(Box::new(3), &3);
    check(Box::<str>::from("text"), "text");
    check(Box::<[u8]>::from([1, 2]), &[1, 2]);
    check(Box::new(()), &());
    check(String::from("text"), "text");
    check(String::new(), "");
    check(vec![1, 2], [1, 2].as_slice());
    check(Vec::<u64>::new(), &[]);
    check(CString::from(c"text"), c"text");
    check(PathBuf::from("a/b"), Path::new("a/b"));
    check(OsString::from("text"), OsStr::new("text"));
}

#[test]
fn counted_pointers() {
    let rc = Rc::new(3);
    assert!(Rc::ptr_eq(&check(rc.clone(), &3), &rc));
    check(Rc::<str>::from("text"), "text");
    check(Arc::<[u8]>::from([1, 2]), &[1, 2]);
    let weak = Rc::downgrade(&rc);
    let it = Seen::new(rc, |place| place);
    // Others may look at it, and none may change it.
    assert_eq!(
        weak.upgrade()
            .map(|mut other| Rc::get_mut(&mut other).is_some()),
        Some(false)
    );
    drop(it);
    assert!(weak.upgrade().is_none());
}

#[test]
fn texts_that_are_borrowed_or_owned() {
    check(Cow::Borrowed("text"), "text");
    check(Cow::<str>::Owned("text".to_owned()), "text");
    check(Cow::<[u8]>::Owned(vec![1]), &[1]);
    check(Cow::<[u8]>::Borrowed(&[1]), &[1]);
    check(Cow::<CStr>::Borrowed(c"text"), c"text");
    check(Cow::<Path>::Owned("a/b".into()), Path::new("a/b"));
    check(Cow::<OsStr>::Owned("text".into()), OsStr::new("text"));
}

#[test]
fn references_and_pins() {
    check(&3, &3);
    check("text", "text");
    check(Pin::new(&3), &3);
    check(Box::pin(3), &3);
    check(Rc::pin(3), &3);
    check(Arc::pin(3), &3);
}

#[test]
fn several_under_one_lend() {
    let it = Seen::new(
        (
            String::from("a"),
            vec![1],
            Some(Box::new(2)),
            [Rc::new(3), Rc::new(4)],
        ),
        |place| place,
    );
    let it = it;
    it.with(|it| {
        let (text, numbers, option, array) = *it.place;
        assert_eq!(
            (text, numbers, option, array),
            ("a", [1].as_slice(), Some(&2), [&3, &4])
        );
        assert!(core::ptr::eq(text, it.owner.0));
    });
    let it = Seen::new((Some(Some(String::from("a"))), None::<String>), |place| {
        place
    });
    it.with(|it| assert_eq!(*it.place, (Some(Some("a")), None)));
    let eight = Seen::new(("1", "2", "3", "4", "5", "6", "7", "8"), |place| place);
    eight.with(|it| assert_eq!(it.place.7, "8"));
    let none = Seen::new([""; 0], |place| place);
    none.with(|it| assert!(it.place.is_empty()));
}

#[test]
fn owners_that_are_lent_mutably() {
    assert_eq!(*change(Box::new(1), |it| **it += 1), 2);
    assert_eq!(change(vec![1, 2], |it| it.swap(0, 1)), [2, 1]);
    assert_eq!(
        change(String::from("a"), |it| it.make_ascii_uppercase()),
        "A"
    );
    assert_eq!(*change(Box::pin(1), |it| it.set(4)), 4);
    let pair = change((Box::new(1), [vec![1], vec![2]]), |(one, [a, b])| {
        core::mem::swap(a, b);
        a[0] += 4;
        **one += a.len();
    });
    // The contents of slices can't be swapped whole, but the references can.
    assert_eq!(pair, (Box::new(2), [vec![1], vec![6]]));
    let some = change(Some(Box::new(1)), |it| {
        if let Some(it) = it {
            **it = 7;
        }
    });
    assert_eq!(some, Some(Box::new(7)));
    assert_eq!(change(None::<Vec<u8>>, |it| assert!(it.is_none())), None);
    let eight = change([(); 8].map(|()| Box::new(0)), |it| *it[7] = 1);
    assert_eq!(eight.map(|it| *it), [0, 0, 0, 0, 0, 0, 0, 1]);
}

#[self_borrow]
struct Borrowing<'r, O: Owner + 'r> {
    #[lend('a)]
    owner: O,
    #[not_covariant]
    place: (RefOf<'a, O>, core::marker::PhantomData<&'r ()>),
}

#[self_borrow]
struct Guards<'r> {
    #[lend('a)]
    mutex: MutexGuard<'r, Vec<u8>>,
    #[lend('a)]
    read: RwLockReadGuard<'r, Vec<u8>>,
    #[lend(mut 'm)]
    write: RwLockWriteGuard<'r, Vec<u8>>,
    shared: [&'a u8; 2],
    unique: &'m mut u8,
}

#[test]
fn guards_of_locks() {
    let (mutex, one, two) = (
        Mutex::new(vec![1]),
        RwLock::new(vec![2]),
        RwLock::new(vec![3]),
    );
    let mut guards = Guards::builder()
        .mutex(mutex.lock().unwrap())
        .read(one.read().unwrap())
        .write(two.write().unwrap())
        .shared(|mutex, read| [&mutex[0], &read[0]])
        .unique(|write| &mut write[0])
        .build();
    guards.with_unique_mut(|it| **it += 1);
    assert_eq!((guards.shared(), guards.mutex()[0]), (&[&1, &2], 1));
    assert!(mutex.try_lock().is_err() && one.try_write().is_err() && two.try_read().is_err());
    drop(guards);
    assert!(mutex.try_lock().is_ok() && one.try_write().is_ok());
    assert_eq!(two.into_inner().unwrap(), [4]);
}

#[self_borrow]
struct CellGuards<'r> {
    #[lend('a)]
    shared: Ref<'r, str>,
    #[lend(mut 'm)]
    unique: RefMut<'r, [u8]>,
    #[lend('c)]
    seen: RefMut<'r, u8>,
    all: (&'a str, &'c u8),
    last: &'m mut u8,
}

#[test]
fn guards_of_cells() {
    let (text, bytes, byte) = (
        RefCell::new("text".to_owned()),
        RefCell::new([1, 2]),
        RefCell::new(3),
    );
    let mut guards = CellGuards::builder()
        .shared(Ref::map(text.borrow(), String::as_str))
        .unique(RefMut::map(bytes.borrow_mut(), |it| &mut it[1..]))
        .seen(byte.borrow_mut())
        .all(|text, byte| (&text[1..], byte))
        .last(|bytes| &mut bytes[0])
        .build();
    guards.with_mut(|it| **it.last += it.all.1 + u8::try_from(it.shared.len()).unwrap());
    assert_eq!(guards.all(), &("ext", &3));
    assert!(text.try_borrow_mut().is_err() && bytes.try_borrow().is_err());
    let owners = guards.into_owners();
    assert_eq!(*owners.unique, [9]);
    drop(owners);
    assert!(text.try_borrow_mut().is_ok());
    assert_eq!(bytes.into_inner(), [1, 9]);
}

#[test]
fn references_to_a_frame() {
    let (local, mut unique) = (String::from("local"), [1, 2]);
    let it = Borrowing::new(local.as_str(), |it| (it, core::marker::PhantomData));
    it.with(|it| assert_eq!(it.place.0, "local"));
    let it = Borrowing::new(Cow::Borrowed(local.as_str()), |it| {
        (it, core::marker::PhantomData)
    });
    it.with(|it| assert_eq!((it.place.0, it.owner), ("local", "local")));
    let it = Borrowing::new(&mut unique, |it| (it, core::marker::PhantomData));
    assert_eq!(it.owner()[1], 2);
    drop(it);
    let it = Borrowing::new(Pin::new(&mut unique), |it| (it, core::marker::PhantomData));
    assert_eq!(it.into_owners()[0], 1);
}

#[self_borrow]
struct PinnedRef<'r> {
    #[lend(mut 'a)]
    owner: Pin<&'r mut u8>,
    place: Pin<&'a mut u8>,
}

#[test]
fn a_pinned_reference_lends_a_pinned_one() {
    let mut byte = 1;
    let mut it = PinnedRef::new(Pin::new(&mut byte), |it| it);
    it.with_place_mut(|it| it.set(2));
    *it.into_owners() += 1;
    assert_eq!(byte, 3);
}

/// A user's own: an index into an arena of one.
struct Arena(Box<[String; 2]>);

impl<'a> OwnerAt<'a> for Arena {
    type Ref = &'a [String; 2];
}

// SAFETY: 1., 2. as of the box, which is private.
unsafe impl Owner for Arena {
    unsafe fn get<'a>(this: *const Self) -> &'a [String; 2]
    where
        Self: 'a,
    {
        // SAFETY: as the caller promises.
        unsafe { &(*this).0 }
    }
}

impl<'a> OwnerMutAt<'a> for Arena {
    type Mut = (&'a mut String, &'a mut String);
}

// SAFETY: 1., 2. as of the box; two places that don't overlap.
unsafe impl OwnerMut for Arena {
    unsafe fn get_mut<'a>(this: *mut Self) -> (&'a mut String, &'a mut String)
    where
        Self: 'a,
    {
        // SAFETY: as the caller promises.
        let [one, two] = unsafe { &mut *(*this).0 };
        (one, two)
    }
}

#[test]
fn an_owner_of_the_user() {
    let arena = Arena(Box::new(["a".to_owned(), "b".to_owned()]));
    let arena = check(arena, &["a".to_owned(), "b".to_owned()]);
    let arena = change(arena, |(one, two)| core::mem::swap(*one, *two));
    assert_eq!(*arena.0, ["b", "a"]);
}

fn is_cloned<O: CloneOwner>() {}

#[test]
fn owners_whose_clones_share_the_place() {
    is_cloned::<Rc<str>>();
    is_cloned::<Arc<str>>();
    is_cloned::<&str>();
    is_cloned::<Pin<&str>>();
    is_cloned::<Pin<Rc<u8>>>();
    is_cloned::<(Rc<str>, Option<[Arc<u8>; 2]>)>();
}

#[cfg(feature = "bytes")]
mod of_bytes {
    use super::*;
    use bytes::{Bytes, BytesMut};

    #[test]
    fn bytes_are_owners() {
        check(Bytes::from_static(b"static"), b"static".as_slice());
        check(Bytes::from(vec![1, 2]), [1, 2].as_slice());
        check(BytesMut::from(&[1, 2][..]), [1, 2].as_slice());
        assert_eq!(
            change(BytesMut::from(&[1, 2][..]), |it| it[0] = 5),
            [5, 2][..]
        );
        is_cloned::<Bytes>();
    }

    #[self_borrow]
    #[derive(Clone, Debug, PartialEq)]
    struct Packet {
        #[lend('a)]
        bytes: Bytes,
        body: &'a [u8],
    }

    #[test]
    fn clones_of_bytes_share_the_place_after_a_vector_was_promoted() {
        let one = Packet::new(Bytes::from(vec![1, 2, 3]), |bytes| &bytes[1..]);
        let two = one.clone();
        assert!(core::ptr::eq(*one.body(), *two.body()));
        drop(one);
        let three = two.clone();
        drop(two);
        assert_eq!(*three.body(), [2, 3]);
        assert_eq!(three.into_owners(), [1, 2, 3][..]);
    }
}

#[cfg(feature = "stable_deref_trait")]
mod of_stable_deref {
    use super::*;
    use self_borrow::Stable;

    #[test]
    fn whatever_is_stable_is_an_owner() {
        check(Stable(String::from("text")), "text");
        check(Stable(Box::new(3)), &3);
        check(Stable(Rc::<str>::from("text")), "text");
        check(Stable(vec![1]), [1].as_slice());
        is_cloned::<Stable<Arc<str>>>();
        let both = Seen::new((Stable("a"), Some(Stable(Arc::new(1)))), |place| place);
        both.with(|it| assert_eq!(*it.place, ("a", Some(&1))));
    }
}
