#!/usr/bin/env bash
# Makes the .ico that Windows shows for a program from a drawing.
#   installer/windows/icon.sh DRAWING.svg OUT.ico
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
pictures=()
for size in 16 24 32 48 64 128 256; do
    rsvg-convert -w "$size" -h "$size" "$1" -o "$folder/$size.png"
    pictures+=("$folder/$size.png")
done
icotool -c -o "$2" "${pictures[@]}"
