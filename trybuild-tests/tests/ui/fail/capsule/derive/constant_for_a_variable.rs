//! Where a constant has the name of a variable of the expansion, nothing else is checked in place of the field.

use capsule::CapsuleSend;

#[allow(non_upper_case_globals, dead_code)]
const __capsule_pointer: u32 = 0;

#[derive(CapsuleSend)]
struct Node(std::sync::Arc<u32>);

fn main() {
    drop(Node(1.into()).0);
}
