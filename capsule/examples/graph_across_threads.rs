//! A graph full of cycles is built in parts by several threads, merged, walked, sent away and sent back.
//!
//! The data are real: who was friends with whom in a karate club of 34 that broke apart in the 1970s. Each
//! faction is built by a thread of its own. The friendships across factions can be drawn when both parts are in one region.

use capsule::thread::spawn_build;
use capsule::{Brand, Capsule, CapsuleSend, Cell, Family, GhostToken, Rc, Weak};
use core::error::Error;
use std::collections::{BTreeMap, VecDeque};

const CLUB: &str = include_str!("data/karate.txt");

/// Those who stayed with the instructor.
const INSTRUCTORS: [u32; 17] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 17, 18, 20, 22];

/// Links hold nobody: the graph owns its members. So cycles are no leaks.
#[derive(CapsuleSend)]
struct Member<'b> {
    number: u32,
    friends: Cell<'b, Vec<Weak<'b, Member<'b>>>>,
}

#[derive(CapsuleSend, Family, Default)]
struct Club<'b> {
    members: BTreeMap<u32, Rc<'b, Member<'b>>>,
}

impl<'b> Club<'b> {
    fn member(&mut self, b: Brand<'b>, number: u32) -> Rc<'b, Member<'b>> {
        let new = || {
            Rc::new(
                b,
                Member {
                    number,
                    friends: Cell::new(Vec::new()),
                },
            )
        };
        self.members.entry(number).or_insert_with(new).clone()
    }

    fn befriend(&mut self, b: Brand<'b>, token: &mut GhostToken<'b>, (one, other): (u32, u32)) {
        let (one, other) = (self.member(b, one), self.member(b, other));
        one.friends.borrow_mut(token).push(Rc::downgrade(&other));
        other.friends.borrow_mut(token).push(Rc::downgrade(&one));
    }

    fn friends(member: &Member<'b>, token: &GhostToken<'b>) -> Vec<Rc<'b, Member<'b>>> {
        let friends = member.friends.borrow(token);
        friends.iter().filter_map(Weak::upgrade).collect()
    }

    /// How many steps it is from a member to the one who is farthest.
    fn farthest(&self, from: &Rc<'b, Member<'b>>, token: &GhostToken<'b>) -> usize {
        let mut steps = BTreeMap::from([(from.number, 0)]);
        let mut queue = VecDeque::from([from.clone()]);
        while let Some(member) = queue.pop_front() {
            let next = steps[&member.number] + 1;
            for friend in Self::friends(&member, token) {
                steps.entry(friend.number).or_insert_with(|| {
                    queue.push_back(friend.clone());
                    next
                });
            }
        }
        assert_eq!(steps.len(), self.members.len(), "everybody is reached");
        steps.into_values().max().unwrap_or(0)
    }

    /// Three who are friends with each other: the shortest cycles.
    fn triangles(&self, token: &GhostToken<'b>) -> usize {
        let mut found = 0;
        for one in self.members.values() {
            for two in Self::friends(one, token) {
                for three in Self::friends(&two, token) {
                    let closes = Self::friends(&three, token);
                    let ordered = one.number < two.number && two.number < three.number;
                    found +=
                        usize::from(ordered && closes.iter().any(|four| Rc::ptr_eq(four, one)));
                }
            }
        }
        found
    }
}

fn pairs() -> impl Iterator<Item = (u32, u32)> {
    CLUB.lines().filter_map(|line| {
        let (one, other) = line.split_once(' ')?;
        Some((one.parse().ok()?, other.parse().ok()?))
    })
}

fn faction(number: u32) -> bool {
    INSTRUCTORS.contains(&number)
}

fn main() -> Result<(), Box<dyn Error>> {
    // Each thread builds one faction, in a region of its own.
    let threads = [true, false].map(|side| {
        spawn_build::<Club<'static>>(move |b, token| {
            let mut club = Club::default();
            let within =
                |&(one, other): &(u32, u32)| faction(one) == side && faction(other) == side;
            pairs()
                .filter(within)
                .for_each(|pair| club.befriend(b, token, pair));
            club
        })
    });

    // This thread inherits both, in O(1) each, and draws what goes from one to the other.
    let parts = threads.map(|thread| thread.join_packed().expect("no panic"));
    let mut club = Capsule::collect(parts).map::<Club<'static>>(|parts, token| {
        let sizes: Vec<_> = parts.iter().map(|part| part.members.len()).collect();
        println!("members, by faction: {sizes:?}");
        let mut club = Club::default();
        for mut part in parts {
            club.members.append(&mut part.members);
        }
        let b = Brand::of(token);
        let across = |&(one, other): &(u32, u32)| faction(one) != faction(other);
        pairs()
            .filter(across)
            .for_each(|pair| club.befriend(b, token, pair));
        club
    });

    // It is walked here, and, sent away, there; and it comes back.
    let mut seen = Vec::new();
    for turn in 0..3 {
        let on_a_thread = std::thread::spawn(move || {
            let facts = club.with(|club, token| {
                let farthest = club.members.values().map(|from| club.farthest(from, token));
                (club.members.len(), farthest.max(), club.triangles(token))
            });
            (club, facts)
        });
        let (back, facts) = on_a_thread.join().expect("no panic");
        club = back;
        println!("turn {turn}: (members, diameter, triangles) = {facts:?}");
        seen.push(facts);
    }

    // What is known of this graph.
    if seen != [(34, Some(5), 45); 3] {
        return Err("the graph isn't that of the club".into());
    }
    Ok(())
}
