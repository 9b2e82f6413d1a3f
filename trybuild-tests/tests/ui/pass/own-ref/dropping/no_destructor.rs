//! Without `OwnDrop` there is nothing to run.

use own_ref::{Dropping, Own, OwnDrop};

struct Job(String);

impl OwnDrop for Job {
    fn drop(this: Own<'_, Self>) {
        drop(Own::into_inner(this).0);
    }
}

fn main() {
    let _unused = |_: Own<'_, u8>, job: Job| (job.0, std::any::type_name::<dyn Fn(&dyn std::any::Any)>());
    let _job = Dropping::new(Job(String::from("job")));
    fn _is<T: OwnDrop>() {}
}
