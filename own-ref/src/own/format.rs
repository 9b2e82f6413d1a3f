//! Formatting shows the value, as with `Box`.

use super::Own;
use core::fmt;

impl<T: ?Sized + fmt::Debug> fmt::Debug for Own<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for Own<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized> fmt::Pointer for Own<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Pointer::fmt(&self.ptr, f)
    }
}

impl<W: ?Sized + fmt::Write> fmt::Write for Own<'_, W> {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        (**self).write_str(s)
    }

    fn write_char(&mut self, c: char) -> fmt::Result {
        (**self).write_char(c)
    }

    fn write_fmt(&mut self, args: fmt::Arguments<'_>) -> fmt::Result {
        (**self).write_fmt(args)
    }
}
