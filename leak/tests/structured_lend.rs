//! `structured`: edges and loans.
use core::cell::Cell;
use core::panic::AssertUnwindSafe;
use core::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use leak::structured::{
    Borrowed, Edge, EdgeMut, Family, Loan, Reason, Revoked, Shared, Unique, Value, lend, lend_mut,
    scope,
};
use std::panic::{catch_unwind, panic_any};
use std::sync::mpsc::channel;
use std::sync::{Barrier, Mutex};
use test_support::{Log, Note, forget_reachable, panic_of, wait_for};

#[test]
fn the_lending_frame_waits_for_who_is_inside() {
    let rounds = if cfg!(miri) { 5 } else { 300 };
    for _ in 0..rounds {
        let (send, receive) = channel::<Edge<Value<AtomicUsize>>>();
        let inside = AtomicBool::new(false);
        scope(|set| {
            let inside = &inside;
            let entering = set.spawn(move |_| {
                let edge = receive.recv().unwrap();
                edge.enter(|data| {
                    inside.store(true, SeqCst);
                    std::thread::yield_now();
                    data.fetch_add(1, SeqCst);
                })
            });
            let data = AtomicUsize::new(0);
            lend::<Value<_>, _>(&data, |lender| {
                send.send(lender.edge()).unwrap();
                wait_for(inside);
            });
            assert_eq!(data.into_inner(), 1);
            assert_eq!(entering.join().unwrap(), Ok(()));
        })
        .unwrap();
    }
}

#[test]
fn entering_races_with_the_end_of_the_frame() {
    let rounds = if cfg!(miri) { 5 } else { 2000 };
    let served = AtomicUsize::new(0);
    scope(|set| {
        let (send, receive) = channel::<Edge<Value<Box<AtomicUsize>>>>();
        let entering = set.spawn(move |_| {
            let mut revoked = 0;
            for edge in receive {
                let entered = edge.enter(|data| data.fetch_add(1, SeqCst));
                revoked += usize::from(entered.is_err());
            }
            revoked
        });
        for _ in 0..rounds {
            let data = Box::new(AtomicUsize::new(0));
            lend::<Value<_>, _>(&data, |lender| send.send(lender.edge()).unwrap());
            served.fetch_add(data.load(SeqCst), SeqCst);
        }
        drop(send);
        let revoked = entering.join().unwrap();
        assert_eq!(served.load(SeqCst) + revoked, rounds);
    })
    .unwrap();
}

#[test]
fn many_inside_at_once() {
    let threads = if cfg!(miri) { 3 } else { 8 };
    let all = Barrier::new(threads + 1);
    let data = Mutex::new(0);
    scope(|set| {
        lend::<Value<Mutex<usize>>, _>(&data, |lender| {
            for _ in 0..threads {
                let (edge, all) = (lender.edge(), &all);
                set.spawn(move |_| {
                    edge.enter(|data| {
                        all.wait();
                        *data.lock().unwrap() += 1;
                    })
                })
                .detach();
            }
            all.wait();
            assert!(lender.entered() <= threads);
        });
        assert_eq!(*data.lock().unwrap(), threads);
    })
    .unwrap();
}

#[test]
fn forgotten_edges_hang_nothing() {
    let log = Log::default();
    {
        let note = Note(&log, "lent");
        let (send, receive) = channel::<Edge<Shared<str>>>();
        lend::<Shared<str>, _>(&note.1, |lender| {
            forget_reachable(lender.edge());
            forget_reachable(lender.edge().clone());
            send.send(lender.edge()).unwrap();
        });
        assert_eq!(
            receive.recv().unwrap().enter(|text| text.len()),
            Err(Revoked)
        );
    }
    lend_mut::<Value<u8>, _>(&mut 1, |lender| forget_reachable(lender.edge()));
    assert_eq!(log.into_inner().unwrap(), ["lent"]);
}

#[test]
fn an_edge_that_holds_itself() {
    // The data holds an edge to itself. It borrows nothing, so that is no cycle that matters.
    let slot = Mutex::new(None::<Edge<Value<Mutex<Option<Box<dyn core::any::Any + Send>>>>>>);
    let data = Mutex::new(None::<Box<dyn core::any::Any + Send>>);
    lend::<Value<_>, _>(&data, |lender| {
        *data.lock().unwrap() = Some(Box::new(lender.edge()));
        *slot.lock().unwrap() = Some(lender.edge());
    });
    let edge = slot.into_inner().unwrap().unwrap();
    assert!(edge.is_revoked());
}

