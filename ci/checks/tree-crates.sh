#!/usr/bin/env bash
# every package has its metadata, licences, changelog and lints
source ci/lib.sh

comm -3 <(members | sort) <(sources '*Cargo.toml' | sed 's|/*Cargo.toml$||' | grep . | sort) |
    none_of "The members of the workspace (left) and the packages in the tree (right) differ."

pinned=$(sed -n 's/^channel = "\(.*\)"$/\1/p' rust-toolchain.toml)
grep -q "^rust-version = \"${pinned%.*}\(\.0\)\?\"$" Cargo.toml ||
    { echo "rust-version isn't the pinned toolchain, $pinned"; exit 1; }

for member in $(members); do
    manifest=$member/Cargo.toml
    for key in version edition rust-version license; do
        grep -q "^$key\.workspace = true" "$manifest" || echo "$manifest: no \`$key.workspace = true\`"
    done
    grep -q '^description = ".' "$manifest" || echo "$manifest: no description"
    grep -A1 '^\[lints\]' "$manifest" | grep -q '^workspace = true' ||
        grep -q '^# Lints of its own:' "$manifest" ||
        echo "$manifest: neither \`[lints] workspace = true\` nor a comment \`# Lints of its own: why\`"
    ! grep -q "^proc-macro = true" "$manifest" ||
        grep -q "^#!\[forbid(unsafe_code)\]" "$member/src/lib.rs" ||
        echo "$member/src/lib.rs: a crate of macros has \`#![forbid(unsafe_code)]\`"
done | none_of "Metadata is shared, and lints are on, in every package."

for member in $(published); do
    manifest=$member/Cargo.toml
    grep -q '^readme = "README.md"' "$manifest" || echo "$manifest: no readme"
    for licence in LICENSE-MIT LICENSE-APACHE; do
        cmp -s "$licence" "$member/$licence" || echo "$member/$licence: isn't $licence (link to it)"
    done
    grep -q '^## \[' "$member/CHANGELOG.md" 2>/dev/null ||
        echo "$member/CHANGELOG.md: no version heading (\`## [Unreleased]\`)"
    [ -z "$(stable_features "$member")" ] || grep -q '^\[package.metadata.docs.rs\]' "$manifest" ||
        echo "$manifest: has features, but no docs.rs metadata"
done | none_of "A package in the registry stands alone: it needs these files."
