#!/usr/bin/env bash
# Installs what is missing, builds everything and runs every test.
#   tests/run.sh            all of them
#   tests/run.sh unit       only the test of that name, as ctest -N lists them
set -euo pipefail
cd "$(dirname "$0")/.."
. installer/steps.sh
[ $# -le 1 ] || fail "Usage: tests/run.sh [NAME]"

bash installer/deps.sh test
begin_log tests
step "Configuring (build/dev)" cmake --preset dev
if [ -t 1 ]; then
    cmake --build --preset dev # Ninja's own line shows how far it is
else
    step "Building" cmake --build --preset dev
fi

only=()
[ $# -eq 0 ] || only=(--tests-regex "^$1\$")
# So that ctest's own summary is what this script ends with.
exec ctest --preset dev -j 2 "${only[@]}"
