#!/usr/bin/env bash
# models of the atomic protocols: loom tries the interleavings of threads
source ci/lib.sh
# Three preemptions find nearly all that more would find, and the number of interleavings stays bounded.
# A model that isn't through after so many seconds passes with what it has seen.
export LOOM_MAX_PREEMPTIONS=${LOOM_MAX_PREEMPTIONS:-3} LOOM_MAX_DURATION=${LOOM_MAX_DURATION:-30} LOOM_MAX_BRANCHES=${LOOM_MAX_BRANCHES:-20000}
export RUSTFLAGS="--cfg loom" CARGO_TARGET_DIR=$PWD/target/ci/loom
timeout 900 cargo test --release -p leak --lib models -- --test-threads 1 | tee "$CARGO_TARGET_DIR.log"
grep -qE 'test result: ok. [1-9]' "$CARGO_TARGET_DIR.log" || { echo "no model was run"; exit 1; }
