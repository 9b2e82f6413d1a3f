#!/usr/bin/env bash
# the README's command passes the tests
source ci/lib.sh
command=$(grep -x 'cargo test .*' README.md)
echo "$command"
$command
