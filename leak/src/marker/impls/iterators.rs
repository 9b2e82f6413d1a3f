//! The iterators of `core`. An adapter is `Leak` if all its parts are; a closure among them isn't,
//! on stable.

use core::{array, ascii, char, iter, option, result, slice, str};

use super::macros::{leak_always, leak_if_content_is, leak_static};

leak_if_content_is! {
    [T; const N] array::IntoIter<T, N>;
    [T] option::IntoIter<T>;
    [T] result::IntoIter<T>;

    [A, B] iter::Chain<A, B>;
    [I] iter::Cloned<I>;
    [I] iter::Copied<I>;
    [I] iter::Cycle<I>;
    [I] iter::Enumerate<I>;
    [I, P] iter::Filter<I, P>;
    [I, F] iter::FilterMap<I, F>;
    [F] iter::FromFn<F>;
    [I] iter::Fuse<I>;
    [I, F] iter::Inspect<I, F>;
    [I, F] iter::Map<I, F>;
    [I, P] iter::MapWhile<I, P>;
    [T] iter::Once<T>;
    [F] iter::OnceWith<F>;
    [T] iter::Repeat<T>;
    [T] iter::RepeatN<T>;
    [F] iter::RepeatWith<F>;
    [I] iter::Rev<I>;
    [I, S, F] iter::Scan<I, S, F>;
    [I] iter::Skip<I>;
    [I, P] iter::SkipWhile<I, P>;
    [I] iter::StepBy<I>;
    [T, F] iter::Successors<T, F>;
    [I] iter::Take<I>;
    [I, P] iter::TakeWhile<I, P>;
    [A, B] iter::Zip<A, B>;
    [I] char::DecodeUtf16<I> where [I: Iterator<Item = u16>];

    // It owns up to two inner iterators.
    [I] iter::Flatten<I> where [
        I: Iterator<Item: IntoIterator>, <I::Item as IntoIterator>::IntoIter: crate::Leak
    ];
    // It may own the item it peeked at.
    [I] iter::Peekable<I> where [I: Iterator, I::Item: crate::Leak];
}

// SAFETY: clause 1: no destructor of its own. Clause 2: it owns the outer iterator, up to two inner
// ones, and the function. All of these are `Leak`. It owns no `U`.
unsafe impl<I, U, F> crate::Leak for iter::FlatMap<I, U, F>
where
    I: crate::Leak,
    U: IntoIterator<IntoIter: crate::Leak>,
    F: crate::Leak,
{
}

leak_always! {
    [T] iter::Empty<T>;

    // They look at a collection, or lend out references to its elements. Each element stays where
    // it is, and is destroyed with the collection.
    ['a, T] option::Iter<'a, T>;
    ['a, T] option::IterMut<'a, T>;
    ['a, T] result::Iter<'a, T>;
    ['a, T] result::IterMut<'a, T>;
    ['a, T] slice::Iter<'a, T>;
    ['a, T] slice::IterMut<'a, T>;
    ['a, T] slice::Windows<'a, T>;
    ['a, T, const N: usize] slice::ArrayWindows<'a, T, N>;
    ['a, T] slice::Chunks<'a, T>;
    ['a, T] slice::ChunksMut<'a, T>;
    ['a, T] slice::ChunksExact<'a, T>;
    ['a, T] slice::ChunksExactMut<'a, T>;
    ['a, T] slice::RChunks<'a, T>;
    ['a, T] slice::RChunksMut<'a, T>;
    ['a, T] slice::RChunksExact<'a, T>;
    ['a, T] slice::RChunksExactMut<'a, T>;
    ['a, T, P: crate::Leak] slice::ChunkBy<'a, T, P>;
    ['a, T, P: crate::Leak] slice::ChunkByMut<'a, T, P>;
    ['a, T, P: crate::Leak + FnMut(&T) -> bool] slice::Split<'a, T, P>;
    ['a, T, P: crate::Leak + FnMut(&T) -> bool] slice::SplitMut<'a, T, P>;
    ['a, T, P: crate::Leak + FnMut(&T) -> bool] slice::SplitInclusive<'a, T, P>;
    ['a, T, P: crate::Leak + FnMut(&T) -> bool] slice::SplitInclusiveMut<'a, T, P>;
    ['a, T, P: crate::Leak + FnMut(&T) -> bool] slice::SplitN<'a, T, P>;
    ['a, T, P: crate::Leak + FnMut(&T) -> bool] slice::SplitNMut<'a, T, P>;
    ['a, T, P: crate::Leak + FnMut(&T) -> bool] slice::RSplit<'a, T, P>;
    ['a, T, P: crate::Leak + FnMut(&T) -> bool] slice::RSplitMut<'a, T, P>;
    ['a, T, P: crate::Leak + FnMut(&T) -> bool] slice::RSplitN<'a, T, P>;
    ['a, T, P: crate::Leak + FnMut(&T) -> bool] slice::RSplitNMut<'a, T, P>;

    [] slice::EscapeAscii<'_>;
    [] str::Bytes<'_>;
    [] str::CharIndices<'_>;
    [] str::Chars<'_>;
    [] str::EncodeUtf16<'_>;
    [] str::EscapeDebug<'_>;
    [] str::EscapeDefault<'_>;
    [] str::EscapeUnicode<'_>;
    [] str::Lines<'_>;
    [] str::SplitAsciiWhitespace<'_>;
    [] str::SplitWhitespace<'_>;
    [] str::Utf8Chunks<'_>;
}

leak_static! {
    ascii::EscapeDefault,
    char::EscapeDebug, char::EscapeDefault, char::EscapeUnicode,
    char::ToLowercase, char::ToUppercase,
}
