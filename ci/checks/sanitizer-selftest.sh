#!/usr/bin/env bash
# the sanitizers report deliberate mistakes, and nothing else
source ci/lib.sh
source ci/sanitizers/env.sh
need_nightly

run_case() { # <good|bad> <case>
    local status=0 reports
    "$program" "$2" >"$program.log" 2>&1 || status=$?
    reports=$(grep -c 'SUMMARY: .*Sanitizer' "$program.log" || true)
    echo "$sanitizer: $1 $2: exit $status, $reports reports"
    case "$1 $((status != 0)) $((reports > 0))" in
    "good 0 0" | "bad 1 1") return 0 ;;
    esac
    cat "$program.log"
    return 1
}

for sanitizer in address leak thread; do
    (
        sanitize "$sanitizer"
        program=$CARGO_TARGET_DIR-selftest
        # shellcheck disable=SC2086
        rustc --edition 2024 -g $RUSTFLAGS -o "$program" ci/sanitizers/selftest.rs
        "$program" --list "$sanitizer" >"$program.list"
        while read -r kind name; do
            for _ in 1 2 3; do
                run_case "$kind" "$name" </dev/null
            done
        done <"$program.list"
    )
done
