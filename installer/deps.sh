#!/usr/bin/env bash
# Installs by apt what the project needs on a bare Debian 12. Asks dpkg first, so that it is done in
# a blink when everything is there.
#   installer/deps.sh run       to build the programs and use them (what is meant without a word)
#   installer/deps.sh test      this, and what the tests use
#   installer/deps.sh windows   to build for Windows and try the result under wine
set -euo pipefail
cd "$(dirname "$0")/.."
. installer/steps.sh

build=(build-essential cmake ninja-build ccache pkg-config gettext ca-certificates openssl
    libboost1.81-dev libboost-test1.81-dev libsodium-dev libzstd-dev bzip2 mawk unicode-data)
desktop=(libwxgtk3.2-dev wx3.2-i18n libgtk-3-dev libsqlitecpp-dev libpoco-dev libssl-dev
    libxlsxwriter-dev fonts-wqy-microhei locales)
tests=(xvfb xauth xdotool openbox dbus dbus-x11 at-spi2-core
    python3-pyatspi gir1.2-atspi-2.0 imagemagick fonts-noto-cjk python3-openpyxl curl git)
cross=(g++-mingw-w64-x86-64-posix libz-mingw-w64-dev autoconf automake libtool wine wine64
    librsvg2-bin icoutils)

case ${1:-run} in
run) wanted=("${build[@]}" "${desktop[@]}") ;;
test) wanted=("${build[@]}" "${desktop[@]}" "${tests[@]}") ;;
windows) wanted=("${build[@]}" "${desktop[@]}" "${tests[@]}" "${cross[@]}") ;;
*) fail "Usage: installer/deps.sh [run|test|windows]" ;;
esac
# SQLite's source comes as an npm package. An npm from elsewhere is as good as Debian's, and the two
# cannot be installed together.
command -v npm >/dev/null || wanted+=(npm)

command -v apt-get >/dev/null || fail \
    "Packages: this system has no apt-get; the project is built on Debian 12." \
    "Install by other means what installer/deps.sh names, then use CMake as the README says."

missing=()
for package in "${wanted[@]}"; do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing+=("$package")
done

# The programs' users read Chinese: what GTK and the C library say comes in the locale's language.
has_locale() { locale -a 2>/dev/null | grep -qix 'zh_CN\.utf-\?8'; }
needs_locale() { [[ " ${wanted[*]} " == *" locales "* ]] && ! has_locale; }

if [ ${#missing[@]} -eq 0 ] && ! needs_locale; then
    echo "Packages: all ${#wanted[@]} are installed."
    exit 0
fi

if [ "$(id -u)" -eq 0 ]; then
    as_root=(env)
elif command -v sudo >/dev/null; then
    sudo -v || fail "Packages: sudo did not let you install. Run this as root: bash installer/deps.sh ${1:-run}"
    as_root=(sudo env)
else
    fail "Packages missing: ${missing[*]:-the locale zh_CN.UTF-8}" \
        "Installing needs root and there is no sudo. Run as root: bash installer/deps.sh ${1:-run}"
fi

apt() {
    "${as_root[@]}" DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 apt-get -q -y \
        -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 "$@"
}

make_locale() {
    "${as_root[@]}" sh -c 'echo "zh_CN.UTF-8 UTF-8" >>/etc/locale.gen && locale-gen'
    has_locale
}

begin_log "deps-${1:-run}"
trap '[ $? -eq 0 ] || echo "Packages: not everything could be installed. See above; if it is the network
or a full disk, mend that and run this again: what is installed already is kept." >&2' EXIT

if [ ${#missing[@]} -gt 0 ]; then
    step "Packages: reading the list of what Debian has" apt update
    step "Packages: installing ${#missing[@]} of ${#wanted[@]} and what they need" \
        apt install --no-install-recommends "${missing[@]}"
fi
if needs_locale; then
    step "Packages: making the locale zh_CN.UTF-8" make_locale
fi
