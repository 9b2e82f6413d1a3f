/// Makes the compiler's messages say `Leak`.
///
/// Of the two names of that trait they would use the alphabetically first, `Forget`, even where the
/// user wrote the other. A name that two items share isn't used. (It has no effect in a module that
/// is hidden.)
#[derive(Debug)]
pub enum Forget {}
