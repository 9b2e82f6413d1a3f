//! What is put into the place of an element stays in the slice. So the place must not pass for one of
//! something that lives shorter. A hole may: what is put there comes back as its owned reference.

use own_ref::init::NextHole as Place;

fn _shorten<'f, 'short, 'long: 'short>(place: Place<'f, 'f, &'long str>) -> Place<'f, 'f, &'short str> {
    place
}

fn main() {
}
