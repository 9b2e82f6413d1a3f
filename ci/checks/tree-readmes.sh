#!/usr/bin/env bash
# READMEs are the crate docs, and the root one names the two commands
source ci/lib.sh

for member in $(published); do
    grep -q 'include_str!("../README.md")' "$member/src/lib.rs" ||
        echo "$member/src/lib.rs: the crate docs aren't README.md (\`#![doc = include_str!(\"../README.md\")]\`)"
    [ -s "$member/README.md" ] || echo "$member/README.md: missing or empty"
done | none_of "A README that is the crate docs can't contradict them, and its examples are tested."

wanted='cargo run --release -p linkmap -- <folder>
cargo test --workspace'
# Commands: the lines of the root README's `sh` blocks.
commands=$(sed -n '/^```sh$/,/^```$/{/^```/d;p}' README.md)
if [ "$commands" != "$wanted" ]; then
    printf 'README.md: the commands are\n%s\nand should be\n%s\n' "$commands" "$wanted"
    exit 1
fi
