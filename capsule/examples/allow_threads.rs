//! An interpreter with a global lock that can be released while something else is computed.
//!
//! What such a computation gets must have nothing to do with the interpreter, whose objects are reached by those who
//! have the lock. `pyo3` asks for `Send`, and knows that it is the wrong question: a `SendWrapper` is `Send`, and carries
//! what it wraps past the lock. `CapsuleSend` is the right one: what is given to the computation has no aliases outside and
//! knows no thread. It asks for less, too: a graph full of `Rc`s may be given, as a whole.

use capsule::{Brand, Capsule, CapsuleSend, Family, Plain, Rc, family};
use core::error::Error;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The objects of the interpreter, behind its lock.
struct Interpreter {
    objects: Mutex<Vec<i64>>,
}

/// Proof that the lock is held. Objects are borrowed from it, so none is when it is released.
struct Held<'py> {
    interpreter: &'py Interpreter,
    objects: Option<MutexGuard<'py, Vec<i64>>>,
}

impl Interpreter {
    fn lock(&self) -> MutexGuard<'_, Vec<i64>> {
        self.objects.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn with_lock<R>(&self, f: impl FnOnce(&mut Held<'_>) -> R) -> R {
        f(&mut Held {
            interpreter: self,
            objects: Some(self.lock()),
        })
    }
}

impl Held<'_> {
    fn objects(&mut self) -> &mut Vec<i64> {
        self.objects.as_mut().expect("the lock is held")
    }

    /// Releases the lock, computes, and takes it again.
    ///
    /// The computation runs on another thread, so that it doesn't find what scoped thread locals lend on this one. It
    /// captures nothing: all that it gets is in the capsule.
    fn allow_threads<A: Family, R: Family>(
        &mut self,
        with: Capsule<A>,
        compute: for<'b> fn(Brand<'b>, A::Of<'b>) -> R::Of<'b>,
    ) -> Capsule<R>
    where
        for<'b> A::Of<'b>: CapsuleSend,
        for<'b> R::Of<'b>: CapsuleSend,
    {
        self.objects = None;
        let thread = capsule::spawn_with::<A, R>(with, move |content, token| {
            compute(Brand::of(token), content)
        });
        let result = thread.join_packed();
        self.objects = Some(self.interpreter.lock());
        result.unwrap_or_else(|payload| std::panic::resume_unwind(payload))
    }
}

/// An expression in which equal parts are shared.
#[derive(CapsuleSend, Family, Clone)]
enum Expression<'b> {
    Number(i64),
    Sum(Rc<'b, Expression<'b>>, Rc<'b, Expression<'b>>),
}

impl Expression<'_> {
    fn value(&self) -> i64 {
        match self {
            Self::Number(number) => *number,
            Self::Sum(one, other) => one.value() + other.value(),
        }
    }
}

type Shared = family!(Rc<'b, Expression<'b>>);

fn main() -> Result<(), Box<dyn Error>> {
    let interpreter = Interpreter {
        objects: Mutex::new(vec![3]),
    };
    let value = std::thread::scope(|s| {
        interpreter.with_lock(|held| {
            // Copied out of the interpreter, into a graph of its own: 3 · 2¹⁰, with one node for each power.
            let number = held.objects()[0];
            let graph = Capsule::<Shared>::new(|b| {
                let mut graph = Rc::new(b, Expression::Number(number));
                for _ in 0..10 {
                    graph = Rc::new(b, Expression::Sum(graph.clone(), graph));
                }
                graph
            });
            // Others want the lock, too: now, while it is held, and they may have it meanwhile.
            s.spawn(|| interpreter.with_lock(|held| held.objects().push(7)));
            let value = held.allow_threads::<_, Plain<i64>>(graph, |_, graph| Plain(graph.value()));
            assert_eq!(held.objects()[0], 3, "the lock is held again");
            value.into_inner().0
        })
    });
    let others = interpreter.with_lock(|held| held.objects().len());
    println!("computed without the lock: {value}; objects by now: {others}");
    if (value, others) != (3 << 10, 2) {
        return Err("computed in the wrong way".into());
    }
    Ok(())
}
