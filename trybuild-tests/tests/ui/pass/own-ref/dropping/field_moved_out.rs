//! Only the destructor may take it apart.

use own_ref::{Dropping, Own, OwnDrop};

struct Job(String);

impl OwnDrop for Job {
    fn drop(this: Own<'_, Self>) {
        drop(Own::into_inner(this).0);
    }
}

fn main() {
    let job = Dropping::new(Job(String::from("job")));
    let name = Dropping::into_inner(job).0;
    assert_eq!(name, "job");
}
