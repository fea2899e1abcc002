#!/usr/bin/env bash
# Makes the Windows of our own in which what is built is tried, in $WINEPREFIX, where it is not there
# yet: with letters for Chinese, of which wine has none, under the names that programs ask for.
#   WINEPREFIX=folder WINEARCH=win64 installer/windows/wine.sh
set -euo pipefail
: "${WINEPREFIX:?Call installer/windows/build.sh, or say where: WINEPREFIX=folder $0}"
font=/usr/share/fonts/truetype/wqy/wqy-microhei.ttc
unset DISPLAY # no questions
[ -e "$WINEPREFIX/system.reg" ] || {
    mkdir -p "$(dirname "$WINEPREFIX")"
    wineboot --init
    wineserver --wait
    [ -e "$WINEPREFIX/system.reg" ]
}
installed=$WINEPREFIX/drive_c/windows/Fonts/$(basename "$font")
[ ! -e "$installed" ] || exit 0

registry=$(mktemp --suffix .reg)
trap 'rm -f "$registry"' EXIT
{
    printf 'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\Software\\Wine\\Fonts\\Replacements]\r\n'
    for name in 'MS Shell Dlg' 'MS Shell Dlg 2' 'MS Sans Serif' Tahoma 'Segoe UI' 'Microsoft YaHei' \
        'Microsoft YaHei UI' 微软雅黑 SimSun NSimSun 宋体 SimHei 黑体 Arial 'Times New Roman' System; do
        printf '"%s"="WenQuanYi Micro Hei"\r\n' "$name"
    done
} | { printf '\xff\xfe'; iconv -f UTF-8 -t UTF-16LE; } >"$registry"
wine regedit /S "$(winepath -w "$registry")"
wineserver --wait
cp "$font" "$installed"
