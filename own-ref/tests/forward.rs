//! Owned references stand for their values, as `Box` does.

use core::borrow::{Borrow, BorrowMut};
use core::error::Error;
use core::fmt::Write as _;
use core::hash::{Hash, Hasher};
use own_ref::{Own, Slot};
use std::collections::HashSet;
use std::collections::hash_map::DefaultHasher;
use std::io::{BufRead, Cursor, Read, Seek, SeekFrom, Write};

macro_rules! own {
    ($value:expr) => {
        Slot::new().put($value)
    };
}

#[test]
fn comparing_and_hashing() {
    assert!(own!(1) == own!(1) && own!(1) < own!(2) && own!(2) >= own!(2) && own!(3) > own!(2));
    assert!(own!(f64::NAN) != own!(f64::NAN) && own!(1) <= own!(1));
    assert_eq!(own!(1).cmp(&own!(2)), 1.cmp(&2));
    assert_eq!(own!(f64::NAN).partial_cmp(&own!(1.0)), None);
    let hash = |value: &dyn Fn(&mut DefaultHasher)| {
        let mut hasher = DefaultHasher::new();
        value(&mut hasher);
        hasher.finish()
    };
    assert_eq!(hash(&|h| own!("a").hash(h)), hash(&|h| "a".hash(h)));

    let (mut a, mut b) = (Slot::new(), Slot::new());
    let set: HashSet<Own<'_, String>> = [a.put("a".to_owned()), b.put("b".to_owned())].into();
    let a = String::from("a");
    assert!(set.contains(&a) && set.len() == 2); // by `Borrow`

    let mut slot = Slot::new();
    let mut hasher = slot.put(DefaultHasher::new());
    1_u8.hash(&mut hasher);
    2_u16.hash(&mut hasher);
    3_u32.hash(&mut hasher);
    4_u64.hash(&mut hasher);
    5_u128.hash(&mut hasher);
    6_usize.hash(&mut hasher);
    "text".hash(&mut hasher);
    let direct = hash(&|h| {
        (1_u8, 2_u16, 3_u32).hash(h);
        (4_u64, 5_u128, 6_usize, "text").hash(h);
    });
    assert_eq!(hasher.finish(), direct);
}

#[test]
fn formatting() {
    let mut slot = Slot::new();
    let mut text = slot.put(String::from("a"));
    write!(text, "{}{:?}", own!("b"), own!("c")).unwrap();
    text.write_char('!').unwrap();
    text.write_str("!").unwrap();
    assert_eq!(*text, "ab\"c\"!!");
    assert_eq!(format!("{text:p}"), format!("{:p}", &raw const *text));
}

#[test]
fn references() {
    let mut slot = Slot::new();
    let mut own = slot.put([1, 2]);
    let shared: &[i32; 2] = own.as_ref();
    assert_eq!(shared.len(), 2);
    let unique: &mut [i32; 2] = own.as_mut();
    unique[0] = 5;
    let borrowed: &[i32; 2] = own.borrow();
    assert_eq!(borrowed[0], 5);
    let borrowed: &mut [i32; 2] = own.borrow_mut();
    borrowed[1] = 6;
    assert_eq!(*own, [5, 6]);
}

#[test]
fn iterating() {
    let mut slot = Slot::new();
    let mut iter = slot.put([1, 2, 3, 4, 5, 6].into_iter());
    assert_eq!((iter.len(), iter.size_hint()), (6, (6, Some(6))));
    assert_eq!(
        (iter.next(), iter.nth(1), iter.next_back(), iter.nth_back(0)),
        (Some(1), Some(3), Some(6), Some(5))
    );
    assert_eq!(iter.collect::<Vec<_>>(), [4]);
}

#[test]
fn reading_and_writing() {
    let mut slot = Slot::new();
    let mut file = slot.put(Cursor::new(Vec::new()));
    file.write_all(b"one\ntwo\n").unwrap();
    write!(file, "{}", 3).unwrap();
    assert_eq!(file.write(b"!").unwrap(), 1);
    file.flush().unwrap();
    file.seek(SeekFrom::Start(0)).unwrap();
    let mut line = String::new();
    file.read_line(&mut line).unwrap();
    assert_eq!(
        (line.as_str(), file.stream_position().unwrap()),
        ("one\n", 4)
    );
    let mut two = [0; 3];
    file.read_exact(&mut two).unwrap();
    assert_eq!((&two, file.fill_buf().unwrap()[0]), (b"two", b'\n'));
    file.consume(1);
    let mut rest = Vec::new();
    assert_eq!(file.read_until(b'3', &mut rest).unwrap(), 1);
    file.read_to_end(&mut rest).unwrap();
    assert_eq!(rest, b"3!");
    assert_eq!(file.read_to_string(&mut line).unwrap(), 0);
    assert_eq!(file.read(&mut two).unwrap(), 0);
}

#[test]
fn errors() {
    let mut slot = Slot::new();
    let error = std::io::Error::other("x".parse::<u8>().unwrap_err());
    let own = slot.put(error);
    let error: &dyn Error = &own;
    assert!(error.source().is_none() && error.to_string().contains("invalid digit"));
}

#[cfg(feature = "serde")]
#[test]
fn serialising() {
    use serde::de::DeserializeSeed;

    assert_eq!(serde_json::to_string(&own!(vec![1, 2])).unwrap(), "[1,2]");
    let mut slot = Slot::<Vec<u8>>::new();
    let mut json = serde_json::Deserializer::from_str("[1, \"two\"]");
    assert!(slot.hole().deserialize(&mut json).is_err());
}
