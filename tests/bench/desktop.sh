#!/usr/bin/env bash
# desktop.py with these words, on the display there is, under a window manager that gives every window
# the whole screen.
set -euo pipefail
bench=$(dirname "$0")
openbox --config-file "$(realpath "$bench/whole_screen.xml")" 2>/dev/null &
trap 'kill $!' EXIT
sleep 1
python3 "$bench/desktop.py" "$@"
