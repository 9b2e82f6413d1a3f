//! `InPlace`: what is lent within the state of a machine, changed while it stays where it is.
#![forbid(unsafe_code)]

use core::cell::Cell;
use core::hint::black_box;
use core::pin::{Pin, pin};
use own_ref::states::update_pin;
use own_ref::{Fields, States};
use self_borrow::{InPlace, bind};
use test_support::{Log, Note, panic_of};

/// Sees the owner by what it borrows, and when it is dropped.
struct Sees<'a, 'l> {
    cell: &'a Cell<u32>,
    log: &'l Log,
}

impl Drop for Sees<'_, '_> {
    fn drop(&mut self) {
        let name = if self.cell.get() < 10 {
            "small"
        } else {
            "large"
        };
        self.log.lock().unwrap().push(name);
    }
}

/// A cell that notes its end.
struct Owner<'l> {
    cell: Cell<u32>,
    _note: Note<'l>,
}

bind! {
    struct One<'l> bind 'a { owner: !'a Owner<'l>, one: Sees<'a, 'l> }
}

bind! {
    struct Wide<'l> bind 'a { owner: !'a Owner<'l>, many: ([u64; 9], Vec<Sees<'a, 'l>>) }
}

/// `before` stands before the owner, and is carried past it.
#[derive(Fields)]
#[repr(C)]
struct Holding<'l, T> {
    before: Note<'l>,
    #[pin]
    owner: T,
}

#[derive(States)]
#[repr(C, u8)]
enum Machine<'l> {
    Alone(Holding<'l, Owner<'l>>),
    One(Holding<'l, One<'l>>),
    Many(Holding<'l, Wide<'l>>),
    #[sentinel]
    Gone,
}

fn machine(log: &Log) -> Machine<'_> {
    let before = Note(log, "before");
    let cell = Cell::new(1);
    let owner = Owner {
        cell,
        _note: Note(log, "owner"),
    };
    Machine::Alone(Holding { before, owner })
}

fn taken(log: &Log) -> Vec<&'static str> {
    core::mem::take(&mut *log.lock().unwrap())
}

/// One step further: alone, one, many, many, alone…. The closure of the step panics if it is the one.
fn step<'l>(machine: Pin<&mut Machine<'l>>, log: &'l Log, panics: bool) -> u32 {
    let panics = || assert!(!panics, "as asked");
    update_pin(machine, |now| match now.state() {
        MachineState::Alone(state) => {
            let lend = One::lend_in_place(|owner| {
                owner.cell.set(owner.cell.get() + 1);
                let one = Sees {
                    cell: &owner.cell,
                    log,
                };
                panics();
                one
            });
            HoldingPart::of(state.part().turn_owner(lend))
                .finish()
                .next()
                .with(1)
        }
        MachineState::One(state) => {
            let many = One::map_in_place::<Wide<'_>, _, _, _>(|one, owner| {
                one.cell.set(20);
                let two = Sees {
                    cell: &owner.cell,
                    log,
                };
                panics();
                ([owner.cell.get().into(); 9], vec![one, two])
            });
            HoldingPart::of(state.part().turn_owner(many))
                .finish()
                .next()
                .with(2)
        }
        MachineState::Many(state) if state.owner.with(|it| it.many.1.len()) > 1 => {
            // To the same type.
            let fewer = Wide::map_in_place::<Wide<'_>, _, _, _>(|(numbers, mut many), owner| {
                many.truncate(1);
                assert_eq!(numbers, [20; 9]);
                owner.cell.set(30);
                panics();
                ([3; 9], many)
            });
            HoldingPart::of(state.part().turn_owner(fewer))
                .finish()
                .next()
                .with(3)
        }
        MachineState::Many(state) => {
            let mut seen = 0;
            let end = Wide::end_in_place(|(_, many), owner| {
                owner.cell.set(5);
                seen = many[0].cell.get();
                panics();
            });
            let state = state.part().turn_owner(end);
            let state = HoldingPart::of(state).finish();
            state.next().with(seen)
        }
        MachineState::Gone(vacant) => vacant.rest().with(0),
    })
}

#[test]
fn an_owner_is_lent_and_comes_back() {
    let log = Log::default();
    let mut machine = pin!(machine(&log));
    for _round in 0..2 {
        let mut steps = || step(machine.as_mut(), &log, false);
        assert_eq!([steps(), steps(), steps(), steps()], [1, 2, 3, 5]);
        assert_eq!(taken(&log), ["large", "small"]);
        let Machine::Alone(state) = &*machine else {
            panic!("it is alone")
        };
        assert_eq!(state.owner.cell.get(), 5);
    }
}

#[test]
fn dependents_go_before_the_owner_in_each_state() {
    let of_states: [&[&str]; 5] = [
        &["before", "owner"],
        &["before", "small", "owner"],
        &["before", "large", "large", "owner"],
        &["large", "before", "large", "owner"],
        &["large", "small", "before", "owner"],
    ];
    for (steps, expected) in of_states.into_iter().enumerate() {
        let log = Log::default();
        {
            let mut machine = Box::pin(machine(&log));
            for _ in 0..steps {
                step(machine.as_mut(), &log, false);
            }
        }
        assert_eq!(taken(&log), expected, "after {steps} steps");
    }
}

