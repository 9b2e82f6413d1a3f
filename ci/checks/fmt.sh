#!/usr/bin/env bash
# rustfmt has nothing to change
source ci/lib.sh
cargo fmt --all --check
# Not part of any package:
rustfmt --edition 2024 --check ci/sanitizers/*.rs
