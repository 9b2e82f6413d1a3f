#!/usr/bin/env bash
# exceptions from lints have reasons, and the lint crate knows every lint
source ci/lib.sh

# An attribute may span lines: join it up to its closing bracket. Cases of ui tests are users' code, and
# snapshots are the compiler's.
sources '*.rs' ':!trybuild-tests/tests/ui' ':!*/snapshots/*' | while read -r file; do
    awk -v file="$file" '
        !open && /#!?\[(cfg_attr\(.*)?(allow|expect)\(/ && !/^ *\/\// { open = NR; text = "" }
        open { text = text $0 }
        open && /\)\]/ {
            if (text !~ /reason *=/) print file ":" open ": no reason given"
            if (text ~ /\[allow\(/ && text !~ /reason *=/) print file ":" open ": use `expect`"
            open = 0
        }' "$file"
done | none_of "\`#[expect(lint, reason = \"…\")]\`; \`allow\`, with a reason, only where \`expect\` can't be fulfilled."

# The lints that are off by default, as the compiler names them.
comm -23 \
    <(rustc -W help | sed -n '/^Lint checks provided by rustc/,/^Lint groups/p' |
        awk '$2 == "allow" { gsub("-", "_", $1); print $1 }' | sort -u) \
    <(sed -n 's/^#\{0,1\} *\([a-z_0-9]*\) = .*/\1/p' trybuild-tests/lints/Cargo.toml | sort -u) |
    none_of "Lints that trybuild-tests/lints/Cargo.toml neither turns on nor lists as left out."
