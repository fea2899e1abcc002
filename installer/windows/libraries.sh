#!/usr/bin/env bash
# Builds the libraries for Windows from Debian's source packages, static, into $WINPREFIX. A library
# whose recipe, source, or what it stands on has not changed since is left as it is.
# Called by build.sh; by itself: WINPREFIX=folder installer/windows/libraries.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
here=$PWD/installer/windows
. installer/steps.sh
: "${WINPREFIX:?Call installer/windows/build.sh, or say where: WINPREFIX=folder $0}"
cache=${HALLKEEPER_CACHE:-$HOME/.cache/hallkeeper}
sources=$cache/windows/sources
jobs=${HALLKEEPER_JOBS:-$(nproc)}
export WINPREFIX
! command -v ccache >/dev/null || export CMAKE_C_COMPILER_LAUNCHER=ccache CMAKE_CXX_COMPILER_LAUNCHER=ccache

# What is built, in this order: name, Debian's source package, what it stands on. A new library is a
# line here, a function below and its tarballs in sources.sha256.
libraries='
    sodium      libsodium/bookworm      -
    zstd        libzstd/bookworm        -
    expat       expat/bookworm          -
    pcre        pcre3/bookworm          -
    openssl     openssl                 -
    sqlitecpp   sqlitecpp/bookworm      -
    xlsxwriter  libxlsxwriter/bookworm  -
    poco        poco/bookworm           expat,pcre,openssl
    png         libpng1.6/bookworm      -
    jpeg        libjpeg-turbo/bookworm  -
    wxwidgets   wxwidgets3.2/bookworm   png,jpeg'

# cmake_library FOLDER OPTION...: configures, builds and installs it.
cmake_library() {
    local source=$1
    shift
    cmake -G Ninja -S "$source" -B "$source/out" -DCMAKE_TOOLCHAIN_FILE="$here/toolchain.cmake" \
        -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_FLAGS_RELEASE="-O2 -DNDEBUG" \
        -DCMAKE_CXX_FLAGS_RELEASE="-O2 -DNDEBUG" -DCMAKE_INSTALL_PREFIX="$WINPREFIX" -DCMAKE_INSTALL_LIBDIR=lib \
        -DCMAKE_PREFIX_PATH="$WINPREFIX" -DBUILD_SHARED_LIBS=OFF "$@"
    cmake --build "$source/out" -j "$jobs"
    cmake --install "$source/out"
}

build_sodium() {
    cd "$1"
    ./autogen.sh -s
    ./configure --host=x86_64-w64-mingw32 CC=x86_64-w64-mingw32-gcc-posix --prefix="$WINPREFIX" \
        --disable-shared --enable-static --disable-ssp --disable-dependency-tracking
    make -j "$jobs" -C src/libsodium install
}

build_zstd() {
    cmake_library "$1/build/cmake" -DZSTD_BUILD_PROGRAMS=OFF -DZSTD_BUILD_TESTS=OFF \
        -DZSTD_BUILD_SHARED=OFF -DZSTD_LEGACY_SUPPORT=OFF -DZSTD_MULTITHREAD_SUPPORT=OFF
}

# Debian's patch asks whether XML_DTD is 1, as autoconf has it; CMake's way would leave it empty.
build_expat() {
    sed -i 's/^#cmakedefine XML_DTD$/& 1/' "$1/expat/expat_config.h.cmake"
    cmake_library "$1/expat" -DEXPAT_BUILD_TOOLS=OFF -DEXPAT_BUILD_EXAMPLES=OFF \
        -DEXPAT_BUILD_TESTS=OFF -DEXPAT_SHARED_LIBS=OFF -DEXPAT_BUILD_DOCS=OFF
}

build_pcre() {
    cmake_library "$1" -DPCRE_BUILD_PCREGREP=OFF -DPCRE_BUILD_TESTS=OFF -DPCRE_BUILD_PCRECPP=OFF \
        -DPCRE_SUPPORT_UTF=ON -DPCRE_SUPPORT_UNICODE_PROPERTIES=ON
    # Under the name by which Poco's CMake package asks for it.
    mkdir -p "$WINPREFIX/lib/cmake/PCRE"
    cat >"$WINPREFIX/lib/cmake/PCRE/PCREConfig.cmake" <<'CMAKE'
if(NOT TARGET Pcre::Pcre)
    add_library(Pcre::Pcre STATIC IMPORTED)
    set_target_properties(Pcre::Pcre PROPERTIES
        IMPORTED_LOCATION ${CMAKE_CURRENT_LIST_DIR}/../../libpcre.a
        INTERFACE_INCLUDE_DIRECTORIES ${CMAKE_CURRENT_LIST_DIR}/../../../include
        INTERFACE_COMPILE_DEFINITIONS PCRE_STATIC)
endif()
set(PCRE_FOUND TRUE)
CMAKE
}

