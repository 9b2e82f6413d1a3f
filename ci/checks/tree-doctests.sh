#!/usr/bin/env bash
# doctests run, and those that must fail carry the code of the error
source ci/lib.sh

sources '*.rs' '*.md' | search '^ *(//[/!] *|#\[doc = " *)?```([a-z0-9_]+,)*compile_fail' |
    { grep -vE 'compile_fail,E[0-9]{4}' || true; } |
    none_of "\`compile_fail\` passes for any error: write \`compile_fail,E0597\`. An error without a code
(from a macro) goes into a ui test, and into the docs as \`text\`."

sources '*.rs' '*.md' | search '^ *(//[/!] *)?```([a-z0-9_]+,)*ignore' |
    none_of "An example that isn't compiled goes wrong. Use \`text\` for what isn't Rust."
