#!/usr/bin/env bash
# the tests that SOUNDNESS.md names are there
source ci/lib.sh

# In a row: a link to a file or folder, then the names of tests in it, up to the end of the cell.
# Several links before one list of names: each name is in one of them.
sed -n '/^## Attacks/,/^## /s/^| *[0-9]/&/p' SOUNDNESS.md | grep '^| *[0-9]' | tr '|;' '\n\n' | while read -r cell; do
    mapfile -t places < <(grep -oE '\]\([^)]+\)' <<<"$cell" | tr -d '()]')
    for place in "${places[@]}"; do [ -e "$place" ] || echo "no $place"; done
    [ ${#places[@]} -gt 0 ] || continue
    { grep -oE '`[a-z0-9_]+`' <<<"${cell#*\](}" || true; } | tr -d '`' | while read -r name; do
        found=
        for place in "${places[@]}"; do
            if [ -f "$place/$name.rs" ] || grep -qsE "fn $name\b" "$place"; then found=yes; fi
        done
        [ -n "$found" ] || echo "no test $name in ${places[*]}"
    done
done | none_of "SOUNDNESS.md names tests that don't exist."