build_openssl() {
    cd "$1"
    perl Configure mingw64 --cross-compile-prefix=x86_64-w64-mingw32- CC=gcc-posix \
        --prefix="$WINPREFIX" --libdir=lib no-shared no-tests no-module no-legacy no-engine no-dso \
        no-ssl3 no-idea no-camellia no-seed no-md2 no-rc5 no-mdc2
    make -j "$jobs" build_generated libcrypto.a libssl.a
    make install_dev
}

# Against our own SQLite, which is compiled with the programs; its library is only named here.
build_sqlitecpp() {
    local sqlite=$cache/windows/sqlite
    bash installer/sqlite.sh "$sqlite"
    cmake_library "$1" -DSQLITECPP_INTERNAL_SQLITE=OFF -DSQLITECPP_RUN_CPPLINT=OFF \
        -DSQLITECPP_RUN_CPPCHECK=OFF -DSQLITECPP_USE_STACK_PROTECTION=OFF \
        -DSQLite3_INCLUDE_DIR="$sqlite" -DSQLite3_LIBRARY=sqlite3
}

build_xlsxwriter() {
    cmake_library "$1" -DBUILD_TESTS=OFF -DBUILD_EXAMPLES=OFF
}

# Poco asks for its Windows headers and libraries in capitals, and windows.h defines two of its words.
# The copies of expat, PCRE and zlib in its own tree are old: it takes ours.
build_poco() {
    echo '#include <winsock2.h>' >"$WINPREFIX/include/Winsock2.h"
    printf '#include <iphlpapi.h>\n#undef TIMESTAMP_REQUEST\n#undef TIMESTAMP_REPLY\n' \
        >"$WINPREFIX/include/Iphlpapi.h"
    ln -sf "$(x86_64-w64-mingw32-gcc-posix -print-file-name=libcrypt32.a)" "$WINPREFIX/lib/libCrypt32.a"
    local off=()
    for part in TESTS JWT ENCODINGS DATA DATA_SQLITE DATA_MYSQL DATA_POSTGRESQL DATA_ODBC MONGODB \
        REDIS ACTIVERECORD ACTIVERECORD_COMPILER PAGECOMPILER PAGECOMPILER_FILE2PAGE; do
        off+=("-DENABLE_$part=OFF")
    done
    cmake_library "$1" "${off[@]}" -DCMAKE_CXX_FLAGS="-I$WINPREFIX/include -DPCRE_STATIC" -DPOCO_UNBUNDLED=ON \
        -DENABLE_NETSSL=ON -DENABLE_CRYPTO=ON -DENABLE_ZIP=ON \
        -DOPENSSL_ROOT_DIR="$WINPREFIX" -DOPENSSL_USE_STATIC_LIBS=ON
}

build_png() {
    cmake_library "$1" -DPNG_SHARED=OFF -DPNG_STATIC=ON -DPNG_TESTS=OFF -DPNG_EXECUTABLES=OFF
}

# It takes a library folder for one of where it is called.
build_jpeg() {
    cmake_library "$1" -DENABLE_SHARED=OFF -DENABLE_STATIC=ON -DWITH_TURBOJPEG=OFF -DWITH_SIMD=OFF \
        -DCMAKE_INSTALL_LIBDIR="$WINPREFIX/lib"
}

# Debian's source is without the libraries that wxWidgets carries along; of those the desktop needs
# only PNG and JPEG. Its own Chinese words go into the program, so they are kept with it.
build_wxwidgets() {
    local off=()
    for part in AUI DEBUGREPORT EXPAT FS_INET LIBTIFF MEDIACTRL OPENGL PROPGRID PROTOCOL \
        REGEX RIBBON RICHTEXT SOCKETS STC URL WEBREQUEST WEBVIEW XML XRC; do
        off+=("-DwxUSE_$part=OFF")
    done
    cmake_library "$1" "${off[@]}" -DwxBUILD_SHARED=OFF -DwxBUILD_MONOLITHIC=ON \
        -DwxUSE_ZLIB=sys -DwxUSE_LIBPNG=sys -DwxUSE_LIBJPEG=sys \
        -DwxBUILD_CXX_STANDARD=20
    mkdir -p "$WINPREFIX/share/wxwidgets"
    msgfmt -o "$WINPREFIX/share/wxwidgets/zh_CN.mo" "$1/locale/zh_CN.po"
}

