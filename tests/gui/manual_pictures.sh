#!/bin/bash
# Takes the pictures of the manual anew: a demo county with a server, a township and a conflict
# between them, each page in a real window, in Chinese, 1366x768.
#
#   tests/gui/manual_pictures.sh
#
# Writes assets/manual/pictures/*.png and README's assets/manual/main.png from the programs in BIN
# (build/dev/bin). Needs what screenshots.sh needs.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
bin=${BIN:-$root/build/dev/bin}
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$folder"' EXIT
export HALLKEEPER_PASSPHRASE=demo-2026 LANG=zh_CN.UTF-8

county() { "$bin/hallctl" --lang zh_CN --db "$folder/桃江县.hall" "$@" >/dev/null; }
town() { "$bin/hallctl" --lang zh_CN --db "$folder/修山镇.hall" "$@" >/dev/null; }
first_person() {
    "$bin/hallctl" --db "$folder/修山镇.hall" --json list person --limit 1 | grep -o '"id":"[^"]*"' | cut -d '"' -f 4
}

county init --region 430922 --office 桃江县政务服务中心 --demo
town init --region 430922101 --office 修山镇便民服务中心
"$bin/hallkeeper-server" --data "$folder/server" --county 430922 --listen 127.0.0.1:0 >"$folder/log" 2>&1 &
server=$!
for _ in $(seq 100); do
    grep -q '^listening on https' "$folder/log" && break
    sleep 0.1
done
code() { "$bin/hallkeeper-server" --data "$folder/server" new-code "$@" >/dev/null; }
code --role agency --scope 430922 --name 县大厅 --out "$folder/county.join"
code --role outlet --scope 430922101 --name 修山镇 --out "$folder/town.join"
county enrol --join "$folder/county.join"
county sync
town enrol --join "$folder/town.join"
town sync
person=$(first_person)
if [ -z "$person" ]; then
    place=$("$bin/hallctl" --db "$folder/桃江县.hall" --json list place --where region=430922101 |
        grep -o '"id":"[^"]*"' | cut -d '"' -f 4)
    person=$("$bin/hallctl" --db "$folder/桃江县.hall" --json create person name=单雪梅 phone=10000000001 |
        cut -d '"' -f 4)
    county create posting person="$person" place="$place" source=township status=on_duty from=2026-01-05
    county sync
    town sync
fi
county set person "$person" phone=10000000003
town set person "$person" phone=10000000004
town sync
county sync

HALLKEEPER=$bin/hallkeeper SCALES=1 "$root/tests/gui/screenshots.sh" "$folder/pictures" \
    "$folder/桃江县.hall" person window conflicts sync
for page in person window conflicts sync; do
    picture="$folder/pictures/$page-1.png"
    mogrify -crop 1360x740+0+0 +repage "$picture"
    # As wide as the manual shows it, and of few colours: small files.
    convert "$picture" -resize 720x -dither None -colors 64 -strip "$root/assets/manual/pictures/$page.png"
done
convert "$folder/pictures/person-1.png" -dither None -colors 64 -strip "$root/assets/manual/main.png"
