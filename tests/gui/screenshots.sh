#!/bin/bash
# Pictures of every page, to be looked at by people: at 100 % on the smallest screen we promise
# (1366x768) and at 200 %, in Chinese.
#
#   HALLKEEPER_PASSPHRASE=… tests/gui/screenshots.sh FOLDER FILE [PAGE…]
#
# HALLKEEPER is the program (build/dev/bin/hallkeeper), SCALES what sizes to take ("1 2"). GTK_THEME and
# GDK_DPI_SCALE are passed on. Needs Xvfb, openbox, xdotool and ImageMagick.
set -euo pipefail
folder=${1:?folder for the pictures}
file=${2:?data file}
shift 2
root=$(cd "$(dirname "$0")/../.." && pwd)
program=${HALLKEEPER:-$root/build/dev/bin/hallkeeper}
pages=("$@")
[ ${#pages[@]} -gt 0 ] ||
    pages=(board place window hall_plan window_item window_unit window_position equipment equipment_patrol basis_document person posting window_staff
        authorisation authorised_item posting_change rotation handover_check training certificate award morning roll_call
        attendance_day leave duty_roster roster chain_step approval item item_material item_fee bundle bundle_item type_code unit unit_change place_change
        item_change negative_entry case_count outlet_item agency_case outlet_patrol checklist checklist_line inspection inspection_line
        finding complaint bad_rating unable_case tip reporter commitment task scores method period ledger_entry score ballot objection annual_grade minimise impact_assessment
        provision retention dashboard case_report crosstab coverage stationing calendar_day setting local_field sync conflicts bin backup user devices audit)
mkdir -p "$folder"
export LANG=zh_CN.UTF-8 program file folder
export HALLKEEPER_PASSPHRASE HOME="${TMPDIR:-/tmp}/hallkeeper-screenshots"
mkdir -p "$HOME"

# shellcheck disable=SC2016 # expanded inside the display
pictures='
    openbox & wm=$!
    sleep 0.5
    for page in "$@"; do
        "$program" "$file" --page "$page" & app=$!
        for _ in $(seq 50); do
            xdotool search --onlyvisible --class hallkeeper >/dev/null 2>&1 && break
            sleep 0.1
        done
        sleep 1.2
        import -window root "$folder/$page-$GDK_SCALE.png"
        kill "$app"
        wait "$app" 2>/dev/null || true
    done
    kill "$wm"
'
for scale in ${SCALES:-1 2}; do
    GDK_SCALE=$scale xvfb-run -a --server-args="-screen 0 $((1366 * scale))x$((768 * scale))x24" \
        bash -c "$pictures" pictures "${pages[@]}"
done
