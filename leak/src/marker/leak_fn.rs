/// Stub.
#[derive(Debug)]
pub struct LeakFn;
/// Stub.
#[derive(Debug)]
pub struct LeakFnMut;
/// Stub.
#[derive(Debug)]
pub struct LeakFnOnce;
