//! What the peers' own tests look for, and the attacks that were once successful on one of them: harmless here, or in
//! `trybuild-tests`.
use core::cell::{Cell, RefCell};
use self_borrow::{Bound, Shared, family, self_borrow};
use std::rc::Rc;

/// `ouroboros` 33, `owning_ref` 49, `yoke` 2095: a box that is passed with what borrows from it.
#[self_borrow]
struct Float {
    #[lend('a)]
    data: Box<Cell<f32>>,
    reference: &'a Cell<f32>,
}

#[expect(clippy::needless_pass_by_value, reason = "that is the question")]
#[inline(never)]
fn helper(it: Float) -> f32 {
    it.data().set(10.0);
    it.reference().set(20.0);
    it.data().get()
}

#[test]
fn a_box_is_not_believed_to_be_unique() {
    let it = Float::new(Box::new(Cell::new(0.0)), |it| it);
    assert!((helper(it) - 20.0).abs() < f32::EPSILON);
}

/// `ouroboros` 98: assigned across lends of two owners, one of which ends first. The assignment within one lend, which is
/// right, was refused by it later (118).
struct Shouts<'a>(&'a str, Rc<RefCell<String>>);

impl Drop for Shouts<'_> {
    fn drop(&mut self) {
        self.1.borrow_mut().push_str(self.0);
    }
}

#[self_borrow]
struct Tricky {
    #[lend('a)]
    one: String,
    #[not_covariant]
    of_one: Shouts<'a>,
    #[not_covariant]
    also_of_one: Shouts<'a>,
    #[lend('b)]
    two: String,
    #[not_covariant]
    of_two: Shouts<'b>,
}

#[test]
fn dependents_of_one_owner_exchange_what_they_borrow() {
    fn hrtb<F: for<'x> Fn(&'x str) -> Shouts<'x>>(f: F) -> F {
        f
    }
    let heard = Rc::new(RefCell::new(String::new()));
    let shouts = hrtb(|text| Shouts(text, heard.clone()));
    let mut it = Tricky::builder()
        .one("A".to_owned())
        .two("B".to_owned())
        .of_one(shouts)
        .also_of_one(shouts)
        .of_two(shouts)
        .build();
    it.with_mut(|it| {
        it.of_one.0 = &it.one[..0];
        *it.also_of_one = Shouts(it.of_one.0, it.of_one.1.clone());
        core::mem::swap(it.of_one, it.also_of_one);
    });
    assert_eq!(*heard.borrow(), "A");
    drop(it);
    assert_eq!(*heard.borrow(), "AB");
}

/// `self_cell` 28, `ouroboros` 41: a dependent that keeps a reference to itself or to a sibling. It can have one to a
/// sibling's *content*, which is behind a lend of its own.
struct Bar<'a>(RefCell<(Option<&'a str>, String)>);

impl Drop for Bar<'_> {
    fn drop(&mut self) {
        let (seen, own) = self.0.get_mut();
        own.clear();
        assert!(seen.is_none_or(|it| it.starts_with("Hello")));
    }
}

#[self_borrow]
struct Cyclic {
    #[lend('o)]
    owner: String,
    #[lend('b)]
    #[not_covariant]
    bar: Box<Bar<'o>>,
    #[not_covariant]
    baz: &'b Bar<'o>,
}

#[test]
fn what_a_destructor_sees_is_alive() {
    let it = Cyclic::new(
        "Hello World!".to_owned(),
        |_| Box::new(Bar(RefCell::new((None, "own".to_owned())))),
        |owner, bar| {
            bar.0.borrow_mut().0 = Some(owner);
            bar
        },
    );
    it.with(|it| {
        it.baz.0.borrow_mut().0 = Some(&it.owner[..5]);
        it.bar.0.borrow_mut().1.push('!');
    });
    drop(it);
}

/// `yoke` 2926: a cart that is contravariant.
#[test]
fn an_owner_may_be_contravariant() {
    type Cart<'s> = Box<(fn(&'s str) -> usize, &'static str)>;
    family!(struct Place<'a> = &'a str);
    fn length(text: &str) -> usize {
        text.len()
    }
    fn make<'s>() -> Bound<'s, Shared<Cart<'s>>, Place> {
        Bound::new(Shared(Box::new((length, "text"))), |cart| cart.1)
    }
    let pair = make();
    // Not with the text: it doesn't live for `'s`.
    assert_eq!(pair.with(|text, cart| (cart.0)("static") + text.len()), 10);
}

/// As `self_cell`'s: many values, dependents that are large, empty or nested; owners that are empty.
#[self_borrow]
struct Empty {
    #[lend('a)]
    owner: Box<()>,
    dependent: [&'a (); 0],
}

#[self_borrow]
struct Large {
    #[lend('a)]
    owner: Box<[u64; 64]>,
    dependent: [&'a u64; 64],
}

#[self_borrow]
struct Outer {
    #[lend('a)]
    owner: String,
    #[not_covariant]
    inner: Vec<Inner<'a>>,
}

#[self_borrow]
struct Inner<'o> {
    #[lend('i)]
    owner: Vec<&'o str>,
    #[not_covariant]
    dependent: &'i [&'o str],
}

#[test]
fn sizes_of_all_kinds() {
    let empty = Empty::new(Box::new(()), |()| []);
    assert!(empty.dependent().is_empty());
    let large = Large::new(Box::new([7; 64]), <[u64; 64]>::each_ref);
    assert_eq!(large.dependent().iter().copied().sum::<u64>(), 7 * 64);
    let all: Vec<_> = (0..if cfg!(miri) { 5 } else { 100 })
        .map(|it| {
            Float::new(Box::new(Cell::new(0.5)), move |cell| {
                cell.set(cell.get() + if it == 0 { 1.0 } else { 0.0 });
                cell
            })
        })
        .collect();
    assert!(all[0].reference().get() > 1.0);
    let outer = Outer::new("to be".to_owned(), |text| {
        vec![Inner::new(text.split(' ').collect(), |words| &words[1..])]
    });
    let last = outer.with(|it| it.inner[0].with(|it| it.dependent[0].len()));
    assert_eq!(last, 2);
}

family!(struct List<'a> = Vec<&'a str>);

/// As `yoke`'s: projected to a part, of another type, again and again, with the cart cloned.
#[test]
fn projected_again_and_again() {
    family!(struct One<'a> = &'a str);
    let list = Bound::<_, List>::new(Shared(Rc::<str>::from("to be or not")), |text| {
        text.split(' ').collect()
    });
    let ones: Vec<_> = (0..4)
        .map(|index| list.clone().map::<One>(|list, _| list[index]))
        .collect();
    drop(list);
    let [start, .., end] = ones.as_slice() else {
        panic!("four");
    };
    assert_eq!(start.with(|it, _| it.len()) + end.with(|it, _| it.len()), 5);
    assert_eq!(end.seen(), "to be or not");
}
