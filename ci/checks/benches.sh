#!/usr/bin/env bash
# the benchmarks compile, and each runs once
source ci/lib.sh
cargo bench -p benches --benches -- --test
