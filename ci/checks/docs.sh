#!/usr/bin/env bash
# the docs build without warnings, as on docs.rs too
source ci/lib.sh
export RUSTDOCFLAGS="-D warnings"
cargo doc --workspace --no-deps --features "$(all_stable_features)"
if rustc "+$nightly" --version >/dev/null 2>&1; then
    export RUSTDOCFLAGS="-D warnings --cfg docsrs" CARGO_TARGET_DIR=$PWD/target/ci/nightly
    for member in $(published); do
        cargo "+$nightly" doc -p "$(package_name "$member")" --no-deps --all-features
    done
fi