#[test]
fn the_body_unwinds_while_somebody_is_inside() {
    let rounds = if cfg!(miri) { 3 } else { 200 };
    for _ in 0..rounds {
        let (send, receive) = channel::<Edge<Value<AtomicUsize>>>();
        let inside = AtomicBool::new(false);
        scope(|set| {
            let inside = &inside;
            set.spawn(move |_| {
                let edge = receive.recv().unwrap();
                edge.enter(|data| {
                    inside.store(true, SeqCst);
                    std::thread::yield_now();
                    data.store(7, SeqCst);
                })
            })
            .detach();
            let data = AtomicUsize::new(0);
            let said = panic_of(|| {
                lend::<Value<_>, _>(&data, |lender| {
                    send.send(lender.edge()).unwrap();
                    wait_for(inside);
                    panic_any("body")
                })
            });
            assert_eq!((said.as_str(), data.into_inner()), ("body", 7));
        })
        .unwrap();
    }
}

#[test]
fn a_panic_inside_leaves_the_edge() {
    let data = 5;
    lend::<Value<i32>, _>(&data, |lender| {
        let edge = lender.edge();
        assert_eq!(panic_of(|| edge.enter(|_| panic_any("inside"))), "inside");
        assert_eq!(lender.entered(), 0);
        assert_eq!(edge.enter(|n| *n), Ok(5), "as good as before");
    });
    let mut data = Cell::new(5);
    lend_mut::<Value<Cell<i32>>, _>(&mut data, |lender| {
        let (edge, late) = (lender.edge(), lender.edge());
        assert_eq!(panic_of(|| edge.enter(|_| panic_any("inside"))), "inside");
        assert_eq!(
            late.enter(|n| n.get()),
            Err(Revoked),
            "one call is one call"
        );
    });
    let (loan, mut borrowed) = Loan::new(5);
    assert_eq!(
        panic_of(|| borrowed.enter(|n| {
            *n = 6;
            panic_any("inside")
        })),
        "inside"
    );
    assert_eq!(borrowed.enter(|n| *n), Ok(6));
    assert_eq!(loan.end(), 6);
}

#[test]
fn closing_inside_ones_own_edge_is_a_panic_not_a_deadlock() {
    lend::<Value<()>, _>(&(), |lender| {
        let edge = lender.edge();
        let said = panic_of(|| edge.enter(|()| lender.close()));
        assert!(said.contains("help: leave the edge first"), "{said}");
        assert!(!edge.is_revoked(), "nothing has happened");
        edge.enter(|()| lender.revoke()).unwrap(); // doesn't wait
        assert_eq!(edge.enter(|()| ()), Err(Revoked));
        lender.close();
    });
}

#[test]
fn closing_an_older_lender_inside_a_younger_edge_is_a_panic() {
    lend::<Value<u8>, _>(&1, |older| {
        lend::<Value<u8>, _>(&2, |younger| {
            let edge = younger.edge();
            let said = panic_of(|| edge.enter(|_| older.close()));
            assert!(said.contains("help: "), "{said}");
            // Whether the edge is one of an older or a younger lender makes no difference: the call is
            // younger than both.
            let edge = older.edge();
            let said = panic_of(|| edge.enter(|_| younger.close()));
            assert!(said.contains("help: "), "{said}");
            // What was opened inside may be closed inside.
            let closed = edge.enter(|_| {
                lend::<Value<u8>, _>(&3, |youngest| {
                    youngest.close();
                    youngest.entered()
                })
            });
            assert_eq!(closed, Ok(0));
        });
    });
}

#[test]
fn joining_inside_an_edge_of_the_child_is_a_panic_not_a_deadlock() {
    let (send, receive) = channel::<Edge<Value<u32>>>();
    let (tell, told) = channel::<()>();
    let panics = scope(|set| {
        let child = set.spawn(move |_| {
            lend::<Value<u32>, _>(&7, |lender| {
                send.send(lender.edge()).unwrap();
                told.recv().unwrap();
            });
        });
        let edge = receive.recv().unwrap();
        edge.enter(|n| {
            tell.send(()).unwrap();
            assert_eq!(*n, 7);
            assert!(panic_of(|| child.join()).contains("help: join before"));
            let young = set.spawn(|_| 1);
            assert_eq!(
                young.join().unwrap(),
                1,
                "started inside, so it can be waited for"
            );
        })
        .unwrap();
    });
    panics.unwrap();
}

