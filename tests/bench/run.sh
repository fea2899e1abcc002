#!/usr/bin/env bash
# Prints the ratios of DESIGN.md section 5: each figure beside its peer or limit, in one run.
#   tests/bench/run.sh [import] [persons] [sync]      all of them without a word
# The sync part wants the folder of the peer bench (HALLKEEPER_SHARED, default ../shared) and npm.
set -euo pipefail
cd "$(dirname "$0")/../.."
. installer/steps.sh
shared=$(realpath -m "${HALLKEEPER_SHARED:-../shared}")
bin=$PWD/build/release/bin
begin_log bench
step "Configuring (build/release)" cmake --preset release
step "Building" cmake --build --preset release --target import_bench staff_bench
work=$PWD/build/bench
mkdir -p "$work"

bench_import() {
    local catalog=$shared/data/items-511602.csv
    [ -e "$catalog" ] || catalog=assets/demo/items.csv
    "$bin/import_bench" items "$catalog"
}

bench_persons() {
    [ -e "$work/persons.xlsx" ] || "$bin/import_bench" make-persons 100000 "$work/persons.xlsx"
    local ours peer
    for _ in 1 2 3; do
        ours=$("$bin/import_bench" persons "$work/persons.xlsx")
        peer=$(python3 -c '
import sys, time, openpyxl
begin = time.perf_counter()
book = openpyxl.load_workbook(sys.argv[1], read_only=True)
rows = sum(1 for row in book.active.iter_rows(values_only=True))
print("openpyxl, read-only: %d rows, %.2f s" % (rows, time.perf_counter() - begin))' "$work/persons.xlsx")
        printf '%s\n%s\n' "$ours" "$peer"
        printf 'persons ratio: %s (goal: at most 0.5)\n' "$(awk -v a="$ours" -v b="$peer" 'BEGIN {
            match(a, /[0-9.]+ s/); x = substr(a, RSTART); match(b, /[0-9.]+ s/); print (x + 0) / (substr(b, RSTART) + 0) }')"
    done
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
    node run.mjs ref
    node run.mjs hallkeeper
    node table.mjs out/results.ndjson
}

[ $# -gt 0 ] || set -- import persons sync
for part; do "bench_$part"; done
