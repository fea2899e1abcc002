#!/usr/bin/env bash
# From a bare Debian 12 to the running programs: installs packages, builds, and plays the story of a
# county and one of its townships. With a display it ends with the desktop open on the county's
# file; without one (or with --headless) it plays the story on the command line and ends with 0 only
# if both files and the server agree.
set -euo pipefail
cd "$(dirname "$0")/.."
. installer/steps.sh

case ${1:-} in
'') [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && story=story_desktop || story=story_headless ;;
--headless) story=story_headless ;;
*) fail "Usage: installer/run.sh [--headless]" ;;
esac

build_programs() {
    local program
    for program in desktop:hallkeeper server:hallkeeper-server cli:hallctl; do
        [ -e "app/${program%%:*}/main.cpp" ] || fail \
            "This version does not have ${program#*:} yet (app/${program%%:*}/main.cpp is missing)," \
            "so there is nothing to start. Take a newer version."
    done
    step "Configuring (build/release)" cmake --preset release
    step "Building hallkeeper, hallkeeper-server and hallctl" \
        cmake --build --preset release --target hallkeeper hallkeeper-server hallctl
}

# What both forms of the story start from: the server, the county's file, the township's file.
prepare_county() {
    fail "The story is not part of this version yet: the programs are in build/release/bin," \
        "hallctl --help says what they can do."
}

story_headless() {
    prepare_county
}

story_desktop() {
    prepare_county
}

bash installer/deps.sh run
begin_log run
build_programs
"$story"
