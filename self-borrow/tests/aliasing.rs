//! An owner is moved, boxed, passed by value, while it is lent. A `Box` or a reference that is moved claims that nobody else
//! has its content; a compiler that optimises believes it. So each test reads and writes a cell through both sides, in a
//! function that takes the struct by value and isn't inlined: in release, the last read would be gone.
#![expect(
    clippy::needless_pass_by_value,
    clippy::unnecessary_box_returns,
    reason = "that is the question"
)]

use core::cell::{Cell, Ref, RefCell};
use core::hint::black_box;
use core::pin::Pin;
use core::sync::atomic::{AtomicU32, Ordering::Relaxed};
use self_borrow::{Bound, Exclusive, Shared, bind, family, self_borrow};
use std::rc::Rc;
use std::sync::Arc;

#[self_borrow]
struct Boxed {
    #[lend('a)]
    owner: Box<Cell<u32>>,
    dependent: &'a Cell<u32>,
}

#[inline(never)]
fn both_sides_of_a_box(it: Boxed) -> u32 {
    it.owner().set(10);
    it.dependent().set(20);
    let seen = it.owner().get();
    it.owner().set(30);
    seen + it.dependent().get()
}

#[test]
fn a_box_is_passed_by_value() {
    let it = Boxed::new(Box::new(Cell::new(0)), |cell| cell);
    assert_eq!(both_sides_of_a_box(black_box(it)), 50);
}

#[inline(never)]
fn inside_of_with(it: Boxed) -> u32 {
    let first = it.with(|it| {
        it.owner.set(1);
        it.dependent.set(2);
        it.owner.get()
    });
    let owner = it.into_owners();
    owner.set(owner.get() + 1);
    first * 10 + owner.get()
}

#[test]
fn a_box_is_passed_by_value_and_given_back() {
    let it = Boxed::new(Box::new(Cell::new(0)), |cell| cell);
    assert_eq!(inside_of_with(black_box(it)), 23);
}

#[self_borrow]
struct Unique {
    #[lend(mut 'a)]
    owner: Box<u32>,
    dependent: &'a mut u32,
}

#[inline(never)]
fn write_and_give_back(mut it: Unique, by: u32) -> (Box<u32>, u32) {
    it.with_dependent_mut(|it| **it += by);
    let seen = **it.dependent();
    let (owner, last) = it.unbind(|parts| {
        *parts.dependent += by;
        *parts.dependent
    });
    (owner, seen + last)
}

#[test]
fn a_box_that_is_lent_mutably_moves() {
    let it = Box::new(Unique::new(Box::new(1), |it| it));
    let (owner, sum) = write_and_give_back(black_box(*it), 2);
    assert_eq!((*owner, sum), (5, 8));
}

#[self_borrow]
struct Lent<'r> {
    #[lend(mut 'a)]
    owner: &'r mut Cell<u32>,
    dependent: (&'a mut Cell<u32>, u32),
}

#[inline(never)]
fn through_a_reference(mut it: Lent<'_>) -> u32 {
    it.with_dependent_mut(|(cell, count)| {
        *cell.get_mut() += 1;
        *count += 1;
    });
    it.dependent().0.set(it.dependent().0.get() * 2);
    let owner = it.into_owners();
    let seen = owner.get();
    owner.set(7);
    seen
}

#[test]
fn a_mutable_reference_is_passed_by_value() {
    let mut cell = Cell::new(4);
    let it = Lent::new(&mut cell, |it| (it, 0));
    assert_eq!(through_a_reference(black_box(it)), 10);
    assert_eq!(cell.get(), 7);
}

#[self_borrow]
struct Seen<'r> {
    #[lend('a)]
    owner: &'r mut Cell<u32>,
    dependent: &'a Cell<u32>,
}

#[inline(never)]
fn both_sides_of_a_reference(it: Seen<'_>) -> u32 {
    it.owner().set(10);
    it.dependent().set(20);
    let seen = it.owner().get();
    let owner = it.into_owners();
    *owner.get_mut() += 1;
    seen + owner.get()
}

#[test]
fn a_mutable_reference_that_is_lent_shared_is_passed_by_value() {
    let mut cell = Cell::new(4);
    let it = Seen::new(&mut cell, |it| it);
    assert_eq!(both_sides_of_a_reference(black_box(it)), 41);
    assert_eq!(cell.get(), 21);
}

#[self_borrow]
#[derive(Clone)]
struct Counted {
    #[lend('a)]
    owner: Rc<Cell<u32>>,
    dependent: &'a Cell<u32>,
}

#[inline(never)]
fn two_clones(one: Counted, other: Counted) -> u32 {
    one.owner().set(1);
    other.dependent().set(2);
    let seen = one.owner().get() * 10 + one.dependent().get();
    drop(one);
    other.owner().set(3);
    seen * 10 + other.dependent().get()
}

