#!/usr/bin/env bash
# Fetches the SQLite3 Multiple Ciphers amalgamation into the folder given (default: the cache),
# checks its hash, and leaves only sqlite3.c and sqlite3.h there. Nothing of the package is run.
set -euo pipefail
version=13.0.3
integrity='sha512-UYabM82r1J84TLWc/SszoHs6XopWpl/2HCg3Nui1JUaFXg/VLswzkPowYiRhK/4CftI8dgtikwyZQecMldrGxQ=='
target=${1:-${HALLKEEPER_CACHE:-$HOME/.cache/hallkeeper}/sqlite/$version}

[ -s "$target/sqlite3.c" ] && exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent "better-sqlite3-multiple-ciphers@$version" >/dev/null || {
    echo "SQLite: the package registry did not answer. Check the network and run this again." >&2
    exit 1
}
got="sha512-$(openssl dgst -sha512 -binary ./*.tgz | openssl base64 -A)"
if [ "$got" != "$integrity" ]; then
    echo "SQLite: the fetched package has another hash than expected; it is not used." >&2
    exit 1
fi
tar xzf ./*.tgz package/deps/sqlite3
mkdir -p "$target"
cp package/deps/sqlite3/sqlite3.h "$target/"
cp package/deps/sqlite3/sqlite3.c "$target/sqlite3.c.part"
mv "$target/sqlite3.c.part" "$target/sqlite3.c"
