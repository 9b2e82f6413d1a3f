//! Each field is checked, wherever it is.

#[derive(leak::AllowedInRc)]
struct Named {
    fine: u8,
    pointer: usize,
}

#[derive(leak::Disowns)]
enum Choice {
    Tuple(u8, usize),
    Struct { pointer: u8 },
}

#[derive(leak::RankedLeak)]
union Either {
    number: usize,
    pointer: usize,
}

#[derive(leak::RoutineDrop)]
struct Linear(());

fn main() {
    let named = Named {
        fine: 1,
        pointer: Default::default(),
    };
    assert_eq!((named.fine, named.pointer), (1, Default::default()));
    for choice in [
        Choice::Tuple(1, Default::default()),
        Choice::Struct {
            pointer: Default::default(),
        },
    ] {
        match choice {
            Choice::Tuple(number, pointer) => assert_eq!((number, pointer), (1, Default::default())),
            Choice::Struct { pointer } => assert_eq!(pointer, Default::default()),
        }
    }
    let either = Either { number: 1 };
    // SAFETY: a number was put in.
    assert_eq!(unsafe { either.number }, 1);
    let _ = Either {
        pointer: Default::default(),
    };
    let linear = Linear(());
    let Linear(()) = linear;
}
