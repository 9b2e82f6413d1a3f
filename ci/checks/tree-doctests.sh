#!/usr/bin/env bash
# doctests run, and those that must fail carry the code of the error
source ci/lib.sh

sources '*.rs' '*.md' | while read -r file; do
    awk -v file="$file" '
        /^ *(\/\/[\/!] *|#\[doc = " *)?```([a-z0-9_]+,)*compile_fail/ &&
            !/compile_fail,E[0-9][0-9][0-9][0-9]/ && before !~ /<!-- no code: .* -->/ {
            print file ":" NR ": " $0
        }
        { before = $0 }' "$file"
done | none_of "\`compile_fail\` passes for any error: write \`compile_fail,E0597\`. If the error has
no code, say why in the line before: <!-- no code: the error is the macro's -->"

# The counterexamples are ui cases, which trybuild compiles.
sources '*.rs' '*.md' ':!*/docs/counterexamples*.md' | search '^ *(//[/!] *)?```([a-z0-9_]+,)*ignore' |
    none_of "An example that isn't compiled goes wrong. Use \`text\` for what isn't Rust."