#[test]
fn a_guard_dropped_inside_an_edge_of_the_child_leaves_it_to_the_set() {
    let (send, receive) = channel::<Edge<Value<u32>>>();
    let (tell, told) = channel::<()>();
    let log = Log::default();
    scope(|set| {
        let log = &log;
        let child = set.spawn(move |_| {
            lend::<Value<u32>, _>(&7, |lender| {
                send.send(lender.edge()).unwrap();
                told.recv().unwrap();
            });
            Note(log, "result")
        });
        let edge = receive.recv().unwrap();
        edge.enter(|_| {
            tell.send(()).unwrap();
            drop(child); // would wait for a frame that waits for this call
            assert_eq!(set.running(), 1);
        })
        .unwrap();
    })
    .unwrap();
    assert_eq!(log.into_inner().unwrap(), ["result"]);
}

#[test]
fn only_the_first_enters_an_exclusive_edge() {
    let rounds = if cfg!(miri) { 3 } else { 300 };
    for _ in 0..rounds {
        let mut data = Cell::new(0); // `Send`, not `Sync`
        let entered: usize = scope(|set| {
            lend_mut::<Value<Cell<u32>>, _>(&mut data, |lender| {
                let edges: Vec<EdgeMut<_>> = (0..3).map(|_| lender.edge()).collect();
                let guards: Vec<_> = edges
                    .into_iter()
                    .map(|edge| set.spawn(move |_| edge.enter(|data| data.set(data.get() + 1))))
                    .collect();
                guards
                    .into_iter()
                    .map(|guard| usize::from(guard.join().unwrap().is_ok()))
                    .sum()
            })
        })
        .unwrap();
        assert_eq!((entered, data.get()), (1, 1));
    }
}

#[test]
fn families_with_lifetimes() {
    struct Words<'x> {
        all: Vec<&'x str>,
        mark: Cell<Option<&'x str>>,
    }
    leak::family! { struct AllWords = for<'x> Words<'x>; }
    fn is_family<F: Family>() {}
    is_family::<AllWords>();

    let text = String::from("borrowed from a local");
    let mut words = Words {
        all: text.split(' ').collect(),
        mark: Cell::new(None),
    };
    lend_mut::<AllWords, _>(&mut words, |lender| {
        let edge = lender.edge();
        scope(|set| {
            set.spawn(move |_| {
                edge.enter(|words| {
                    words.all.retain(|word| word.len() > 1);
                    words.mark.set(words.all.first().copied());
                })
            })
            .join()
        })
    })
    .unwrap()
    .unwrap()
    .unwrap();
    assert_eq!(words.all, ["borrowed", "from", "local"]);
    assert_eq!(words.mark.get(), Some("borrowed"));

    let mut numbers = [3, 1, 2];
    let mut slice = &mut numbers[..];
    lend_mut::<Unique<[i32]>, _>(&mut slice, |lender| {
        lender.edge().enter(|slice| slice.sort_unstable())
    })
    .unwrap();
    assert_eq!(numbers, [1, 2, 3]);
}

#[test]
fn edges_nest_and_recur() {
    lend::<Value<u32>, _>(&1, |outer| {
        let one = outer.edge();
        let sum = one.enter(|a| {
            one.enter(|b| {
                lend::<Value<u32>, _>(&(a + b), |inner| inner.edge().enter(|c| a + b + c))
            })
        });
        assert_eq!(sum, Ok(Ok(Ok(4))));
    });
}

#[test]
fn values_come_out_of_edges() {
    let text = String::from("text");
    let boxed: Box<dyn core::any::Any> = lend::<Value<String>, _>(&text, |l| {
        l.edge().enter(|text| Box::new(text.clone()) as _)
    })
    .unwrap();
    assert!(boxed.is::<String>());
}

#[test]
fn a_loan_that_was_never_entered_is_revoked() {
    let log = Log::default();
    let (loan, mut borrowed) = Loan::new(Note(&log, "value"));
    drop(loan);
    assert_eq!(*log.lock().unwrap(), ["value"]);
    assert!(borrowed.is_revoked());
    assert_eq!(borrowed.enter(|_| ()), Err(Revoked));
}

#[test]
fn loans_end_in_any_order() {
    let log = Log::default();
    let (a, in_a) = Loan::new(Note(&log, "a"));
    let (b, in_b) = Loan::new(Note(&log, "b"));
    let (c, in_c) = Loan::new(Note(&log, "c"));
    drop(in_b);
    assert!(b.is_returned() && !a.is_returned());
    drop(b);
    forget_reachable(in_a);
    drop(a); // hangs nowhere
    drop(c);
    drop(in_c);
    assert_eq!(log.into_inner().unwrap(), ["b", "a", "c"]);
}

