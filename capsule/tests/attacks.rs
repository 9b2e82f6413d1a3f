//! What compiles, looks dangerous, and is harmless. Numbers are those of `SOUNDNESS.md`.

use capsule::task::{self, InCapsule};
use capsule::{Brand, Capsule, CapsuleSend, Cell, Family, Plain, Rc, Weak, family, region};
use core::cell::{self, RefCell};
use core::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use fragile::Fragile;
use scoped_tls::scoped_thread_local;
use send_wrapper::SendWrapper;
use std::sync::Arc;
use std::thread;
use test_support::{Log, panic_of};

/// 20. The content finds a way to a thread local through a capsule of its own, and stays what it is: another region.
#[test]
fn a_capsule_in_a_thread_local() {
    thread_local! {
        static KEPT: RefCell<Option<Capsule<Numbers>>> = const { RefCell::new(None) };
    }
    let mut list = Capsule::<Numbers>::new(|b| vec![Rc::new(b, 1)]);
    list.with(|list, _| {
        let copy: Vec<u32> = list.iter().map(|one| **one).collect();
        let packed = Capsule::new(|b| copy.into_iter().map(|one| Rc::new(b, one)).collect());
        KEPT.set(Some(packed));
    });
    thread::spawn(move || drop(list)).join().unwrap();
    assert_eq!(KEPT.take().unwrap().into_iter_sum(), 1);
}

