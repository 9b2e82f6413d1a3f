//! `structured`: `produce_consume`, `race`, `any`, `all`.

use core::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use core::time::Duration;
use leak::structured::{
    Cancel, Consumer, PopError, Producer, PushError, Reason, all, any, produce_consume, race, scope,
};
use std::panic::panic_any;
use test_support::{Bomb, Log, Note, panic_of, wait_for};

type In<'a, 'r, T> = &'a Producer<'r, T>;
type Out<'a, 'r, T> = &'a Consumer<'r, T>;

#[test]
fn everything_arrives_once() {
    let each = if cfg!(miri) { 20 } else { 20_000 };
    for (capacity, producers, consumers) in [(1, 1, 1), (1, 3, 2), (2, 2, 2), (3, 1, 4), (64, 4, 4)]
    {
        let (sent, got) = produce_consume(
            capacity,
            (0..producers).map(|p| {
                move |queue: In<'_, '_, Box<usize>>| {
                    for n in 0..each {
                        queue.push(Box::new(p * each + n)).unwrap();
                    }
                    each
                }
            }),
            (0..consumers).map(|_| {
                |queue: Out<'_, '_, Box<usize>>| queue.iter().map(|n| *n).collect::<Vec<_>>()
            }),
        )
        .unwrap();
        assert_eq!(sent.len(), producers);
        let per_consumer_in_order = got.iter().all(|got| {
            (0..producers).all(|p| {
                let of_one = got.iter().filter(|n| *n / each == p);
                of_one.is_sorted()
            })
        });
        assert!(per_consumer_in_order);
        let mut got = got.concat();
        got.sort_unstable();
        assert!(
            got.into_iter().eq(0..producers * each),
            "{capacity} {producers} {consumers}"
        );
    }
}

#[test]
fn the_capacity_is_exact() {
    for capacity in [1, 2, 3, 4, 7] {
        let tried = AtomicBool::new(false);
        let (pushed, popped) = produce_consume(
            capacity,
            [|queue: In<'_, '_, usize>| {
                let pushed = (0..100).take_while(|n| queue.try_push(*n).is_ok()).count();
                assert_eq!((queue.len(), queue.capacity()), (pushed, capacity));
                assert!(matches!(queue.try_push(9), Err(PushError::Full(9))));
                tried.store(true, SeqCst);
                pushed
            }],
            [|queue: Out<'_, '_, usize>| {
                wait_for(&tried);
                queue.iter().count()
            }],
        )
        .unwrap();
        assert_eq!((pushed[0], popped[0]), (capacity, capacity));
    }
}

#[test]
fn pushes_fail_when_the_consumers_are_gone() {
    let log = Log::default();
    let (errors, _) = produce_consume(
        1,
        [(); 2].map(|()| {
            |queue: In<'_, '_, _>| {
                loop {
                    if let Err(error) = queue.push(Note(&log, "value")) {
                        assert!(matches!(
                            queue.try_push(Note(&log, "value")),
                            Err(PushError::Closed(_))
                        ));
                        return error.into_inner();
                    }
                }
            }
        }),
        [|queue: Out<'_, '_, _>| queue.pop().map(drop)],
    )
    .unwrap();
    assert_eq!(errors.len(), 2, "given back, not lost");
    drop(errors);
    assert!(log.into_inner().unwrap().len() >= 5);
}

#[test]
fn nobody_on_the_other_side() {
    let (pushed, _) = produce_consume(
        1,
        [|queue: In<'_, '_, u8>| queue.push(1)],
        [] as [fn(Out<'_, '_, u8>); 0],
    )
    .unwrap();
    assert!(matches!(pushed[..], [Err(PushError::Closed(1))]));
    let (_, popped) = produce_consume(
        1,
        [] as [fn(In<'_, '_, u8>); 0],
        [|queue: Out<'_, '_, u8>| (queue.pop(), queue.try_pop())],
    )
    .unwrap();
    let finished = PopError::Finished;
    assert_eq!(popped, [(Err(finished), Err(finished))]);
}

#[test]
fn leftovers_are_dropped_by_the_allocator() {
    let log = Log::default();
    produce_consume(
        8,
        [|queue: In<'_, '_, _>| {
            for name in ["1", "2", "3", "4"] {
                queue.push(Note(&log, name)).ok();
            }
        }],
        [|queue: Out<'_, '_, _>| {
            while queue.len() < 4 {
                std::thread::yield_now();
            }
            drop(queue.pop());
            log.lock().unwrap().push("consumer gone");
        }],
    )
    .unwrap();
    let log = log.into_inner().unwrap();
    assert_eq!(log, ["1", "consumer gone", "2", "3", "4"]);
}

#[test]
fn panicking_leftovers_skip_nothing() {
    let log = Log::default();
    let panics = produce_consume(
        4,
        [|queue: In<'_, '_, _>| {
            for name in ["1", "2", "3"] {
                queue.push(Bomb(Note(&log, name))).unwrap();
            }
        }],
        [|queue: Out<'_, '_, _>| {
            while queue.len() < 3 {
                std::thread::yield_now();
            }
        }],
    )
    .unwrap_err();
    let messages: Vec<_> = panics.messages().collect();
    assert_eq!(messages, ["1", "2", "3"]);
    assert_eq!(log.into_inner().unwrap(), ["1", "2", "3"]);
}

