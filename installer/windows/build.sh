#!/usr/bin/env bash
# Builds for Windows on Debian 12 and tries the result under wine: the unit tests, and the desktop at
# its work with a county server of this machine. The first time it builds the libraries as well and
# keeps them under ~/.cache/hallkeeper (HALLKEEPER_CACHE says another place, HALLKEEPER_JOBS how many
# compilers may run at once).
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

export WINEPREFIX=$cache/wine WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml='
programs=(hallkeeper hallkeeper-server hallctl)
build_server() {
    cmake --preset dev
    cmake --build --preset dev -j "$jobs" --target hallkeeper-server hallctl
}

begin_log windows
step "Windows: configuring (build/windows)" cmake --preset windows
step "Windows: building ${programs[*]}" \
    cmake --build --preset windows -j "$jobs" --target "${programs[@]}"
step "Windows: building the unit tests" cmake --build --preset windows -j "$jobs" --target unit_tests
step "Linux: building the county server (build/dev)" build_server
step "Windows: preparing wine" bash installer/windows/wine.sh
step "Windows: the desktop opens, edits and syncs" tests/gui/windows_smoke.sh build/windows/pictures
ctest --preset windows -R '^unit$' --timeout 3600 # failing disks are slow under wine
printf 'Windows: built and tested in build/windows/bin (%s in all)\n' "$(took $start)"
