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

bin=build/release/bin
export HALLKEEPER_PASSPHRASE=${HALLKEEPER_PASSPHRASE:-demo-2026} LANG=${LANG:-zh_CN.UTF-8}
county_name=桃江县政务服务中心
town_name=修山镇便民服务中心
server_pid=

hallctl() { "$bin/hallctl" --lang zh_CN "$@"; }
county() { hallctl --db "$folder/county.hall" "$@"; }
town() { hallctl --db "$folder/town.hall" "$@"; }
server() { "$bin/hallkeeper-server" --data "$folder/server" "$@"; }

# The value of a key of flat JSON on standard input: enough for our own command's answers.
json() { grep -o "\"$1\":\(\"[^\"]*\"\|[^,}]*\)" | head -n 1 | sed 's/^[^:]*://; s/^"//; s/"$//'; }

stop_server() { [ -z "$server_pid" ] || { kill "$server_pid" 2>/dev/null && wait "$server_pid" || true; }; }
trap stop_server EXIT

said=0
# Says what is being shown, and then what came of it.
show() { said=$((said + 1)); printf '\n%s. %s\n' "$said" "$1"; }
must() { # must WORDS EXPECTED GOT
    if [ "$2" = "$3" ]; then
        printf '   %s: %s\n' "$1" "$3"
    else
        fail "$1: expected $2, got $3"
    fi
}

start_server() { # start_server PORT
    # Not by the function: its shell would be what stop_server ends.
    "$bin/hallkeeper-server" --data "$folder/server" --county 430922 --listen "127.0.0.1:$1" \
        >"$folder/server.log" 2>&1 &
    server_pid=$!
    for _ in $(seq 100); do
        grep -q '^listening on https' "$folder/server.log" 2>/dev/null && return
        kill -0 "$server_pid" 2>/dev/null || break
        sleep 0.1
    done
    fail "The county server did not start:" "$(tail -n 3 "$folder/server.log")"
}

# The server, the county's file with its demo data, the township's file; all joined and in agreement.
prepare_county() {
    show "县大厅建立加密数据文件 (hallctl init)"
    county --json init --region 430922 --office "$county_name" --demo >"$folder/init.json"
    recovery=$(json recovery_key <"$folder/init.json")
    must "文件头不是 SQLite 明文" 0 "$(head -c 15 "$folder/county.hall" | grep -c 'SQLite format' || true)"

    show "县级服务器在本机启动 (hallkeeper-server)"
    start_server "$1"
    sed 's/^/   /' "$folder/server.log"

    show "县大厅与修山镇的电脑凭入网文件加入 (enrol)"
    server new-code --role agency --scope 430922 --name 县大厅电脑 --out "$folder/county.join" >/dev/null
    county enrol --join "$folder/county.join"
    county sync
    town --json init --region 430922101 --office "$town_name" >/dev/null
    server new-code --role outlet --scope 430922101 --name 修山镇电脑 --out "$folder/town.join" >/dev/null
    town enrol --join "$folder/town.join"
    town sync
}

play_trust() {
    show "口令、密钥与恢复"
    local code=0
    HALLKEEPER_PASSPHRASE=wrong county list unit >/dev/null 2>"$folder/wrong.txt" || code=$?
    must "错误口令被拒绝" 1 "$code"
    sed 's/^/   /' "$folder/wrong.txt"
    cp "$folder/county.hall" "$folder/copy.hall"
    code=0
    hallctl --db "$folder/copy.hall" list unit >/dev/null 2>"$folder/wrong.txt" || code=$?
    must "缺少密钥文件被拒绝" 1 "$code"
    sed 's/^/   /' "$folder/wrong.txt"
    hallctl --db "$folder/copy.hall" recover --key "$recovery" >/dev/null
    must "恢复密钥打开了文件，单位数" "$(county --json list unit | json total)" \
        "$(hallctl --db "$folder/copy.hall" --json list unit | json total)"
}

play_import() {
    local catalog windows
    catalog=${HALLKEEPER_SHARED:-../shared}/data/items-511602.csv
    windows=${HALLKEEPER_SHARED:-../shared}/data/windows-sample.csv
    [ -e "$catalog" ] || { catalog=assets/demo/items.csv; windows=assets/demo/windows.csv; }
    show "导入事项目录与窗口：$(basename "$catalog")、$(basename "$windows")"
    county import item "$catalog"
    county import window "$windows"
    county --json import item "$catalog" >"$folder/again.json"
    must "同一文件再导入，新增" 0 "$(json new <"$folder/again.json")"
    must "同一文件再导入，变更" 0 "$(json changed <"$folder/again.json")"
}

