//! An owned error is an error.

use super::Own;
use core::error::Error;

impl<E: ?Sized + Error> Error for Own<'_, E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        (**self).source()
    }
}
