#!/usr/bin/env bash
# the run tests under Miri: Stacked and Tree Borrows, strict provenance
source ci/lib.sh
need_nightly
cargo "+$nightly" miri --version >/dev/null 2>&1 || skip "miri isn't installed for $nightly"
export CARGO_TARGET_DIR=$PWD/target/ci/miri
for model in "" -Zmiri-tree-borrows; do
    for member in $(libraries); do
        MIRIFLAGS="-Zmiri-strict-provenance $model" \
            cargo "+$nightly" miri test -p "$(package_name "$member")" \
            --features "$(qualified_features "$member")" --lib --tests
    done
done
