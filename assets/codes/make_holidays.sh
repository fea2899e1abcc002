#!/bin/sh
# Writes the days off and the make-up working days that the State Council's notices name, 2004 on, as
# csv (holidays.csv; needs npm and the network):
#
#     ./make_holidays.sh [VERSION] > holidays.csv
#
# The npm package `chinese-days` (MIT) keeps them. Only its dates and their Chinese names are taken;
# none of its code runs. Each notice comes in the November before: then the newest version is taken,
# and an office that cannot wait imports the notice into its register of days off.
set -eu

version=${1:-1.5.7}
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

cd "$folder"
npm pack --silent "chinese-days@$version" > name
tar -xzf "$(cat name)"
node "$here/make_holidays.mjs" package/dist/chinese-days.json
