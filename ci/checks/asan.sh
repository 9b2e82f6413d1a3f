#!/usr/bin/env bash
# the run tests under AddressSanitizer
source ci/lib.sh
source ci/sanitizers/env.sh
need_nightly
sanitize address
run_tests