play_records() {
    show "登记、检查、撤销、导出再导入"
    person=$(county --json create person name=单雪梅 id_number=430922198512310023 phone=10000000001 | json id)
    place=$(town --json list place --where "region=430922101" | json id)
    county create posting person="$person" place="$place" source=township status=on_duty from=2026-01-05
    county set person "$person" education=bachelor
    county undo
    local code=0
    county create person name=某某 id_number=430922198512310024 >/dev/null 2>&1 || code=$?
    must "校验码错误的身份证号被拒绝" 1 "$code"
    county export person "$folder/person.xlsx" --reveal
    county --json import person "$folder/person.xlsx" >"$folder/back.json"
    must "导出再导入，变更" 0 "$(json changed <"$folder/back.json")"
    must "导出再导入，新增" 0 "$(json new <"$folder/back.json")"
}

play_sync() {
    show "两处同时修改同一人：不同字段自动合并，同一字段留待裁定"
    county sync >/dev/null
    town sync >/dev/null
    county set person "$person" badge=017
    county set person "$person" phone=10000000003
    town set person "$person" phone=10000000004
    county sync
    town sync
    county sync
    must "县大厅看到的冲突" 1 "$(county --json conflicts | grep -o '"kind":"conflict"' | wc -l)"
    must "修山镇看到的冲突" 1 "$(town --json conflicts | grep -o '"kind":"conflict"' | wc -l)"
    must "不同字段已合并，胸牌号" 017 "$(town --json get person "$person" | json badge)"
    county conflicts || true
    county resolve "$(county --json conflicts | json id)" --take mine
    county sync
    town sync
    must "裁定后县大厅的冲突" 0 "$(county --json conflicts | grep -o '"kind":"conflict"' | wc -l)"
    must "裁定后修山镇的冲突" 0 "$(town --json conflicts | grep -o '"kind":"conflict"' | wc -l)"
    must "两处电话一致" "$(county --json get person "$person" | json phone)" \
        "$(town --json get person "$person" | json phone)"
}

must_agree() {
    show "两个文件与服务器一致"
    local file
    for file in county town county; do
        "$file" --json sync >"$folder/sync.json"
    done
    for file in county town; do
        "$file" --json sync >"$folder/sync.json"
        must "$file 未上报" 0 "$(json unsent <"$folder/sync.json")"
        must "$file 被拒绝" 0 "$(json refused <"$folder/sync.json")"
        must "$file 需修复" 0 "$(json repaired <"$folder/sync.json")"
    done
    must "县大厅与修山镇的事项数" "$(county --json list item | json total)" \
        "$(town --json list item | json total)"
    server check
}

story_headless() {
    echo "没有图形界面，在命令行上演示同一过程。"
    folder=$(mktemp -d)
    trap 'stop_server; rm -rf "$folder"' EXIT
    prepare_county 0
    play_trust
    play_import
    play_records
    play_sync
    must_agree
    printf '\n演示完成：两个文件与服务器一致。\n'
}

story_desktop() {
    folder=${HALLKEEPER_DEMO:-$HOME/.local/share/hallkeeper/demo}
    if [ -e "$folder/ready" ]; then
        start_server "$(cat "$folder/port")"
    else
        rm -rf "$folder"
        mkdir -p "$folder"
        prepare_county 0
        sed -n 's/^listening on https:\/\/[^:]*:\([0-9]*\) .*/\1/p' "$folder/server.log" >"$folder/port"
        touch "$folder/ready"
    fi
    printf '\n演示数据在 %s，口令是 %s。\n' "$folder" "$HALLKEEPER_PASSPHRASE"
    printf '乡镇的电脑：%s\n' "$bin/hallkeeper $folder/town.hall"
    # GTK's remarks to programmers are for none who tries the program.
    "$bin/hallkeeper" "$folder/county.hall" 2>"$folder/desktop.log" ||
        fail "The desktop did not start:" "$(grep -v -e '-WARNING' -e '-CRITICAL' "$folder/desktop.log")"
}

bash installer/deps.sh run
begin_log run
build_programs
"$story"
