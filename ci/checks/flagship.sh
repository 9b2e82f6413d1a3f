#!/usr/bin/env bash
# linkmap finds no broken link in this repository, and draws its map
source ci/lib.sh
out=target/ci/linkmap
mkdir -p "$out"
cargo run --release -p linkmap -- . --svg "$out/map.svg" --dot "$out/map.dot"
grep -q '<svg' "$out/map.svg"
grep -q 'README.md' "$out/map.dot"