# apt's own lists stay as they are: sources are listed in our cache, from where the packages come.
private_apt() {
    apt-get -q -o Dir::Etc::SourceList="$sources/sources.list" -o Dir::Etc::SourceParts=/dev/null \
        -o Dir::State::Lists="$sources/lists" -o Dir::Cache="$sources/cache" \
        -o APT::Sandbox::User=root -o Acquire::Retries=3 "$@"
}

list_sources() {
    mkdir -p "$sources/lists/partial" "$sources/cache"
    apt-get indextargets --format 'deb-src $(REPO_URI) $(RELEASE) $(COMPONENT)' \
        'Identifier: Packages' 'Origin: Debian' | sort -u >"$sources/sources.list"
    private_apt update
}

# The tarballs of a source package as sources.sha256 knows them.
tarballs_of() {
    awk -v name="${1%/*}_" 'index($2, name) == 1 { print $2 }' "$here/sources.sha256"
}

# Debian's patches come with a package of the release; a security update's upstream tarball comes
# alone (its other parts are not on every mirror).
fetch_source() (
    cd "$sources"
    case $1 in
    */*) private_apt source --download-only "$1" ;;
    *) private_apt source --download-only --tar-only "$1" ;;
    esac
)

# check_source PACKAGE: all its tarballs are there and are the ones this version was tried with.
check_source() {
    local file newer
    for file in $(tarballs_of "$1"); do
        if [ ! -e "$sources/$file" ]; then
            newer=$(cd "$sources" && ls "${1%/*}"_*.orig.tar.?z* 2>/dev/null | grep -v '\.asc$' || true)
            echo "$file did not come. If Debian has a newer one now (here: ${newer:-none}), its signature is"
            echo "checked by apt already; put its line, from sha256sum, into installer/windows/sources.sha256."
            return 1
        fi
        (cd "$sources" && grep -F "  $file" "$here/sources.sha256" | sha256sum -c -) || return 1
    done
}

# unpack PACKAGE FOLDER: upstream's files with Debian's patches, where we have them.
unpack() {
    local file patch
    rm -rf "$2" && mkdir -p "$2"
    for file in $(tarballs_of "$1"); do
        case $file in
        *.orig.tar.*) tar xf "$sources/$file" -C "$2" --strip-components=1 ;;
        esac
    done
    for file in $(tarballs_of "$1"); do
        case $file in *.debian.tar.*) tar xf "$sources/$file" -C "$2" ;; esac
    done
    [ ! -e "$2/debian/patches/series" ] || grep -v '^ *\(#\|$\)' "$2/debian/patches/series" |
        while read -r patch _; do patch -d "$2" -p1 --batch <"$2/debian/patches/$patch"; done
}

make_library() {
    local name=$1 package=$2 work=$cache/windows/building/$1 # one place, so that ccache knows it again
    check_source "$package" >/dev/null 2>&1 || fetch_source "$package" || true
    check_source "$package"
    unpack "$package" "$work"
    "build_$name" "$work"
    rm -rf "$work"
}

# What a built library depends on, in one line.
stamp_of() {
    local name=$1 package=$2 needs=$3 need
    {
        declare -f "build_$name" cmake_library unpack
        grep " ${package%/*}_" "$here/sources.sha256"
        [ "$name" != sqlitecpp ] || cat installer/sqlite.sh
        for need in ${needs//[-,]/ }; do cat "$WINPREFIX/built/$need"; done
    } | sha256sum
}

begin_log windows-libraries
mkdir -p "$WINPREFIX/include" "$WINPREFIX/lib" "$WINPREFIX/built"
ln -sfn /usr/include/boost "$WINPREFIX/include/boost" # headers only, the same for every system
listed=
while read -r name package needs; do
    [ -n "$name" ] || continue
    stamp=$(stamp_of "$name" "$package" "$needs")
    [ "$(cat "$WINPREFIX/built/$name" 2>/dev/null)" != "$stamp" ] || continue
    rm -f "$WINPREFIX/built/$name"
    if [ -z "$listed" ]; then
        step "Windows: listing Debian's source packages" list_sources
        listed=yes
    fi
    step "Windows: building $name" make_library "$name" "$package"
    echo "$stamp" >"$WINPREFIX/built/$name"
done <<<"$libraries"
