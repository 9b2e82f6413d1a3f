# Shared by the steps in `ci/checks`. Sourced, from the root of the repository.
set -euo pipefail
nightly=${NIGHTLY:-nightly}

# Ends a step whose tool isn't installed. `.ci/run` prints the reason and counts it.
skip() {
    echo "SKIPPED: $*"
    exit 77
}

need_nightly() {
    rustc "+$nightly" --version >/dev/null 2>&1 || skip "no nightly toolchain"
}

host() {
    rustc -vV | sed -n 's/^host: //p'
}

# Folders of all members of the workspace, one per line.
members() {
    sed -n '/^members = \[/,/^\]/s/^ *"\(.*\)",\?$/\1/p' Cargo.toml
}

package_name() { # <folder>
    sed -n 's/^name = "\(.*\)"$/\1/p' "$1/Cargo.toml" | head -n 1
}

# Members that go to the registry: the ones that don't say `publish = false`.
published() {
    local member
    for member in $(members); do
        grep -q '^publish = false' "$member/Cargo.toml" || echo "$member"
    done
}

# Published members that aren't macros: the code that runs in users' programs.
libraries() {
    local member
    for member in $(published); do
        grep -q -e '^proc-macro = true' -e '^proc-macro2' "$member/Cargo.toml" || echo "$member"
    done
}

# The features that a member declares and that a stable compiler takes.
stable_features() { # <folder>
    sed -n '/^\[features\]/,/^\[/s/^\([a-z0-9_-]*\) = .*/\1/p' "$1/Cargo.toml" |
        grep -vx -e default -e nightly || true
}

# `package/feature,…` for the given members: all features, but for the nightly compiler's.
qualified_features() { # <folder>…
    local member feature
    for member in "$@"; do
        for feature in $(stable_features "$member"); do
            printf '%s/%s,' "$(package_name "$member")" "$feature"
        done
    done
}

all_stable_features() {
    # shellcheck disable=SC2046
    qualified_features $(members)
}

# Files of the repository, new ones included.
sources() { # <pathspec>…
    git ls-files --cached --others --exclude-standard -- "$@" 2>/dev/null |
        while read -r file; do if [ -f "$file" ]; then echo "$file"; fi; done
}

# grep in the files named on stdin. Finding nothing is no error.
search() { # <options and pattern of grep -E>
    xargs -r grep -nHE "$@" || [ $? = 123 ]
}

# Reads complaints on stdin; prints them and fails if there are any.
none_of() { # <what it would mean>
    local found
    found=$(cat)
    [ -z "$found" ] && return
    printf '%s\n\n%s\n' "$found" "$1"
    return 1
}
