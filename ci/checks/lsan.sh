#!/usr/bin/env bash
# the run tests under LeakSanitizer
source ci/lib.sh
source ci/sanitizers/env.sh
need_nightly
sanitize leak
run_tests
