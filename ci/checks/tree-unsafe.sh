#!/usr/bin/env bash
# no unfinished safety argument and no unfinished code
source ci/lib.sh

sources '*.rs' ':!trybuild-tests/tests/ui' | search \
    -e '(SAFETY|INVARIANT|PANIC)S?:? *(TODO|FIXME|XXX|\?|\.\.\.|$)' \
    -e '\b(FIXME|XXX|TODO)\b' \
    -e '\b(todo|unimplemented|dbg)!' |
    none_of "Finish it, or open an issue and leave it out." || exit 1

# `unsafe` outside of the crates that need it.
for member in $(members); do
    if grep -q '^#!\[forbid(unsafe_code)\]' "$member"/src/{lib,main}.rs 2>/dev/null; then continue; fi
    case $member in
    leak | own-ref | self-borrow | capsule) ;;
    benches | trybuild-tests/no-std) ;; # guards to measure; what a program without std defines
    *) sources "$member/src/*.rs" | search '\bunsafe\b' | grep -vE '^[^:]*:[0-9]+: *//' || true ;;
    esac
done | none_of "Only the libraries contain unsafe code."
