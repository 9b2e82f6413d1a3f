#!/usr/bin/env bash
# examples that must not compile fail with the code they name (stable doesn't look at it)
source ci/lib.sh
need_nightly
export CARGO_TARGET_DIR=$PWD/target/ci/nightly
for member in $(published); do
    package=$(package_name "$member")
    cargo "+$nightly" test -p "$package" --doc --features "$(qualified_features "$member")"
    ! grep -q '^nightly = ' "$member/Cargo.toml" ||
        cargo "+$nightly" test -p "$package" --doc --all-features
done
