//! "Natural aliasing model", as a program: what types say of which values share memory, and what follows.
//!
//! ```text
//! cargo run -p capsule --example natural_aliasing
//! ```
//!
//! The text gives `Cell` a lifetime that says which memory it is, and finds in it one notion behind `&mut T`, `&Cell<T>`, `Rc`
//! and `Send`. Here are its functions, run; [`laws`](self::laws) has them with their reasons. There is no `unsafe`, so
//! what they assert follows from their types.

#![forbid(unsafe_code)]

#[path = "natural_aliasing/laws.rs"]
mod laws;
#[path = "natural_aliasing/memory.rs"]
mod memory;

use capsule::{Cell, region};
use core::error::Error;
use laws::S;

fn main() -> Result<(), Box<dyn Error>> {
    let (mut one, mut other) = (S::default(), S::default());

    println!("one name, two references: what is put into one comes out of the other");
    laws::named(&mut one, |cell| laws::assert_aliased(cell, cell));
    println!("    {one:?}");

    println!("two exclusive references: never");
    laws::assert_unaliased(&mut one, &mut other);
    println!("    {one:?} {other:?}");
    laws::assert_unaliased_by_name(&mut one, &mut other);
    println!("    the same with names, as they could be given to both: {one:?} {other:?}");

    println!("two names that somebody else has chosen: it depends");
    let same = laws::named(&mut one, |cell| laws::is_aliased(cell, cell));
    let different = laws::named(&mut one, |one| {
        laws::named(&mut other, |other| laws::is_aliased(one, other))
    });
    println!("    the same name twice: {same}; two names: {different}");

    println!(
        "a reference and what it was reborrowed as: the inner one says it all, while it is there"
    );
    laws::assert_compound(&mut one);
    println!("    {one:?}");
    region(|_, token| {
        let cell = Cell::new(S::default());
        laws::assert_compound_region(token, &cell, |token| cell.borrow_mut(token).c = 42);
        println!("    and a region by its token: {:?}", cell.borrow(token));
    });

    println!("what can't be changed is what it looks like");
    laws::assert_at_face_value(&one, &one, || other.c += 1);
    laws::assert_at_face_value(&one, &other, || println!("    {one:?} {other:?}"));

    println!("all aliases at once may go to another thread");
    println!("    {:?}", laws::assert_sent_together());

    println!("pointers that are numbers: the memory may be copied, and they point into both");
    let (mut first, start) = memory::ring(&["a", "b", "c"]).ok_or("an empty ring")?;
    let second = first.clone();
    let next = first.load(start).ok_or("not there")?.next;
    first.load_mut(next).ok_or("not there")?.name = "B";
    for copy in [&first, &second] {
        let forwards = memory::around(copy, start, |node| node.next).ok_or("left the memory")?;
        let backwards = memory::around(copy, start, |node| node.back).ok_or("left the memory")?;
        println!("    {forwards:?}, and back {backwards:?}");
    }
    let late = first.put(memory::Node {
        name: "d",
        next: start,
        back: start,
    });
    assert!(first.load(late).is_some() && second.load(late).is_none());
    println!("    {late:?} was made later, so it is in the first one only");
    Ok(())
}
