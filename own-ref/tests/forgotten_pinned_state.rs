//! Forgetting a pinned state and then panicking aborts. In a child process, since it does.
#![expect(clippy::mem_forget, reason = "forgetting is what is tested")]
#![cfg(all(not(miri), not(target_family = "wasm")))]

#[path = "expanded/fetch.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    missing_docs,
    missing_debug_implementations,
    clippy::must_use_candidate,
    clippy::type_complexity,
    reason = "a derive's expansion; each test uses a part of it"
)]
mod fetch;

use core::marker::PhantomPinned;
use core::panic::AssertUnwindSafe;
use core::pin::pin;
use fetch::{Connecting, ConnectingPart, Fetch, FetchState};
use own_ref::part::replace;
use own_ref::states::update_pin;
use std::panic::catch_unwind;
use std::process::Command;

const CHILD: &str = "OWN_REF_TEST_CHILD";

fn child(how: &str) {
    let mut fetch: core::pin::Pin<&mut Fetch<PhantomPinned, u8, u8>> =
        pin!(Fetch::Connecting(Connecting {
            page: PhantomPinned,
            dial: 1
        }));
    let caught = catch_unwind(AssertUnwindSafe(|| {
        update_pin::<_, (), _>(fetch.as_mut(), |now| {
            let FetchState::Connecting(state) = now.state() else {
                unreachable!()
            };
            match how {
                "state" => core::mem::forget(state),
                "part" => core::mem::forget(state.part().drop_dial()),
                "next" => core::mem::forget(state.next()),
                "turned" => {
                    let part = state.part().turn_dial(replace(|dial: u8| dial + 1));
                    core::mem::forget(ConnectingPart::of(part));
                }
                "vacated" => drop(state.part().drop_dial().vacate()),
                _ => drop(state),
            }
            panic!("after `{how}`");
        });
    }));
    assert!(caught.is_err());
    std::process::exit(7);
}

#[test]
fn forgetting_and_panicking_aborts() {
    if let Ok(how) = std::env::var(CHILD) {
        child(&how);
    }
    let exe = std::env::current_exe().unwrap();
    for how in ["state", "part", "next", "turned", "vacated", "nothing"] {
        let output = Command::new(&exe)
            .args(["forgetting_and_panicking_aborts", "--nocapture", "--exact"])
            .env(CHILD, how)
            .output()
            .unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(errors.contains(&format!("after `{how}`")), "{errors}");
        if how == "nothing" || how == "vacated" {
            assert_eq!(output.status.code(), Some(7), "{errors}");
        } else {
            assert_ne!(output.status.code(), Some(7), "{errors}");
            assert!(errors.contains("a pinned state was forgotten"), "{errors}");
        }
    }
}
