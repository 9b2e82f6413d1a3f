#!/usr/bin/env bash
# macro crates are locked to their libraries; all else comes from the registry
source ci/lib.sh

version=$(sed -n '/^\[workspace.package\]/,/^\[/s/^version = "\(.*\)"/\1/p' Cargo.toml)
for member in $(members); do
    name=$(package_name "$member")
    entry=$(sed -n "/^\[workspace.dependencies\]/,/^\[/s|^\($name = .*path = \"$member\".*\)|\1|p" Cargo.toml)
    grep -q '^publish = false' "$member/Cargo.toml" && continue
    if grep -q '^proc-macro = true' "$member/Cargo.toml" || [[ $name == *-macro-support ]]; then
        [[ $entry == *"version = \"=$version\""* ]] ||
            echo "Cargo.toml: \`$name\` isn't locked with \`version = \"=$version\"\`"
    elif [ -n "$entry" ]; then
        [[ $entry == *"version = \"$version\""* ]] || echo "Cargo.toml: \`$name\` isn't at $version"
    fi
done | none_of "A library and its macros share private code: only the same release fits."

# A path is right only where `workspace = true` can't say it: for a dependency with another name, and for
# a library as a dev-dependency of its own macros, which may have no version.
for member in $(members); do
    sed -n '/dependencies\]$/,/^\[[^d]/p' "$member/Cargo.toml" | grep -E '(git|path) = ' |
        grep -v -e 'package = ' -e 'path = "\.\."' | sed "s|^|$member/Cargo.toml: |" || true
done | none_of "Own packages are named in [workspace.dependencies], others come from the registry."

{ grep '^source = ' Cargo.lock || true; } | sort -u | { grep -v '^source = "registry+' || true; } |
    none_of "Cargo.lock: packages come from a registry, not from git or a folder."
[ "$(grep -c '^source = ' Cargo.lock)" = 0 ] || [ "$(grep '^source = ' Cargo.lock | sort -u | wc -l)" = 1 ] ||
    { echo "Cargo.lock: more than one registry"; exit 1; }
cargo metadata --format-version 1 --locked >/dev/null
