#!/usr/bin/env bash
# Builds for Windows on Debian 12, and runs the unit tests of the result under wine. The first time
# it builds the libraries as well and keeps them under ~/.cache/hallkeeper (HALLKEEPER_CACHE says
# another place, HALLKEEPER_JOBS how many compilers may run at once).
set -euo pipefail
cd "$(dirname "$0")/../.."
. installer/steps.sh
start=$SECONDS
cache=${HALLKEEPER_CACHE:-$HOME/.cache/hallkeeper}/windows
jobs=${HALLKEEPER_JOBS:-$(nproc)}

bash installer/deps.sh windows

# Libraries of one compiler and one way to call it belong together.
key=$({
    cat installer/windows/toolchain.cmake
    dpkg-query -W g++-mingw-w64-x86-64-posix mingw-w64-x86-64-dev libz-mingw-w64-dev
} | sha256sum | cut -c 1-12)
export WINPREFIX=$cache/libraries-$key
bash installer/windows/libraries.sh

# A Windows of its own for the tests, without a screen.
export WINEPREFIX=$cache/wine WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml='
unset DISPLAY
make_wine() {
    mkdir -p "$cache"
    wineboot --init
    wineserver --wait
    [ -e "$WINEPREFIX/system.reg" ]
}

targets=(model unit_tests)
[ ! -e app/cli/main.cpp ] || targets+=(hallctl)

begin_log windows
step "Windows: configuring (build/windows)" cmake --preset windows
step "Windows: building ${targets[*]}" \
    cmake --build --preset windows -j "$jobs" --target "${targets[@]}"
[ -e "$WINEPREFIX/system.reg" ] || step "Windows: preparing wine" make_wine
ctest --preset windows -R '^unit$'
printf 'Windows: built and tested in build/windows/bin (%s in all)\n' "$(took $start)"