#[test]
fn clones_of_an_rc_are_passed_by_value() {
    let it = Counted::new(Rc::new(Cell::new(0)), |it| it);
    let clone = it.clone();
    assert_eq!(two_clones(black_box(it), black_box(clone)), 223);
}

#[self_borrow]
struct Elements {
    #[lend(mut 'a)]
    owner: Vec<Cell<u32>>,
    dependent: core::slice::IterMut<'a, Cell<u32>>,
}

#[inline(never)]
fn next_of(mut it: Elements) -> (Elements, u32) {
    let next = it.with_dependent_mut(|it| {
        let next = it.next().expect("another one");
        next.set(next.get() + 1);
        next.get()
    });
    (it, next)
}

#[test]
fn a_vector_moves_between_two_steps_of_its_iterator() {
    let it = Elements::new(
        vec![Cell::new(1), Cell::new(2)],
        <[core::cell::Cell<u32>]>::iter_mut,
    );
    let (it, one) = next_of(black_box(it));
    let (it, two) = next_of(black_box(it));
    let owner = it.into_owners();
    assert_eq!((one, two, owner[0].get(), owner[1].get()), (2, 3, 2, 3));
}

#[self_borrow]
struct Chain {
    #[lend('a)]
    first: Box<Cell<u32>>,
    #[lend('b)]
    second: Box<(Cell<u32>, &'a Cell<u32>)>,
    #[lend(mut 'c)]
    third: Box<(u32, &'b (Cell<u32>, &'a Cell<u32>))>,
    #[not_covariant]
    last: &'c mut (u32, &'b (Cell<u32>, &'a Cell<u32>)),
}

#[inline(never)]
fn all_of_a_chain(mut it: Chain) -> [u32; 3] {
    it.with_mut(|it| {
        it.last.0 += 1;
        it.last.1.0.set(5);
        it.last.1.1.set(6);
        it.first.set(it.first.get() + it.second.0.get());
        it.second.1.set(it.second.1.get() + 1);
        [it.first.get(), it.second.0.get(), it.last.0]
    })
}

#[test]
fn a_chain_of_boxes_is_passed_by_value() {
    let it = Chain::builder()
        .first(Box::new(Cell::new(0)))
        .second(|first| Box::new((Cell::new(0), first)))
        .third(|_, second| Box::new((0, second)))
        .last(|_, _, third| third)
        .build();
    assert_eq!(all_of_a_chain(black_box(it)), [12, 5, 1]);
}

#[self_borrow]
struct Several {
    #[lend('a)]
    one: Box<Cell<u32>>,
    #[lend('a)]
    two: Box<Cell<u32>>,
    #[lend(mut 'm)]
    three: Box<u32>,
    both: [&'a Cell<u32>; 2],
    alone: &'m mut u32,
}

#[inline(never)]
fn all_of_several(mut it: Several) -> u32 {
    it.one().set(1);
    it.both()[0].set(2);
    it.two().set(it.one().get());
    it.with_mut(|it| {
        it.both.swap(0, 1);
        **it.alone += it.both[0].get();
    });
    it.both()[1].set(9);
    it.one().get() * 10 + **it.alone()
}

#[test]
fn several_boxes_are_passed_by_value() {
    let it = Several::builder()
        .one(Box::new(Cell::new(0)))
        .two(Box::new(Cell::new(0)))
        .three(Box::new(1))
        .both(|one, two| [one, two])
        .alone(|three| three)
        .build();
    assert_eq!(all_of_several(black_box(it)), 93);
}

bind! {
    struct Inline bind 'a { owner: !'a Cell<u32>, dependent: &'a Cell<u32> }
}

bind! {
    struct Alone bind 'a { owner: !'a mut u32, dependent: &'a mut u32 }
}

#[inline(never)]
fn both_sides_of_a_pinned_one(it: Pin<&mut Inline>) -> u32 {
    it.owner().set(1);
    it.with_mut(|it| {
        it.dependent.set(2);
        it.owner.get() * 10 + it.dependent.get()
    })
}

#[test]
fn a_pinned_owner_is_reached_from_both_sides() {
    let mut it = Inline::pin_box(Cell::new(0), |cell| cell);
    assert_eq!(both_sides_of_a_pinned_one(black_box(it.as_mut())), 22);
    it.dependent().set(3);
    assert_eq!(it.owner().get(), 3);
    assert_eq!(it.into_owners().get(), 3);
}

#[inline(never)]
fn take_a_pinned_box(mut it: Pin<Box<Alone>>) -> u32 {
    it.as_mut().with_dependent_mut(|it| **it += 1);
    let seen = **it.dependent();
    seen * 10 + it.into_owners()
}

#[test]
fn a_pinned_owner_that_is_lent_mutably_is_passed_in_its_box() {
    let it = Alone::pin_box(1, |it| it);
    assert_eq!(take_a_pinned_box(black_box(it)), 22);
}

#[test]
fn a_pinned_owner_lies_in_a_slot() {
    let slot = std::pin::pin!(own_ref::PinSlot::new());
    let mut it = Alone::pin_in(slot, 1, |it| it);
    it.as_mut().with_dependent_mut(|it| **it += 1);
    it.as_mut().with_mut(|it| **it.dependent += 1);
    assert_eq!(**it.dependent(), 3);
}

/// A dependent that writes to what it borrows when it is dropped.
struct WritesLast<'a>(&'a Cell<u32>);

impl Drop for WritesLast<'_> {
    fn drop(&mut self) {
        self.0.set(self.0.get() + 1);
    }
}

