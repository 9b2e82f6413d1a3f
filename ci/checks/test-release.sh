#!/usr/bin/env bash
# the run tests pass optimised too, where aliasing mistakes show
source ci/lib.sh
cargo test --release --workspace --exclude trybuild-tests --lib --bins --tests --examples