#[test]
fn a_panic_in_a_step_drops_all_and_leaves_the_sentinel() {
    // What borrows goes with the closure; then the owner; then what stands beside it.
    let of_steps: [&[&str]; 4] = [
        &["small", "owner", "before"],
        &["large", "large", "owner", "before"],
        &["large", "large", "owner", "before"],
        &["large", "small", "owner", "before"],
    ];
    for (steps, expected) in of_steps.into_iter().enumerate() {
        let log = Log::default();
        let mut machine = pin!(machine(&log));
        for _ in 0..steps {
            step(machine.as_mut(), &log, false);
        }
        assert_eq!(panic_of(|| step(machine.as_mut(), &log, true)), "as asked");
        assert!(matches!(*machine, Machine::Gone));
        assert_eq!(step(machine.as_mut(), &log, false), 0);
        assert_eq!(taken(&log), expected, "in step {steps}");
    }
}

bind! {
    struct Unique bind 'a { owner: !'a mut u64, it: &'a mut u64 }
}

bind! {
    struct Halves bind 'a { owner: !'a mut u64, it: Option<&'a u64> }
}

/// One field, that may be anything.
#[derive(Fields)]
#[repr(C)]
struct Only<T> {
    #[pin]
    it: T,
}

#[derive(States)]
#[repr(C, u8)]
enum Number {
    Plain(Only<u64>),
    Unique(Only<Unique>),
    Shared(Only<Halves>),
    #[sentinel]
    Gone,
}

/// Optimised, a wrong claim of uniqueness would show as a wrong number.
#[inline(never)]
fn write_from_both_sides(mut number: Pin<Box<Number>>) -> (u64, Pin<Box<Number>>) {
    let seen = update_pin(number.as_mut(), |now| match now.state() {
        NumberState::Plain(mut state) => {
            // Until it is lent, it is a number like others.
            let before = state.it;
            state = OnlyPart::of(
                OnlyPart::of(state.part().turn_it(Unique::lend_in_place(|it| {
                    *it += 1;
                    it
                })))
                .turn_it(Unique::end_in_place(|it, ()| *it += 10)),
            )
            .finish();
            assert_eq!(state.it, before + 11);
            let unique = Unique::lend_in_place(|it| it);
            OnlyPart::of(state.part().turn_it(unique))
                .finish()
                .next()
                .with(before)
        }
        NumberState::Unique(state) => {
            let mut seen = 0;
            let halves = Unique::map_in_place::<Halves, _, _, _>(|it, ()| {
                *it *= 2;
                let it = &*it;
                seen = *it;
                Some(it)
            });
            let state = OnlyPart::of(state.part().turn_it(halves)).finish();
            state.next().with(seen)
        }
        NumberState::Shared(state) => {
            let mut seen = 0;
            let end = Halves::end_in_place(|it, ()| seen = it.copied().unwrap_or_default());
            let state = OnlyPart::of(state.part().turn_it(end)).finish();
            state.next().with(seen)
        }
        NumberState::Gone(vacant) => vacant.rest().with(0),
    });
    (seen, number)
}

#[test]
fn a_number_is_written_from_both_sides() {
    let mut number = black_box(Box::pin(Number::Plain(Only { it: 7 })));
    let mut seen = [0; 4];
    for seen in &mut seen {
        (*seen, number) = write_from_both_sides(black_box(number));
    }
    assert_eq!(seen, [7, 36, 36, 36]);
    assert!(matches!(&*number, Number::Unique(_)));
}

bind! {
    struct Nothing bind 'a { owner: !'a mut (), it: &'a mut () }
}

#[repr(align(64))]
struct Aligned(u8);

bind! {
    struct Apart bind 'a { owner: !'a mut Aligned, it: (u8, &'a mut u8) }
}

#[derive(States)]
#[repr(C, u8)]
enum Odd {
    Nothing(Only<()>),
    Lent(Only<Nothing>),
    Aligned(Only<Aligned>),
    Apart(Only<Apart>),
    #[sentinel]
    Gone,
}

#[test]
fn owners_without_bytes_and_with_many() {
    for start in [
        Odd::Nothing(Only { it: () }),
        Odd::Aligned(Only { it: Aligned(3) }),
    ] {
        let mut odd = pin!(start);
        let mut steps = || {
            update_pin(odd.as_mut(), |now| match now.state() {
                OddState::Nothing(state) => {
                    let lend = Nothing::lend_in_place(|it| it);
                    let state = OnlyPart::of(state.part().turn_it(lend)).finish();
                    state.next().with(1)
                }
                OddState::Lent(state) => {
                    let end = Nothing::end_in_place(|it, ()| *it = ());
                    let state = OnlyPart::of(state.part().turn_it(end)).finish();
                    state.clear().rest().with(9)
                }
                OddState::Aligned(state) => {
                    let lend = Apart::lend_in_place(|it| (it.0, &mut it.0));
                    let state = OnlyPart::of(state.part().turn_it(lend)).finish();
                    state.next().with(1)
                }
                OddState::Apart(state) => {
                    let end = Apart::end_in_place(|(was, it), ()| *it += was);
                    let state = OnlyPart::of(state.part().turn_it(end)).finish();
                    assert_eq!(core::ptr::from_ref(&state.it).addr() % 64, 0);
                    let now = state.it.0;
                    state.clear().rest().with(now + 3)
                }
                OddState::Gone(vacant) => vacant.rest().with(0),
            })
        };
        assert_eq!([steps(), steps(), steps()], [1, 9, 0]);
    }
}
