#!/bin/bash
# Enters somebody new from the stamped form of his unit (窗口工作人员基本情况表) by the keyboard alone, at a
# clerk's pace: so many seconds a key, Chinese words as their pinyin is typed. Tells how long it took, asks
# hallctl whether person, posting and window are in the file, and fails where it took two minutes.
#
#   tests/gui/newcomer_pace.sh FOLDER
#
# BIN is where the programs are (build/dev/bin), PACE the seconds a key takes (0.25). Pictures for people
# go into FOLDER. Needs Xvfb, openbox, xdotool and ImageMagick.
set -euo pipefail
pictures=${1:?folder for the pictures}
root=$(cd "$(dirname "$0")/../.." && pwd)
bin=${BIN:-$root/build/dev/bin}
mkdir -p "$pictures"
pictures=$(cd "$pictures" && pwd)
if [ -z "${ON_DISPLAY:-}" ]; then
    ON_DISPLAY=1 exec xvfb-run -a --server-args="-screen 0 1366x768x24" dbus-run-session -- bash "$0" "$pictures"
fi
pace=${PACE:-0.25}
folder=$(mktemp -d)
desktop= manager=
end() {
    for process in $desktop $manager; do
        kill "$process" 2>/dev/null && wait "$process" || true
    done
    rm -rf "$folder"
}
trap end EXIT
export LC_ALL=zh_CN.UTF-8 LANG=zh_CN.UTF-8 HOME=$folder HALLKEEPER_PASSPHRASE=demo-2026
ctl() { "$bin/hallctl" --db "$folder/大厅.hall" "$@"; }
fail() {
    import -window root "$pictures/newcomer-failed.png"
    printf '%s (see %s)\n' "$1" "$pictures/newcomer-failed.png" >&2
    exit 1
}
has_keyboard() { [[ "$(xdotool getwindowfocus getwindowname 2>/dev/null)" == *"$1" ]]; }
wait_for() {
    local end=$((SECONDS + 30))
    until has_keyboard "$1"; do
        [ $SECONDS -lt $end ] || fail "In vain waited for the window $1"
        sleep 0.1
    done
}
keys() {
    local key
    for key in "$@"; do
        xdotool key --clearmodifiers "$key"
        sleep "$pace"
    done
}
letters() { # as they stand: digits, initials
    local i
    for ((i = 0; i < ${#1}; ++i)); do
        xdotool type "${1:i:1}"
        sleep "$pace"
    done
}
words() { # WORDS PINYIN: the keys of the input method, the one that chooses, then the words
    sleep "$(awk "BEGIN { print (${#2} + 1) * $pace }")"
    xdotool type --delay 120 "$1"
    sleep 0.3
}

ctl init --region 430922 --office 桃江县政务服务中心 >/dev/null
ctl create unit name=县公安局 >/dev/null
ctl create window number=A01 place=桃江县政务服务中心 status=open >/dev/null
openbox 2>/dev/null &
manager=$!
sleep 0.5
"$bin/hallkeeper" "$folder/大厅.hall" --lang zh_CN --page person &
desktop=$!
wait_for '桃江县政务服务中心 - 大厅管家'
sleep 1

began=$(date +%s.%N)
keys ctrl+shift+n
wait_for 基本情况表》登记
words 单雪梅 shanxuemei
keys Return
letters 430922199003071225
keys Return Return Return # sex and birth are filled in
words 汉族 hanzu
keys Return Down Return Down Down Down Down Return # party member, bachelor
words 法学 faxue
keys Return
letters 2014-7-1
keys Return
letters 13900000042
keys Return
letters gaj
sleep 0.5
keys Return
words 科员 keyuan
keys Return Down Return Return # civil servant, sent by the unit
letters A01
sleep 0.5
keys Return Return # the A post
import -window root "$pictures/newcomer.png"
keys ctrl+s
wait_for '桃江县政务服务中心 - 大厅管家'
took=$(awk "BEGIN { printf \"%.1f\", $(date +%s.%N) - $began }")
import -window root "$pictures/newcomer-saved.png"

found=$(ctl --json list posting)
ctl --json get person 单雪梅 | grep -q '"birth":"1990-03-07"' || fail "The person is not in the file as typed"
ctl --json get person 单雪梅 | grep -q '"phone":"13900000042"' || fail "The phone number is not in the file"
grep -q '"identity":"civil_servant"' <<<"$found" || fail "The posting is not in the file as typed"
ctl --json list window_staff | grep -q '"slot":"A"' || fail "Nobody holds the window"
ctl undo >/dev/null
ctl get person 单雪梅 >/dev/null 2>&1 && fail "One step back did not take the person back"
printf 'A newcomer from the stamped form: %s s at %s s a key\n' "$took" "$pace"
awk "BEGIN { exit !($took < 120) }" || fail "It took two minutes or more"
