//! `bytes::Bytes`.

use bytes::{Bytes, BytesMut};

super::shared! {
    [] Bytes => [u8], "1. the bytes are on the heap or static; a `Bytes` is a pointer to them. 2. they are freed with the last owner; what shortens a `Bytes` needs `&mut`.";
    [] BytesMut => [u8], "1. the bytes are on the heap. 2. only this owns them; what changes it needs `&mut`.";
}

super::exclusive! {
    [] BytesMut => [u8], "1., 2. as above.";
}

super::cloned! {
    [] Bytes, "1. the clone points to the same bytes, and owns them too.";
}