#[self_borrow]
struct Ending {
    #[lend('a)]
    owner: Box<Cell<u32>>,
    #[not_covariant]
    dependent: WritesLast<'a>,
}

#[inline(never)]
fn end(it: Ending) -> Box<Cell<u32>> {
    it.into_owners()
}

#[test]
fn a_destructor_writes_before_the_owner_is_given_back() {
    let it = Ending::new(Box::new(Cell::new(1)), |it| WritesLast(it));
    assert_eq!(end(black_box(it)).get(), 2);
}

/// Whether a reference that was passed by value points to freed memory before the function ends must not matter.
#[inline(never)]
fn drop_by_value<T>(value: T) {
    drop(value);
}

#[test]
fn the_owner_is_freed_while_the_struct_is_an_argument() {
    drop_by_value(Boxed::new(Box::new(Cell::new(0)), |cell| cell));
    drop_by_value(Unique::new(Box::new(0), |it| it));
    drop_by_value(Ending::new(Box::new(Cell::new(1)), |it| WritesLast(it)));
    drop_by_value(Counted::new(Rc::new(Cell::new(0)), |it| it));
    drop_by_value((Boxed::new(Box::new(Cell::new(0)), |cell| cell), [0; 3]));
    drop_by_value(Inline::pin_box(Cell::new(0), |it| it));
    drop_by_value(Alone::pin_box(0, |it| it));
}

family!(struct Place<'a> = &'a Cell<u32>);
family!(struct PlaceMut<'a> = &'a mut u32);

#[inline(never)]
fn both_sides_of_a_pair(pair: Bound<'static, Shared<Box<Cell<u32>>>, Place>) -> u32 {
    pair.seen().set(1);
    pair.with(|place, seen| {
        place.set(2);
        seen.get()
    })
}

#[test]
fn a_pair_is_passed_by_value() {
    let pair = Bound::<_, Place>::new(Shared(Box::new(Cell::new(0))), |it| it);
    assert_eq!(both_sides_of_a_pair(black_box(pair)), 2);
    let mut pair = Bound::<_, PlaceMut>::new(Exclusive(Box::new(0)), |it| it);
    pair.with_mut(|it, ()| **it = 4);
    let Exclusive(owner) = black_box(pair).into_owner();
    assert_eq!(*owner, 4);
}

#[self_borrow]
struct Guarded<'r> {
    #[lend('a)]
    owner: Ref<'r, Cell<u32>>,
    dependent: &'a Cell<u32>,
}

#[inline(never)]
fn both_sides_of_a_guard(it: Guarded<'_>, cell: &RefCell<Cell<u32>>) -> bool {
    it.owner().set(1);
    it.dependent().set(2);
    let seen = it.owner().get() == 2 && cell.try_borrow_mut().is_err();
    drop(it);
    seen && cell.try_borrow_mut().is_ok()
}

#[test]
fn a_guard_is_dropped_while_the_struct_is_an_argument() {
    let cell = RefCell::new(Cell::new(0));
    let it = Guarded::new(cell.borrow(), |it| it);
    assert!(both_sides_of_a_guard(black_box(it), &cell));
}

#[self_borrow]
struct Atomic {
    #[lend('a)]
    owner: Arc<AtomicU32>,
    dependent: &'a AtomicU32,
}

#[inline(never)]
fn both_sides_of_an_arc(it: Atomic) -> u32 {
    it.owner().store(1, Relaxed);
    it.dependent().store(2, Relaxed);
    it.owner().load(Relaxed)
}

#[test]
fn an_arc_is_passed_by_value() {
    let it = Atomic::new(Arc::default(), |it| it);
    assert_eq!(both_sides_of_an_arc(black_box(it)), 2);
}

#[self_borrow]
struct Optional {
    #[lend(mut 'a)]
    owner: Option<Box<u32>>,
    dependent: Option<&'a mut u32>,
}

#[inline(never)]
fn write_if_any(mut it: Optional) -> Option<Box<u32>> {
    it.with_dependent_mut(|it| {
        if let Some(it) = it {
            **it += 1;
        }
    });
    it.into_owners()
}

#[test]
fn an_optional_box_that_is_lent_mutably_is_passed_by_value() {
    let some = Optional::new(Some(Box::new(1)), |it| it);
    assert_eq!(write_if_any(black_box(some)), Some(Box::new(2)));
    let none = Optional::new(None, |it| it);
    assert_eq!(write_if_any(black_box(none)), None);
}
