#!/usr/bin/env bash
# clippy has nothing to say, on all targets and features
source ci/lib.sh
cargo clippy --workspace --all-targets --features "$(all_stable_features)" -- -D warnings
