#!/usr/bin/env bash
# the libraries compile, without warnings, under every set of features
source ci/lib.sh
export RUSTFLAGS="-D warnings" CARGO_TARGET_DIR=$PWD/target/ci/features

if cargo hack --version >/dev/null 2>&1; then
    cargo hack check --workspace --no-private --feature-powerset --exclude-features nightly
    exit
fi

# All subsets of the words given, one per line, the empty one first.
subsets() {
    if [ $# = 0 ]; then
        echo
        return
    fi
    local first=$1 rest
    shift
    subsets "$@" | while read -r rest; do
        echo "$rest"
        echo "$first $rest"
    done
}

for member in $(published); do
    package=$(package_name "$member")
    # shellcheck disable=SC2046
    subsets $(stable_features "$member") | while read -r set; do
        echo "$package: ${set:-no features}"
        cargo check --quiet -p "$package" --no-default-features --features "$set"
    done
done
