//! What a lender and its edges share.

use super::Revoked;
use crate::structured::age::{Birth, OwnThread};
use crate::structured::sync::Arc;
use crate::structured::word::{Entered, Word};
use core::fmt;

/// # Invariants
///
/// 1. While there is an [`Entered`] of `word`, `data` points to what was lent, valid as the lending
///    function says.
pub(super) struct Core {
    word: Word,
    data: *const (),
}

// SAFETY: the pointer is given to those who enter, on whatever thread; the lending functions ask for the
// auto trait that this needs: `Sync` of what is shared, `Send` of what goes to one.
unsafe impl Send for Core {}
// SAFETY: as above.
unsafe impl Sync for Core {}

impl fmt::Debug for Core {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.word.fmt(f)
    }
}

impl Core {
    /// The data, for as long as the second half of the answer lives.
    #[inline]
    pub(super) fn enter(&self) -> Result<(*const (), Entered<'_>), Revoked> {
        let entered = self.word.enter().ok_or(Revoked)?;
        Ok((self.data, entered))
    }

    /// As [`enter`](Self::enter), for one only, ever.
    pub(super) fn enter_as_the_only_one(&self) -> Result<(*const (), Entered<'_>), Revoked> {
        let entered = self.word.enter_as_the_only_one().ok_or(Revoked)?;
        Ok((self.data, entered))
    }

    pub(super) fn is_closed(&self) -> bool {
        self.word.is_closed()
    }

    pub(super) fn inside(&self) -> usize {
        self.word.inside()
    }
}

/// The frame that lends. Closes when dropped, and waits until all have left.
pub(super) struct Frame {
    core: Arc<Core>,
    birth: Birth,
    _own_thread: OwnThread,
}

impl Frame {
    /// # Safety
    ///
    /// 1. `data` stays valid, as those who enter use it, until the frame is dropped; and the frame is
    ///    dropped.
    pub(super) unsafe fn new(data: *const ()) -> Self {
        // INVARIANT: 1: by clause 1. The drop below returns when the last `Entered` is gone.
        Self {
            core: Arc::new(Core {
                word: Word::new(),
                data,
            }),
            birth: Birth::now(),
            _own_thread: OwnThread::HERE,
        }
    }

    pub(super) const fn core(&self) -> &Arc<Core> {
        &self.core
    }

    /// Revokes, and waits for those inside, if this thread may wait for them here.
    pub(super) fn close(&self) {
        assert!(
            self.birth.may_be_waited_for(),
            "a lender can't be closed by a thread that is inside one of its edges, or inside another \
             edge that it entered after the lender was opened: it would wait for itself; help: \
             leave the edge first, or call `revoke`, which doesn't wait"
        );
        self.core.word.close();
        self.core.word.wait();
    }

    /// Revokes, and doesn't wait.
    pub(super) fn revoke(&self) {
        self.core.word.close();
    }
}

impl Drop for Frame {
    fn drop(&mut self) {
        // Calls nest, so a thread that is here has left what it entered later.
        self.core.word.close();
        self.core.word.wait();
    }
}

impl fmt::Debug for Frame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.core.fmt(f)
    }
}
