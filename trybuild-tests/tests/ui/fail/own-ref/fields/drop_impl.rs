// A destructor must find all fields, so a type with one can't be taken apart.
use own_ref::{Fields, Own, Slot};

#[derive(Fields)]
struct Guard {
    name: String,
}

impl Drop for Guard {
    fn drop(&mut self) {
        println!("{}", self.name);
    }
}

fn main() {
    let mut slot = Slot::new();
    let name = "guard".to_owned();
    let GuardOwn { name } = Own::split(slot.put(Guard { name }));
    assert_eq!(*name, "guard");
}