#[test]
fn a_panic_of_either_side_ends_the_other() {
    let log = Log::default();
    let panics = produce_consume(
        2,
        [|queue: In<'_, '_, _>| {
            queue.push(Note(&log, "value")).unwrap();
            panic_any("producer")
        }],
        [|queue: Out<'_, '_, _>| queue.iter().count()],
    )
    .unwrap_err();
    assert!(panics.messages().eq(["producer"]));
    let panics = produce_consume(
        2,
        [|queue: In<'_, '_, _>| while queue.push(Note(&log, "value")).is_ok() {}],
        [|queue: Out<'_, '_, _>| {
            queue.pop().map(drop).unwrap();
            panic_any("consumer")
        }],
    )
    .unwrap_err();
    assert!(panics.messages().eq(["consumer"]));
}

#[test]
fn both_ends_are_cancellation_points() {
    let reason = |popped: Result<u8, PopError>| match popped {
        Err(PopError::Cancelled(cancelled)) => Some(cancelled.reason()),
        _ => None,
    };
    let ended = scope(|set| {
        let queue = set.spawn(|_| {
            produce_consume(
                1,
                // One fills the queue and waits; the other waits for a value that doesn't come.
                [|queue: In<'_, '_, u8>| {
                    _ = queue.push(1); // the cancellation may come before it
                    queue.push(2)
                }],
                [|_: Out<'_, '_, u8>| {
                    leak::structured::scope(|inner| inner.handle().sleep(Duration::MAX))
                }],
            )
            .unwrap()
        });
        let empty = set.spawn(|_| {
            produce_consume(
                1,
                [|_: In<'_, '_, u8>| scope(|inner| inner.handle().sleep(Duration::MAX)).unwrap()],
                [|queue: Out<'_, '_, u8>| {
                    (queue.pop(), queue.try_pop().is_err(), queue.iter().count())
                }],
            )
            .unwrap()
        });
        std::thread::yield_now();
        set.cancel();
        (queue.join().unwrap(), empty.join().unwrap())
    });
    let ((pushed, _), (_, popped)) = ended.unwrap();
    assert!(matches!(pushed[..], [Err(PushError::Cancelled(2, _))]));
    let (first, again, rest) = popped[0];
    assert_eq!(
        (reason(first), again, rest),
        (Some(Reason::Requested), true, 0)
    );
}

#[test]
fn a_queue_without_room() {
    let said = panic_of(|| {
        produce_consume(
            0,
            [|queue: In<'_, '_, u8>| queue.push(1)],
            [|queue: Out<'_, '_, u8>| queue.pop()],
        )
    });
    assert!(said.contains("help: "), "{said}");
}

#[test]
fn zero_sized_and_large_values() {
    let (_, counts) = produce_consume(
        2,
        [|queue: In<'_, '_, ()>| (0..10).for_each(|_| queue.push(()).unwrap())],
        [|queue: Out<'_, '_, ()>| queue.iter().count()],
    )
    .unwrap();
    assert_eq!(counts, [10]);
    let (_, sums) = produce_consume(
        2,
        [|queue: In<'_, '_, [u64; 256]>| (0..10).for_each(|n| queue.push([n; 256]).unwrap())],
        [|queue: Out<'_, '_, [u64; 256]>| queue.iter().map(|block| block[255]).sum::<u64>()],
    )
    .unwrap();
    assert_eq!(sums, [45]);
}

#[test]
fn values_that_borrow() {
    let text = String::from("a b c");
    let (_, words) = produce_consume(
        1,
        [|queue: In<'_, '_, _>| {
            text.split(' ')
                .try_for_each(|word| queue.push(word))
                .is_ok()
        }],
        [|queue: Out<'_, '_, _>| queue.iter().collect::<Vec<&str>>()],
    )
    .unwrap();
    assert_eq!(words, [["a", "b", "c"]]);
}

#[test]
fn a_race_is_won_once() {
    let rounds = if cfg!(miri) { 3 } else { 200 };
    let log = Log::default();
    for _ in 0..rounds {
        let first = race((0..4).map(|_| |_: Cancel<'_>| Note(&log, "value"))).unwrap();
        assert!(first.is_some());
    }
    assert_eq!(log.lock().unwrap().len(), rounds * 4);
    assert_eq!(race([] as [fn(Cancel<'_>) -> u8; 0]).unwrap(), None);
    let panics = race([0, 1].map(|n| {
        move |_: Cancel<'_>| {
            if n == 1 {
                panic_any("loser");
            }
        }
    }));
    assert!(panics.unwrap_err().messages().eq(["loser"]));
}

#[test]
fn the_losers_are_cancelled() {
    let cancelled = AtomicUsize::new(0);
    let tasks = (0..3).map(|n| {
        let cancelled = &cancelled;
        move |cancel: Cancel<'_>| {
            if n > 0 {
                let slept = cancel.sleep(Duration::from_hours(1));
                cancelled.fetch_add(usize::from(slept.is_err()), SeqCst);
                return Err(n);
            }
            Ok(n)
        }
    });
    assert_eq!(any(tasks.clone()).unwrap(), Ok(0));
    assert_eq!(cancelled.swap(0, SeqCst), 2);
    let swapped = tasks.map(|task| move |cancel: Cancel<'_>| task(cancel).map_or_else(Ok, Err));
    assert_eq!(all(swapped).unwrap(), Err(0));
    assert_eq!(cancelled.into_inner(), 2);
}

#[test]
fn all_and_any_of_nothing() {
    type Task = fn(Cancel<'_>) -> Result<u8, u8>;
    assert_eq!(all([] as [Task; 0]).unwrap(), Ok(vec![]));
    assert_eq!(any([] as [Task; 0]).unwrap(), Err(vec![]));
}