type Numbers = family!(Vec<Rc<'b, u32>>);
type Logged = family!(Rc<'b, Plain<Arc<Log>>>);

trait Sum {
    fn into_iter_sum(self) -> u32;
}

impl Sum for Capsule<Numbers> {
    fn into_iter_sum(self) -> u32 {
        self.with_ref(|list, _| list.iter().map(|one| **one).sum())
    }
}

/// 20. What a scoped thread local lends while a capsule is open is lent on this thread, and until the opening ends.
#[test]
fn a_scoped_thread_local_lends_what_has_no_brand() {
    scoped_thread_local!(static LENT: cell::Cell<u32>);
    let mut capsule =
        Capsule::<family!(Rc<'b, cell::Cell<u32>>)>::new(|b| Rc::new(b, cell::Cell::new(1)));
    capsule.with(|rc, _| {
        let alias = rc.clone();
        LENT.set(&alias, || LENT.with(|lent| lent.set(2)));
    });
    let thread = thread::spawn(move || {
        assert!(!LENT.is_set());
        capsule.with(|rc, _| rc.get())
    });
    assert_eq!(thread.join().unwrap(), 2);
}

/// 21. Wrappers that look at their thread are `Send`, so what is `'static` in them may go in, and looks at its thread.
#[test]
fn wrappers_of_what_is_static_are_as_sound_as_without_a_capsule() {
    let std_rc = std::rc::Rc::new(1);
    let wrapped = SendWrapper::new(std_rc.clone());
    let fragile = Fragile::new(std_rc.clone());
    let capsule = Capsule::<Plain<_>>::new(|_| Plain((wrapped, fragile)));
    let capsule = thread::spawn(move || {
        capsule.with_ref(|both, _| {
            assert!(!both.0.0.valid());
            assert!(both.0.1.try_get().is_err());
        });
        capsule
    });
    let capsule = capsule.join().unwrap();
    capsule.with_ref(|both, _| assert_eq!(**both.0.0 + **both.0.1.get(), 2));
    drop(capsule);
    assert_eq!(std::rc::Rc::strong_count(&std_rc), 1);
}

/// 21. A wrapper around a pointer of an open region can be made, and used, on this thread.
#[test]
fn a_wrapper_of_a_pointer_stays_in_its_opening() {
    region(|b, _| {
        let rc = Rc::new(b, 1);
        let wrapped = SendWrapper::new(rc.clone());
        // `SendWrapper` is `Send`, so a thread gets it by reference, and may not look.
        thread::scope(|s| {
            s.spawn(|| assert!(!wrapped.valid()));
        });
        assert!(Rc::ptr_eq(&wrapped, &rc));
    });
}

/// 22. Reading may be nested: there are two tokens then, and neither changes a cell.
#[test]
fn nested_readers() {
    let capsule =
        Capsule::<family!(Rc<'b, Cell<'b, Vec<u32>>>)>::new(|b| Rc::new(b, Cell::new(vec![1])));
    capsule.with_ref(|one, token| {
        let outer = one.borrow(token);
        capsule.with_ref(|two, token| assert!(core::ptr::eq(outer, two.borrow(token))));
    });
}

/// 22. What one reader leaves in the content by interior mutability, in its own brand, the other finds in its own.
#[test]
fn a_nested_reader_changes_what_needs_no_token() {
    type Shelf = family!(RefCell<Vec<Rc<'b, u32>>>);
    let capsule = Capsule::<Shelf>::new(|_| RefCell::default());
    capsule.with_ref(|outer, token| {
        let one = Rc::new(Brand::of(token), 1);
        outer.borrow_mut().push(one.clone());
        capsule.with_ref(|inner, token| {
            let kept = inner.borrow()[0].clone();
            inner
                .borrow_mut()
                .push(Rc::new(Brand::of(token), *kept + 1));
        });
        assert_eq!(Rc::strong_count(&one), 2);
        assert_eq!(*outer.borrow()[1], 2);
    });
    let thread = thread::spawn(move || capsule.with_ref(|all, _| all.borrow().len()));
    assert_eq!(thread.join().unwrap(), 2);
}

/// 22. Merging while both are open in other ways: into the region of one's own builder, and of a sibling.
#[test]
fn merging_in_the_middle_of_an_opening() {
    type Texts = family!(Vec<Rc<'b, str>>);
    let mut one = Capsule::<Texts>::new(|b| vec![Rc::from_str(b, "one")]);
    let two = Capsule::<Texts>::new(|b| vec![Rc::from_str(b, "two")]);
    one.with(|one, token| {
        let b = Brand::of(token);
        one.extend(two.open_into(b));
        let nested = Capsule::<Texts>::new(|_| Vec::new());
        one.extend(nested.open_into(b));
    });
    assert_eq!(one.with_ref(|one, _| one.len()), 2);
}

/// A destructor in a capsule opens and packs others.
#[test]
fn a_destructor_that_opens_capsules() {
    #[derive(CapsuleSend, Family)]
    struct Nest<'b> {
        inner: RefCell<Option<Capsule<Logged>>>,
        me: RefCell<Weak<'b, Nest<'b>>>,
    }
    impl Drop for Nest<'_> {
        fn drop(&mut self) {
            assert!(self.me.borrow().upgrade().is_none());
            let inner = self.inner.take().unwrap();
            region(|b, _| {
                let rc = inner.open_into(b);
                rc.clone().lock().unwrap().push("dropped");
            });
        }
    }
    let log = Arc::new(Log::default());
    let noted = log.clone();
    let nest = Capsule::<family!(Rc<'b, Nest<'b>>)>::new(|b| {
        let nest = Nest {
            inner: RefCell::new(Some(Capsule::new(|b| Rc::new(b, Plain(noted))))),
            me: RefCell::default(),
        };
        let nest = Rc::new(b, nest);
        *nest.me.borrow_mut() = Rc::downgrade(&nest);
        nest
    });
    thread::spawn(move || drop(nest)).join().unwrap();
    assert_eq!(*log.lock().unwrap(), ["dropped"]);
}

/// `Clone` of a value in a region that panics, in the middle of `make_mut`.
#[test]
fn a_clone_that_panics() {
    struct Fickle;
    impl Clone for Fickle {
        fn clone(&self) -> Self {
            panic!("fickle")
        }
    }
    region(|b, _| {
        let mut one = Rc::new(b, Fickle);
        let other = one.clone();
        assert_eq!(panic_of(|| drop(Rc::make_mut(&mut one).clone())), "fickle");
        assert_eq!(Rc::strong_count(&other), 2);
    });
}

/// `make` of `new_cyclic` that panics, having kept the pointer.
#[test]
fn a_cyclic_value_that_is_never_made() {
    region(|b, _| {
        let mut kept = Weak::<u32>::new();
        let message = panic_of(|| {
            Rc::new_cyclic(b, |me| {
                assert!(me.upgrade().is_none());
                kept = me.clone();
                panic!("never")
            })
        });
        assert_eq!(message, "never");
        assert!(kept.upgrade().is_none());
    });
}

/// 23. A real executor: tasks are stolen, aborted, and dropped on whichever thread shuts down.
#[test]
#[cfg_attr(miri, ignore = "an executor with many threads is too slow for Miri")]
fn tasks_of_tokio() {
    static ALIVE: AtomicUsize = AtomicUsize::new(0);
    struct Counted;
    impl Drop for Counted {
        fn drop(&mut self) {
            ALIVE.fetch_sub(1, SeqCst);
        }
    }
    fn counted() -> task::Rc<(Counted, cell::Cell<u32>)> {
        ALIVE.fetch_add(1, SeqCst);
        task::Rc::new((Counted, cell::Cell::new(0)))
    }

    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(4)
        .build()
        .unwrap();
    let mut ending = Vec::new();
    for number in 0..50 {
        let task = runtime.spawn(InCapsule::new(async move {
            let shared = counted();
            for _ in 0..number {
                let alias = shared.clone();
                tokio::task::yield_now().await;
                alias.with(|value| value.1.set(value.1.get() + 1));
            }
            shared.with(|value| value.1.get())
        }));
        ending.push((number, task));
        // These never end by themselves.
        let task = runtime.spawn(InCapsule::new(async {
            let shared = counted();
            loop {
                let _alias = shared.clone();
                tokio::task::yield_now().await;
            }
        }));
        if number % 2 == 0 {
            task.abort();
        }
    }
    for (number, task) in ending {
        assert_eq!(runtime.block_on(task).unwrap(), number);
    }
    drop(runtime);
    assert_eq!(ALIVE.load(SeqCst), 0);
}

/// 23. Jobs of rayon steal each other while a task waits for one in the middle of its poll.
#[test]
#[cfg_attr(miri, ignore = "rayon's deque isn't for Miri")]
fn tasks_polled_by_rayon() {
    use core::pin::pin;
    use core::task::{Context, Waker};

    fn poll_one(depth: u32) -> u32 {
        let task = pin!(InCapsule::new(async move {
            let shared = task::Rc::new(cell::Cell::new(depth));
            let alias = shared.clone();
            if depth > 0 {
                // Whoever waits here may run any other job meanwhile, with another owner.
                let (one, other) = rayon::join(|| poll_one(depth - 1), || poll_one(depth - 1));
                alias.with(|sum| sum.set(sum.get() + one + other));
            }
            drop(alias);
            shared.with(cell::Cell::get)
        }));
        match task.poll(&mut Context::from_waker(Waker::noop())) {
            core::task::Poll::Ready(sum) => sum,
            core::task::Poll::Pending => unreachable!("it waits for nothing"),
        }
    }
    // s(d) = d + 2 s(d − 1)
    assert_eq!(poll_one(8), 502);
}
