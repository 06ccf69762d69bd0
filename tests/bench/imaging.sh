#!/bin/sh
# Measures captures and deploys of an ext4 and an NTFS disk against partclone, zstd and curl from nginx.
#
#   imaging.sh [FOLDER [TURNS]]     FOLDER keeps the disks (default target/imaging, 30 GB), TURNS of everybody (default 5)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
folder=${1:-$here/target/imaging}
turns=${2:-5}

"$here/imaging-disks.sh" "$folder"
"$root/tests/packages.sh" --unpack nginx
tools=${BRUME_TEST_TOOLS:-$HOME/.cache/brume/tools}
cd "$root"
agent=$here/target/dependencies
./mvnw -q -o test-compile dependency:copy-dependencies -pl tests/bench,connector/adapter -am -DexcludeGroupIds=fr.brume -DoutputDirectory="$agent"
python3 "$here/imaging.py" "$(cd "$folder" && pwd)" "$turns" \
    "$here/target/classes:client/agent/target/classes:connector/protocol/target/classes:$agent/*" \
    "connector/adapter/target/test-classes:connector/adapter/target/classes:connector/protocol/target/classes:$agent/*" \
    "$tools/usr/sbin/nginx"
