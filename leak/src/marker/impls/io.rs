//! `std::io`, `std::fs` and `std::net`. Files and sockets stay open when they are forgotten, and a
//! `BufWriter` doesn't write what it holds: a loss of resources or data, but never of soundness.

use std::{fs, io, net};

use super::macros::{leak_always, leak_if_content_is, leak_static};

leak_if_content_is! {
    [R: ?Sized] io::BufReader<R>;
    [R] io::Bytes<R>;
    [A, B] io::Chain<A, B>;
    [T] io::Cursor<T>;
    [W] io::IntoInnerError<W>;
    [R] io::Lines<R>;
    [R] io::Split<R>;
    [R] io::Take<R>;
}

// `W` is named with its bound `Write`, so these don't fit the macro.

// SAFETY: clause 1: the destructor writes the buffer, if it runs. Clause 2: the writer is `Leak`.
unsafe impl<W: ?Sized + io::Write + crate::Leak> crate::Leak for io::BufWriter<W> {}
// SAFETY: as above.
unsafe impl<W: ?Sized + io::Write + crate::Leak> crate::Leak for io::LineWriter<W> {}

leak_static! {
    io::Empty, io::Repeat, io::Sink, io::SeekFrom,
    io::Error, io::ErrorKind, io::WriterPanicked,
    io::Stdin, io::Stdout, io::Stderr,
    io::PipeReader, io::PipeWriter,

    fs::DirBuilder, fs::DirEntry, fs::File, fs::FileTimes, fs::FileType, fs::Metadata,
    fs::OpenOptions, fs::Permissions, fs::ReadDir, fs::TryLockError,

    net::Shutdown, net::TcpListener, net::TcpStream, net::UdpSocket,
}

leak_always! {
    [] io::IoSlice<'_>;
    [] io::IoSliceMut<'_>;
    [] net::Incoming<'_>;

    // Mutex guards within.
    [] io::StdinLock<'_>;
    [] io::StdoutLock<'_>;
    [] io::StderrLock<'_>;
}

#[cfg(unix)]
mod unix {
    use std::os::fd::{BorrowedFd, OwnedFd};
    use std::os::unix::net;

    use crate::marker::impls::macros::{leak_always, leak_static};

    leak_static! {
        OwnedFd, net::SocketAddr, net::UnixDatagram, net::UnixListener, net::UnixStream,
    }

    leak_always! {
        [] BorrowedFd<'_>;
        [] net::Incoming<'_>;
    }
}

#[cfg(windows)]
mod windows {
    use std::os::windows::ffi::EncodeWide;
    use std::os::windows::io::{
        BorrowedHandle, BorrowedSocket, HandleOrInvalid, HandleOrNull, InvalidHandleError,
        NullHandleError, OwnedHandle, OwnedSocket,
    };

    use crate::marker::impls::macros::{leak_always, leak_static};

    leak_static! {
        OwnedHandle, OwnedSocket, HandleOrInvalid, HandleOrNull, InvalidHandleError,
        NullHandleError,
    }

    leak_always! {
        [] BorrowedHandle<'_>;
        [] BorrowedSocket<'_>;
        [] EncodeWide<'_>;
    }
}