#[test]
fn the_destructor_of_a_loan_waits_for_who_is_inside() {
    let rounds = if cfg!(miri) { 5 } else { 300 };
    for _ in 0..rounds {
        let inside = AtomicBool::new(false);
        let left = AtomicBool::new(false);
        scope(|set| {
            let (loan, mut borrowed) = Loan::new(Box::new(1));
            let (inside, left) = (&inside, &left);
            let entering = set.spawn(move |_| {
                borrowed.enter(|n| {
                    inside.store(true, SeqCst);
                    std::thread::yield_now();
                    **n += 1;
                    left.store(true, SeqCst);
                })
            });
            wait_for(inside);
            drop(loan);
            assert!(left.load(SeqCst));
            assert_eq!(entering.join().unwrap(), Ok(()));
        })
        .unwrap();
    }
}

#[test]
fn a_loan_dropped_inside_of_itself_goes_with_the_other_half() {
    let log = Log::default();
    let (loan, mut borrowed) = Loan::new(Note(&log, "value"));
    borrowed
        .enter(|value| {
            drop(loan);
            assert_eq!(value.1, "value", "still there");
            assert!(log.lock().unwrap().is_empty());
        })
        .unwrap();
    assert_eq!(borrowed.enter(|_| ()), Err(Revoked));
    assert!(log.lock().unwrap().is_empty());
    drop(borrowed);
    assert_eq!(log.into_inner().unwrap(), ["value"]);

    let (loan, mut borrowed) = Loan::new(1);
    let said = panic_of(|| borrowed.enter(|_| loan.end()));
    assert!(said.contains("help: leave the edge first"), "{said}");
}

#[test]
fn a_loan_that_holds_its_own_other_half() {
    type Own = Mutex<Option<Box<dyn core::any::Any + Send>>>;

    let (loan, mut borrowed) = Loan::new(None::<Box<dyn core::any::Any + Send>>);
    let (second, other) = Loan::new(5);
    borrowed
        .enter(|place| *place = Some(Box::new(other)))
        .unwrap();
    assert_eq!(second.end(), 5);
    drop(loan);

    // Its own: the value is dropped by the loan, and with it the other half.
    let (loan, borrowed) = Loan::<std::sync::Arc<Own>>::new(std::sync::Arc::default());
    let mut half = borrowed;
    let place = half.enter(|own| std::sync::Arc::clone(own)).unwrap();
    *place.lock().unwrap() = Some(Box::new(half));
    drop(place);
    drop(loan);
}

#[test]
fn destructors_of_lent_values_panic() {
    let log = Log::default();
    let (loan, borrowed) = Loan::new(test_support::Bomb(Note(&log, "bomb")));
    assert_eq!(panic_of(|| drop(loan)), "bomb");
    drop(borrowed);
    let (loan, mut borrowed) = Loan::new(test_support::Bomb(Note(&log, "bomb")));
    borrowed.enter(|_| drop(loan)).unwrap();
    assert_eq!(panic_of(|| drop(borrowed)), "bomb");
    assert_eq!(log.into_inner().unwrap(), ["bomb", "bomb"]);
}

#[test]
fn waiting_for_a_loan_is_a_cancellation_point() {
    let reason = scope(|set| {
        let (loan, borrowed) = Loan::new(1);
        set.spawn(|cancel| cancel.cancel()).detach();
        let waited = loan.wait();
        drop(borrowed);
        waited.unwrap_err().reason()
    });
    assert_eq!(reason.unwrap(), Reason::Requested);
}

#[test]
fn halves_are_sent_around() {
    let rounds = if cfg!(miri) { 2 } else { 100 };
    for _ in 0..rounds {
        let (loan, borrowed) = Loan::new(Vec::new());
        let ended = scope(|set| {
            let (send, receive) = channel::<Borrowed<Vec<u8>>>();
            let second = set.spawn(move |_| {
                let mut borrowed = receive.recv().unwrap();
                borrowed.enter(|bytes| bytes.push(2)).unwrap();
            });
            set.spawn(move |_| {
                let mut borrowed = borrowed;
                borrowed.enter(|bytes| bytes.push(1)).unwrap();
                send.send(borrowed).unwrap();
            })
            .detach();
            loan.wait().unwrap();
            second.join().unwrap();
            loan.end()
        });
        assert_eq!(ended.unwrap(), [1, 2]);
    }
}

#[test]
fn a_lender_in_a_destructor_during_a_panic() {
    struct Lends<'a>(&'a AtomicUsize);
    impl Drop for Lends<'_> {
        fn drop(&mut self) {
            let n = lend::<Value<usize>, _>(&3, |lender| lender.edge().enter(|n| *n));
            self.0.store(n.unwrap(), SeqCst);
        }
    }
    let seen = AtomicUsize::new(0);
    let caught = catch_unwind(AssertUnwindSafe(|| {
        let _lends = Lends(&seen);
        panic_any("outside");
    }));
    assert!(caught.is_err());
    assert_eq!(seen.into_inner(), 3);
}
