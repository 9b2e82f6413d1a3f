//! The same meaning as elsewhere.

use crate::{names, no_prelude, parameters, places};

#[test]
fn types_are_leak() {
    leak::assert_leak!(
        names::Box<u8>,
        names::Error<u8, u8>,
        names::Guard<'static>,
        no_prelude::Data<u8>,
        no_prelude::Choice<u8>,
        no_prelude::Guard<'static, u8>,
        parameters::Fields<u8, u8, u8, u8>,
        parameters::Variants<u8>,
        places::ByMacro<u8, u8>,
        places::GuardByMacro<'static>,
        places::r#struct<u8>,
    );
}

#[test]
fn frames_run() {
    assert_eq!(names::framed(&[1, 2, 3]), 3);
    assert_eq!(no_prelude::framed(&[1, 2, 3]), 3);
    assert_eq!(parameters::framed("ab", "c"), 3);
    assert_eq!(places::frame_by_macro("abc"), 3);
    assert_eq!(places::r#while("abc"), 3);
    assert_eq!(places::in_function("abc"), 3);
    assert_eq!(places::Generic("abc").measured(|text| text.len()), 3);
}

#[test]
fn bounded_functions_run() {
    assert_eq!(names::bounded(1, &2), (1, &2));
    assert_eq!(parameters::bounded(&[1, 2], &[3], 0), [1, 2]);
}

#[test]
fn fields_are_owned() {
    use crate::{own_names, own_no_prelude, own_places};
    use own_ref::{Own, Slot};

    let mut slot = Slot::<own_names::Box<u8>>::new();
    let part = slot.hole().part().set_core(1).set_claim(own_names::Byte);
    assert_eq!(*Own::split(part.finish()).core, 1);

    let mut slot = Slot::<own_no_prelude::Data<u8>>::new();
    let part = slot.hole().part().set_field(1).set_list([2, 3]);
    assert_eq!(part.finish().list, [2, 3]);

    let mut slot = Slot::new();
    let tree = own_names::Tree::<u8, u16>::Err(4);
    let own_names::TreeOwn::Err(err) = Own::split(slot.put(tree)) else {
        panic!("another variant");
    };
    assert_eq!(*err, 4);

    let mut slot = Slot::new();
    let raw = slot.put(own_places::r#struct {
        r#fn: 1,
        r#gen: own_places::r#enum::r#match(2),
    });
    assert_eq!(Own::part(raw).take_fn().0, 1);
    drop(own_no_prelude::Owner::from(own_no_prelude::OwnerFields {
        field: 1,
    }));
    assert_eq!(own_places::in_function("abc"), 2);
}

#[test]
fn states_change() {
    use crate::own_names::{Box, Byte, Machine, MachineState};
    use crate::own_no_prelude as bare;
    use own_ref::states::{update, update_pin};

    let mut machine = Machine::Some(Box {
        core: 1,
        claim: Byte,
    });
    update(&mut machine, |now| match now.state() {
        MachineState::Some(state) => state.clear().put(Byte).next(),
        MachineState::State(state) => state.next(),
        MachineState::None(vacant) => vacant.rest(),
    });
    assert!(matches!(machine, Machine::State(_)));

    let mut machine = std_again::boxed::Box::pin(bare::Machine::Data(bare::Data {
        field: 1,
        list: [2, 3],
    }));
    update_pin(machine.as_mut(), |now| match now.state() {
        bare::MachineState::Data(state) => state.clear().rest(),
        bare::MachineState::Done(vacant) => vacant.rest(),
    });
    assert!(matches!(&*machine, bare::Machine::Done));
}
