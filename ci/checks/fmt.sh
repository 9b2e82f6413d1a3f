#!/usr/bin/env bash
# rustfmt has nothing to change
source ci/lib.sh
cargo fmt --all --check -- --color never
# Not part of any package:
rustfmt --color never --edition 2024 --check ci/sanitizers/*.rs
