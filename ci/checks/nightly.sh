#!/usr/bin/env bash
# the same tests pass on nightly with the true auto trait: stable is a subset
source ci/lib.sh
need_nightly
export CARGO_TARGET_DIR=$PWD/target/ci/nightly
for member in $(published); do
    grep -q '^nightly = ' "$member/Cargo.toml" || continue
    package=$(package_name "$member")
    RUSTFLAGS="-D warnings" cargo "+$nightly" check -p "$package" --all-features
    cargo "+$nightly" test -p "$package" --all-features --lib --tests --examples
done
