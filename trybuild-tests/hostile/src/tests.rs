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
fn types_are_asked() {
    use leak::linear::drop_routinely;
    use leak::rc::Rc;

    let name = String::from("ann");
    let data = names::AllowedInRc(&1, name.as_str());
    assert_eq!(Rc::new_allowed(data).1, "ann");
    let handle = names::RankedLeak::Handle(leak::Unleak(&name));
    assert!(matches!(
        &*Rc::new_disowned(handle),
        names::RankedLeak::Handle(_)
    ));
    let asked = no_prelude::Asked {
        field: &name,
        function: String::new,
    };
    assert_eq!(Rc::new_ranked::<2>(asked).field, "ann");
    fn shares<T: leak::AllowedInRc + leak::RankedLeak<1> + leak::Disowns<Rc<T>>>() {}
    shares::<places::AskedByMacro<u8, leak::Unleak<&str>>>();
    drop_routinely(places::r#union { r#fn: 1 });
    let asked = parameters::Asked {
        this: &[1],
        asked: &[2],
        check: 3,
        private: "p",
    };
    assert_eq!(Rc::new_disowned(asked).private, "p");
    drop_routinely(crate::constants::Asked::<_, 1>::Struct { value: name });
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

#[test]
fn structs_borrow_from_themselves() {
    use crate::borrow_names::{Box, FieldNames, Lifetimes, Line, Pair, Vec, bool};
    use crate::{borrow_no_prelude as bare, borrow_places as places};
    use std_again::cell::Cell;
    use std_again::string::String;

    let owner = (1, 2);
    let line = Line::new(&owner, |pair: &(u8, u8)| (&pair.0, &pair.1), 3, 4, 5, 6);
    assert_eq!((*line.view().1, *line.error()), (2, 3));
    let lifetimes = Lifetimes::<1, 2>::builder()
        .text(&[1, 2])
        .lines(|text| &text[1..])
        .not_covariant(|text, lines| (&text[0], &lines[0]))
        .run(|lines| Cell::new(&lines[0]))
        .build();
    assert_eq!(*lifetimes.not_covariant().1, 2);

    let names = FieldNames::builder()
        .new("text")
        .unbind(1)
        .into_owners(2)
        .with(|text| text)
        .with_mut(|text| text)
        .build(|text| text);
    drop(names);
    let pair = Pair::new(&Box(1), |place| place);
    assert_eq!(pair.get_1().0, 1);
    let mut pinned = crate::borrow_names::Pinned::pin_box(1, |memory| memory, bool);
    pinned.as_mut().with_slot_mut(|slot| **slot += 1);
    assert_eq!(pinned.into_owners(), 2);
    let _ = Vec(1);

    let line = bare::Line::builder()
        .text(&[1, 2])
        .number(3)
        .words(|text| std_again::rc::Rc::new((text, 4)))
        .first(|text, words| (&text[0], &words.1))
        .build();
    assert_eq!(line, line);
    let counted = bare::Counted::new("text".into(), |text| &text[1..]);
    assert_eq!(*counted.clone().first(), "ext");
    let edit = bare::Edit::new(std_again::boxed::Box::new(1), |place| place);
    assert_eq!(*edit.into_owners(), 1);

    let by_macro = places::ByMacro::new(&[1, 2], |all| all.first(), |all| &all[1..], |all| &all[1]);
    assert_eq!((by_macro.rest().len(), **by_macro.hygienic()), (1, 2));
    assert_eq!(places::in_function("abcd"), 3 + 2 + 1 + 3);
    assert_eq!(places::Within::length(&String::from("abc")), 3);
}
