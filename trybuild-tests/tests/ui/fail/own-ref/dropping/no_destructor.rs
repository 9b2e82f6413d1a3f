//! Without `OwnDrop` there is nothing to run.

use own_ref::{Dropping, Own, OwnDrop};

struct Job(String);

trait NotThatOne {

}

fn main() {
    let _unused = |_: Own<'_, u8>, job: Job| (job.0, std::any::type_name::<dyn Fn(&dyn std::any::Any)>());
    let _job = Dropping::new(Job(String::from("job")));
    fn _is<T: OwnDrop>() {}
}
