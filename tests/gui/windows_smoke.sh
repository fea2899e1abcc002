#!/bin/bash
# The desktop for Windows at its work, under wine: it opens a demo county's file by its passphrase,
# the list of people, changes a phone number, saves and syncs with a county server of this machine
# over TLS; another computer of the county then sees the number. All by keyboard, in Chinese, at 96
# and at 192 dots to the inch; the pictures are to be looked at by people.
#
#   WINEPREFIX=… tests/gui/windows_smoke.sh FOLDER
#
# WINDOWS and LINUX are where the programs are (build/windows/bin, build/dev/bin). Needs Xvfb,
# openbox, xdotool, ImageMagick, and a wine that installer/windows/wine.sh has made.
set -euo pipefail
: "${WINEPREFIX:?as installer/windows/build.sh sets it}"
pictures=${1:?folder for the pictures}
root=$(cd "$(dirname "$0")/../.." && pwd)
windows=${WINDOWS:-$root/build/windows/bin}
linux=${LINUX:-$root/build/dev/bin}
mkdir -p "$pictures"
pictures=$(cd "$pictures" && pwd)
[ -n "${SMOKE_DPI:-}" ] || rm -f "$pictures"/*-96.png "$pictures"/*-192.png

if [ -z "${SMOKE_DPI:-}" ]; then
    for dpi in 96 192; do
        SMOKE_DPI=$dpi bash "$0" "$pictures"
    done
    exit
fi

folder=$(mktemp -d)
server= desktop= manager= display=
end() {
    for process in $desktop $server $manager $display; do
        kill "$process" 2>/dev/null && wait "$process" || true
    done
    rm -rf "$folder"
}
trap end EXIT
fail() {
    import -window root "$pictures/failed-$SMOKE_DPI.png"
    printf '%s (see %s)\n' "$1" "$pictures/failed-$SMOKE_DPI.png" >&2
    exit 1
}
export LC_ALL=zh_CN.UTF-8
passphrase=demo-2026
main='桃江县政务服务中心 - 大厅管家'
changed=13900000042

# The office's computer with Windows, and another one of the same office.
office() { HALLKEEPER_PASSPHRASE=$passphrase wine "$windows/hallctl.exe" --db "$folder/大厅.hall" "$@"; }
other() { HALLKEEPER_PASSPHRASE=$passphrase "$linux/hallctl" --db "$folder/other.hall" "$@"; }
county() { "$linux/hallkeeper-server" --data "$folder/server" "$@"; }

# wait_for WORDS COMMAND...: until it succeeds, two minutes at the most.
wait_for() {
    local what=$1 end=$((SECONDS + 120))
    shift
    until "$@" >/dev/null 2>&1; do
        [ $SECONDS -lt $end ] || fail "In vain waited for: $what"
        sleep 0.2
    done
}
# has_keyboard TITLE: the window of that title, or one whose title ends so.
has_keyboard() { [[ "$(xdotool getwindowfocus getwindowname)" == *"$1" ]]; }

# Until the screen stands still, but for a blinking cursor: wine takes its time to paint.
settle() {
    local still=0 different
    import -silent -window root "$folder/before.png"
    for _ in $(seq 100); do
        sleep 0.5
        import -silent -window root "$folder/now.png"
        different=$(compare -metric AE "$folder/before.png" "$folder/now.png" null: 2>&1 || true)
        mv "$folder/now.png" "$folder/before.png"
        [ "${different%%.*}" -lt 300 ] && still=$((still + 1)) || still=0
        [ $still -lt 3 ] || return 0
    done
    fail "The screen does not come to rest"
}
picture() {
    settle
    cp "$folder/before.png" "$pictures/$1-$SMOKE_DPI.png"
}
keys() {
    local key
    for key in "$@"; do
        xdotool key --clearmodifiers "$key"
        sleep 0.2
    done
    settle
}
write() { xdotool type --delay 100 "$1"; }

prepare() {
    # Not by the function: its shell would be what end() ends.
    "$linux/hallkeeper-server" --data "$folder/server" --county 430922 --listen 127.0.0.1:0 \
        >"$folder/server.log" 2>&1 &
    server=$!
    wait_for "the county server" grep -q '^listening on https' "$folder/server.log"
    office init --region 430922 --office 桃江县政务服务中心 --demo >/dev/null
    office create person name=单雪梅 phone=13900000041 >/dev/null
    other init --region 430922 --office 桃江县政务服务中心 >/dev/null
    for one in office other; do
        county new-code --role agency --scope 430922 --name "$one" --out "$folder/$one.join" >/dev/null
        "$one" enrol --join "$folder/$one.join"
        "$one" sync
    done
}

# One of its own, of a number that nobody else can take meanwhile.
start_display() {
    Xvfb -displayfd 3 -screen 0 "$((1366 * SMOKE_DPI / 96))x$((768 * SMOKE_DPI / 96))x24" \
        -nolisten tcp 3>"$folder/display" 2>/dev/null &
    display=$!
    wait_for "a display" test -s "$folder/display"
    DISPLAY=:$(cat "$folder/display")
    export DISPLAY
    unset XAUTHORITY
    openbox 2>/dev/null &
    manager=$!
}

start_desktop() {
    wine reg delete 'HKCU\Software\hallkeeper' /f >/dev/null 2>&1 || true # what was set before
    wine reg add 'HKCU\Control Panel\Desktop' /v LogPixels /t REG_DWORD /d "$SMOKE_DPI" /f >/dev/null
    wineserver --wait
    wine "$windows/hallkeeper.exe" "$folder/大厅.hall" --lang zh_CN &
    desktop=$!
    wait_for "the question for the passphrase" has_keyboard 打开数据文件
    picture passphrase
    write "$passphrase"
    keys Return
    wait_for "the main window" has_keyboard "$main"
    picture main
}

edit() {
    keys alt+3 # people
    picture people
    keys ctrl+k
    wait_for "the search" has_keyboard 查找全部台账
    write sxm # by initials
    picture search
    keys Return
    wait_for "the main window" has_keyboard "$main"
    settle
    keys Return Return Return Return Return Return # from the list into the form, to the phone number
    keys ctrl+r
    wait_for "the question why" has_keyboard 显示个人信息
    picture why
    keys Return # for the reason that is proposed
    wait_for "the main window" has_keyboard "$main"
    keys ctrl+a
    write "$changed"
    picture edited
    keys ctrl+s
    picture saved
}

has_arrived() {
    other sync
    other --json get person 单雪梅 --reveal | grep -q "\"phone\":\"$changed\""
}

start_display
prepare
start_desktop
edit
keys F9
wait_for "the number at the other computer" has_arrived
picture sync
keys alt+F4
wait "$desktop" || fail "The desktop did not end well"
desktop=
printf 'At %s dots to the inch: opened, edited, saved, synced\n' "$SMOKE_DPI"
