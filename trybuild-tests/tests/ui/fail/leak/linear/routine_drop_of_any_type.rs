//! A parameter without a bound could be linear.

use leak::RoutineDrop;
use leak::linear::drop_routinely;

fn discard<T>(value: T) {
    drop_routinely(value);
}

fn main() {
    discard(1);
    fn _is_used<T: RoutineDrop>() {}
}
