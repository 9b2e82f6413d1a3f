#!/usr/bin/env bash
# what would go to the registry contains what it needs
source ci/lib.sh
for member in $(published); do
    package=$(package_name "$member")
    files=$(cargo package -p "$package" --list --allow-dirty)
    echo "$package: $(wc -l <<<"$files") files"
    for file in Cargo.toml README.md CHANGELOG.md LICENSE-MIT LICENSE-APACHE src/lib.rs; do
        grep -qx "$file" <<<"$files" || echo "$package: no $file"
    done | none_of "cargo package --list"
done
