//! Owned slices against a model: whatever is split off, in whatever order, every element is dropped
//! once, and by whom the model says.

use core::cell::RefCell;
use own_ref::{Filling, Own, Slot};
use std::collections::BTreeMap;

/// How often each element was dropped.
type Drops = RefCell<BTreeMap<u32, u32>>;

struct Item<'a>(&'a Drops, u32);

impl Drop for Item<'_> {
    fn drop(&mut self) {
        *self.0.borrow_mut().entry(self.1).or_default() += 1;
    }
}

/// A generator of numbers; any will do.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

const LENGTH: usize = 12;

/// The elements that were dropped, once each, since the last call.
fn dropped(drops: &Drops) -> Vec<u32> {
    let drops = core::mem::take(&mut *drops.borrow_mut());
    assert!(drops.values().all(|times| *times == 1), "{drops:?}");
    drops.into_keys().collect()
}

fn ids(items: &[Item<'_>]) -> Vec<u32> {
    items.iter().map(|item| item.1).collect()
}

/// Splits, takes and drops at random, until nothing is left.
fn run(seed: u64) {
    let drops = Drops::default();
    let mut numbers = Numbers(seed);
    let mut slot = Slot::<[Item<'_>; LENGTH]>::new();
    let length = numbers.below(LENGTH + 1);
    let mut filling: Filling<'_, _> = slot.hole().into_slice().filling();
    filling.extend((0..u32::try_from(length).unwrap()).map(|id| Item(&drops, id)));
    let mut slices = vec![filling.into_filled()];

    while !slices.is_empty() {
        let at = numbers.below(slices.len());
        let slice = slices.swap_remove(at);
        let expected = ids(&slice);
        match numbers.below(6) {
            0 => {
                drop(slice);
                assert_eq!(dropped(&drops), expected);
            }
            1 => {
                let mid = numbers.below(slice.len() + 1);
                let (head, tail) = Own::split_at(slice, mid);
                assert_eq!([ids(&head), ids(&tail)].concat(), expected);
                // A slice of none or of all is not progress, but comes to an end by the others.
                slices.extend([head, tail].into_iter().filter(|slice| !slice.is_empty()));
            }
            2 => match Own::split_first(slice) {
                Ok((first, rest)) => {
                    drop(first);
                    assert_eq!(dropped(&drops), expected[..1]);
                    slices.push(rest);
                }
                Err(empty) => assert!(empty.is_empty()),
            },
            3 => match Own::split_last(slice) {
                Ok((last, rest)) => {
                    let item = Own::into_inner(last);
                    assert_eq!(dropped(&drops), [0_u32; 0]);
                    drop(item);
                    assert_eq!(dropped(&drops), expected[expected.len() - 1..]);
                    slices.push(rest);
                }
                Err(empty) => assert!(empty.is_empty()),
            },
            4 => {
                let mut items = Own::into_items(slice);
                let (front, back) = (items.next(), items.next_back());
                assert_eq!(front.as_ref().map(|item| item.1), expected.first().copied());
                drop((front, back));
                assert_eq!(dropped(&drops).len(), expected.len().min(2));
                slices.push(items.into_rest());
            }
            _ => match Own::try_into_array::<3>(slice) {
                Ok(array) => {
                    let [a, b, c] = Own::each(array);
                    assert_eq!([a.1, b.1, c.1], *expected);
                    drop((c, a, b));
                    assert_eq!(dropped(&drops), expected);
                }
                Err(slice) => slices.push(slice),
            },
        }
    }
    assert_eq!(dropped(&drops), [0_u32; 0]);
}

#[test]
fn slices_behave_like_the_model() {
    for seed in 0..if cfg!(miri) { 20 } else { 5_000 } {
        run(seed);
    }
}
