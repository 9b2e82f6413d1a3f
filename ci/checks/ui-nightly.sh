#!/usr/bin/env bash
# what is refused and what compiles is the same on nightly, with and without the true auto trait
source ci/lib.sh
need_nightly
export CARGO_TARGET_DIR=$PWD/target/ci/nightly
cargo "+$nightly" test -p trybuild-tests --test ui
cargo "+$nightly" test -p trybuild-tests --test ui --features nightly
