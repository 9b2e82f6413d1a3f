#!/usr/bin/env bash
# files are short, and contain no paths of one machine
source ci/lib.sh

echo "Files past 400 lines, each perhaps two:"
sources '*.rs' ':!trybuild-tests/tests/ui' | xargs wc -l | awk '$2 != "total" && $1 > 400 { print "  " $2 ": " $1 }'
sources '*.rs' ':!*/tests/*' | xargs wc -l |
    awk '$2 != "total" && $1 > 800 { print $2 ": " $1 " lines" }' |
    none_of "A source file past 800 lines is two or more."

sources '*' ':!Cargo.lock' ':!ci/checks' | search -I \
    -e '(^|[^$A-Za-z0-9_./-])/(home|root|Users|tmp|work|mnt)/[a-z]' -e 'file://' \
    -e '\b(localhost|127\.0\.0\.1|192\.168\.[0-9]+|10\.[0-9]+\.[0-9]+\.[0-9]+)\b' |
    none_of "A path or host of one machine."

sources '*.rs' '*.md' '*.toml' '*.sh' | search '[ 	]+$' | none_of "White space at the end of a line."
