#!/usr/bin/env bash
# the run tests under ThreadSanitizer
source ci/lib.sh
source ci/sanitizers/env.sh
need_nightly
sanitize thread
run_tests
