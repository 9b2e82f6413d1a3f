#!/usr/bin/env bash
# every refused ui case has its .stderr and a compiling twin, and none is orphaned
source ci/lib.sh
ui=trybuild-tests/tests/ui

# Most lines in which a case and its twin may differ, both sides counted.
most=24

{
    sources "$ui/*" | grep -vE "^$ui/((fail|pass)/[a-z0-9-]+/[a-z0-9_]+/[a-z0-9_]+\.rs|fail/[a-z0-9-]+/[a-z0-9_]+/[a-z0-9_]+\.stderr)$" |
        sed 's/$/: not of the form {fail,pass}\/<crate>\/<topic>\/<case>.rs (or .stderr)/' || true
    sources "$ui/fail/*.stderr" | while read -r stderr; do
        [ -f "${stderr%.stderr}.rs" ] || echo "$stderr: no case of that name"
        [ -s "$stderr" ] || echo "$stderr: empty"
        ! grep -qE '(^|[^$A-Z/a-z])/(home|root|Users|tmp|work)/' "$stderr" || echo "$stderr: a path of one machine"
    done
    sources "$ui/fail/*.rs" | while read -r case; do
        [ -f "${case%.rs}.stderr" ] || echo "$case: no .stderr (TRYBUILD=overwrite cargo test -p trybuild-tests --test ui -- fail)"
        twin=${case/\/fail\//\/pass\/}
        if [ ! -f "$twin" ]; then
            echo "$case: no compiling twin $twin"
            continue
        fi
        lines=$(diff "$case" "$twin" | grep -c '^[<>]' || true)
        if [ "$lines" = 0 ]; then
            echo "$case: the twin is the same"
        elif [ "$lines" -gt "$most" ]; then
            echo "$case: differs from its twin in $lines lines: not only in the point at issue"
        fi
        head -n 1 "$case" | grep -q '^//' || echo "$case: the first line doesn't say what is refused"
    done
} | none_of "See CONTRIBUTING.md, \"A ui test\"."

# Paths of tests that comments and docs name.
sources '*.rs' '*.md' | search -o '[a-z./-]*tests/ui/(fail|pass)/[a-z0-9_/-]*\.(rs|stderr)' |
    while IFS=: read -r file line path; do
        [ -f "$path" ] || [ -f "$(dirname "$file")/$path" ] || [ -f "trybuild-tests/$path" ] ||
            echo "$file:$line: there is no $path"
    done | none_of "A comment that names a test which isn't there proves nothing."
