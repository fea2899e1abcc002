#!/bin/bash
# A morning's work by the keyboard alone, in the real program under a window manager: signing in (once
# with a wrong passphrase), finding somebody by initials, changing a number and taking that back,
# deleting the record, and bringing it back from a backup. After each step hallctl is asked whether it
# is so in the file. The pictures are to be looked at by people.
#
#   tests/gui/keyboard_story.sh FOLDER
#
# BIN is where the programs are (build/dev/bin), SCALES what sizes to take ("1 2"). Needs Xvfb, openbox,
# xdotool and ImageMagick.
set -euo pipefail
pictures=${1:?folder for the pictures}
root=$(cd "$(dirname "$0")/../.." && pwd)
bin=${BIN:-$root/build/dev/bin}
mkdir -p "$pictures"
pictures=$(cd "$pictures" && pwd)
if [ -z "${GDK_SCALE:-}" ]; then
    for scale in ${SCALES:-1 2}; do
        GDK_SCALE=$scale xvfb-run -a --server-args="-screen 0 $((1366 * scale))x$((768 * scale))x24" \
            dbus-run-session -- bash "$0" "$pictures"
    done
    exit
fi

folder=$(mktemp -d)
desktop= manager=
end() {
    for process in $desktop $manager; do
        kill "$process" 2>/dev/null && wait "$process" || true
    done
    rm -rf "$folder"
}
trap end EXIT
export LC_ALL=zh_CN.UTF-8 LANG=zh_CN.UTF-8 HOME=$folder
passphrase=demo-2026
unset HALLKEEPER_PASSPHRASE # it is typed
main='桃江县政务服务中心 - 大厅管家'
before=13900000041
after=13900000042

ctl() { HALLKEEPER_PASSPHRASE=$passphrase "$bin/hallctl" --db "$folder/大厅.hall" "$@"; }
fail() {
    import -window root "$pictures/failed-$GDK_SCALE.png"
    printf '%s (see %s)\n' "$1" "$pictures/failed-$GDK_SCALE.png" >&2
    exit 1
}
# wait_for WORDS COMMAND...: until it succeeds, half a minute at the most.
wait_for() {
    local what=$1 end=$((SECONDS + 30))
    shift
    until "$@" >/dev/null 2>&1; do
        [ $SECONDS -lt $end ] || fail "In vain waited for: $what"
        sleep 0.2
    done
}
has_keyboard() { [[ "$(xdotool getwindowfocus getwindowname)" == *"$1" ]]; }
keys() {
    local key
    for key in "$@"; do
        xdotool key --clearmodifiers "$key"
        sleep 0.25
    done
}
write() { xdotool type --delay 60 "$1"; sleep 0.4; }
picture() { sleep 0.5; import -window root "$pictures/$1-$GDK_SCALE.png"; }
phone_is() { ctl --json get person 单雪梅 --reveal | grep -q "\"phone\":\"$1\""; }
shows_copies() { ls "$folder"/*/*.hall | grep -q .; }
is_gone() { ! ctl get person 单雪梅 >/dev/null 2>&1; }

ctl init --region 430922 --office 桃江县政务服务中心 --demo >/dev/null
ctl create person name=单雪梅 phone=$before >/dev/null
ctl backup >/dev/null

openbox 2>/dev/null &
manager=$!
sleep 0.5
"$bin/hallkeeper" "$folder/大厅.hall" --lang zh_CN &
desktop=$!
wait_for "the question for the passphrase" has_keyboard 打开数据文件
write nothing-like-it
keys Return
picture wrong-passphrase
has_keyboard 打开数据文件 || fail "A wrong passphrase opened the file"
keys ctrl+a
write "$passphrase"
keys Return
wait_for "the main window" has_keyboard "$main"
picture main

keys ctrl+k
wait_for "the search" has_keyboard 查找全部台账
write sxm
picture search
keys Return
wait_for "the main window" has_keyboard "$main"
sleep 0.5
keys Return Return Return Return Return Return # from the list into the form, to the phone number
keys ctrl+r
wait_for "the question why" has_keyboard 显示个人信息
picture why
keys Return
wait_for "the main window" has_keyboard "$main"
keys ctrl+a
write $after
picture typed
keys ctrl+s
wait_for "the new number in the file" phone_is $after
keys Escape ctrl+z
wait_for "the former number in the file" phone_is $before
picture undone

keys ctrl+d
picture delete
keys Return # which keeps it
picture kept
is_gone && fail "Enter alone deleted a record"
keys ctrl+d alt+d
wait_for "the record to be gone" is_gone
picture deleted

# The menu of pages, from its end: the county's area, and of that the last page.
keys alt+v Up Up Up Right
picture menu
keys Up Return
wait_for "the page of backups" shows_copies
picture backups
keys Down Down alt+t
wait_for "the records of the copy" has_keyboard 副本里与现在不同的记录
write 单
picture records
keys alt+t # the one that is left is chosen
wait_for "the record to be back" phone_is $before
keys Escape
picture back

keys ctrl+q
picture exit
keys Return
wait "$desktop" || fail "The desktop did not end well"
desktop=
printf 'At %s00 %%: signed in, changed, taken back, deleted, brought back, all by keyboard\n' "$GDK_SCALE"
