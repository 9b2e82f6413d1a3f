#!/usr/bin/env bash
# the examples of the libraries run to their end
source ci/lib.sh
for member in $(libraries); do
    package=$(package_name "$member")
    for example in "$member"/examples/*.rs; do
        [ -f "$example" ] || continue
        name=$(basename "$example" .rs)
        echo "== $package: $name"
        cargo run --quiet --release -p "$package" --features "$(stable_features "$member" | paste -sd,)" --example "$name"
    done
done
