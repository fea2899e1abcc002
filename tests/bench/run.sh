#!/usr/bin/env bash
# Prints the ratios of DESIGN.md section 5: each figure beside its peer or limit, in one run.
#   tests/bench/run.sh [import] [persons] [backup] [board] [sync] [desktop]      all of them without a word
# Ours and its peer take turns, HALLKEEPER_ROUNDS times (default 3). The sync part wants the folder of
# the peer bench (HALLKEEPER_SHARED, default ../shared) and npm; the desktop part sqlitebrowser, Xvfb,
# openbox and dbus.
set -euo pipefail
cd "$(dirname "$0")/../.."
. installer/steps.sh
shared=$(realpath -m "${HALLKEEPER_SHARED:-../shared}")
rounds=${HALLKEEPER_ROUNDS:-3}
bench=$PWD/tests/bench
bin=$PWD/build/release/bin
[ $# -gt 0 ] || set -- import persons backup board sync desktop
targets=(import_bench)
[[ " $* " != *" backup "* ]] || targets+=(backup_bench)
[[ " $* " != *" board "* ]] || targets+=(board_bench)
[[ " $* " != *" sync "* ]] || targets+=(staff_bench)
[[ " $* " != *" desktop "* ]] || targets+=(hallkeeper hallctl)
begin_log bench
step "Configuring (build/release)" cmake --preset release
step "Building" cmake --build --preset release --target "${targets[@]}"
work=$PWD/build/bench
mkdir -p "$work"

bench_import() {
    local catalog=$shared/data/items-511602.csv
    [ -e "$catalog" ] || catalog=assets/demo/items.csv
    "$bin/import_bench" items "$catalog"
}

# The first Python here that has openpyxl; Debian's own has it from its package.
python_with_openpyxl() {
    local python
    for python in python3 /usr/bin/python3; do
        "$python" -c 'import openpyxl' 2>/dev/null && echo "$python" && return
    done
}

bench_persons() {
    local python
    python=$(python_with_openpyxl)
    [ -n "$python" ] || { echo "persons: skipped, no Python here has openpyxl"; return; }
    [ -e "$work/persons.xlsx" ] || "$bin/import_bench" make-persons 100000 "$work/persons.xlsx"
    for ((i = 0; i < rounds; ++i)); do
        "$bin/import_bench" persons "$work/persons.xlsx"
        "$python" "$bench/read_sheet.py" "$work/persons.xlsx"
    done | awk '
        { print; match($0, /[0-9.]+ s/); seconds = substr($0, RSTART) + 0 }
        /^persons/ { ours = seconds }
        /^openpyxl/ { ratio[++count] = ours / seconds }
        END {
            for (i = 1; i <= count; ++i)
                for (k = i + 1; k <= count; ++k)
                    if (ratio[k] < ratio[i]) { x = ratio[i]; ratio[i] = ratio[k]; ratio[k] = x }
            printf "persons ratio, median of %d: %.2f (goal: at most 0.5, peak under 200 MB)\n", count, ratio[int((count + 1) / 2)]
        }'
}

bench_backup() {
    [ -e "$work/persons.xlsx" ] || "$bin/import_bench" make-persons 100000 "$work/persons.xlsx"
    for ((i = 0; i < rounds; ++i)); do
        "$bin/backup_bench" "$work/persons.xlsx"
    done
}

bench_board() {
    HALLKEEPER_ROUNDS=$rounds "$bin/board_bench" "$work/board.hall"
}

bench_sync() {
    [ -d "$shared/bench/peers" ] || { echo "sync: skipped, $shared/bench/peers is not here"; return; }
    rm -rf "$work/peers/peers/hallkeeper.mjs"
    mkdir -p "$work/peers"
    cp -r "$shared/bench/peers/." "$work/peers/"
    chmod -R u+w "$work/peers"
    cp tests/bench/hallkeeper.mjs "$work/peers/peers/"
    [ -d "$work/peers/node_modules" ] || step "Installing the peers" npm --prefix "$work/peers" ci --legacy-peer-deps
    cd "$work/peers"
    export STAFF_BENCH=$bin/staff_bench
    rm -f out/results.ndjson
    for ((i = 0; i < rounds; ++i)); do
        node run.mjs ref >/dev/null
        node run.mjs hallkeeper >/dev/null
    done
    node table.mjs out/results.ndjson
    node "$bench/ratios.mjs" out/results.ndjson
}

# The files of the desktop part: the persons imported and indexed, and the same rows in plain SQLite.
make_desks() {
    [ -e "$work/persons.xlsx" ] || "$bin/import_bench" make-persons 100000 "$work/persons.xlsx"
    rm -f "$work"/hall* "$work"/plain*
    "$bin/hallctl" --db "$work/hall" init --region 430922 --office bench
    "$bin/hallctl" --db "$work/hall" import person "$work/persons.xlsx"
    "$bin/hallctl" --db "$work/hall" search 张
    "$bin/hallctl" --db "$work/hall" export person "$work/plain.csv" --reveal
    python3 "$bench/plain_table.py" "$work/plain.csv" "$work/plain.db"
}

bench_desktop() {
    local tool
    for tool in sqlitebrowser Xvfb openbox dbus-run-session python3; do
        command -v "$tool" >/dev/null || { echo "desktop: skipped, $tool is not here"; return; }
    done
    export HALLKEEPER_PASSPHRASE=bench-passphrase LC_ALL=zh_CN.UTF-8 LANG=zh_CN.UTF-8
    [ -e "$work/plain.db" ] || step "Making 100,000 persons" make_desks
    export HOME=$work/home SCREEN=$work/screen/Xvfb_screen0
    mkdir -p "$HOME" "$work/screen" "$work/pictures"
    xvfb-run -a --server-args="-screen 0 1366x768x24 -fbdir $work/screen" \
        dbus-run-session -- bash "$bench/desktop.sh" "$rounds" "$bin/hallkeeper" "$bin/hallctl" \
        "$work/hall" "$work/plain.db" "$work/pictures"
}

for part; do "bench_$part"; done
