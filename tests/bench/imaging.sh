#!/bin/sh
# Measures captures and deploys of an ext4 and an NTFS disk against partclone, zstd and curl from nginx.
#
#   imaging.sh [FOLDER [TURNS [ROWS]]]   FOLDER keeps the disks (default target/imaging, 35 GB); TURNS of everybody (default 5);
#                                        ROWS as ext4/deploy,ntfs/capture (default all; none makes the disks only). What is measured:
#                                        capture deploy verify alone delta-deploy delta-capture, and what all leaves out: tls
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
folder=${1:-$here/target/imaging}
turns=${2:-5}
rows=${3:-all}

"$here/imaging-disks.sh" "$folder"
"$here/imaging-day.sh" "$folder"
"$root/tests/packages.sh" --unpack nginx
tools=${BRUME_TEST_TOOLS:-$HOME/.cache/brume/tools}
[ "$rows" != none ] || exit 0
cd "$root"
dependencies=$here/target/dependencies
if [ -z "${BRUME_BENCH_BUILT-}" ]; then
    ./mvnw -q -o test-compile dependency:copy-dependencies -pl tests/bench,connector/adapter -am -DexcludeGroupIds=fr.brume -DincludeScope=compile -DoutputDirectory="$dependencies"
fi

# The agent as its environment has it: jars, and their classes in an archive.
agent=$here/target/agent
rm -rf "$agent"
mkdir "$agent"
for module in tests/bench client/agent connector/protocol; do
    jar --create --file "$agent/$(basename "$module").jar" -C "$module/target/classes" .
done
classpath=$agent/agent.jar:$agent/bench.jar:$agent/protocol.jar:$(echo "$dependencies"/*.jar | tr ' ' ':')
for jar in "$agent"/*.jar "$dependencies"/*.jar; do
    unzip -Z1 "$jar" | sed -n -e '/module-info/d' -e '/^META-INF/d' -e 's/\.class$//p'
done >"$agent/own"
grep -v -e '^#' -e '^@' "$(dirname "$(readlink -f "$(command -v java)")")/../lib/classlist" | cat - "$agent/own" >"$agent/classes"
java -Xshare:dump -XX:+UseG1GC -Xmx512m -XX:SharedClassListFile="$agent/classes" -XX:SharedArchiveFile="$agent/agent.jsa" -cp "$classpath" >"$agent/dump.log" 2>&1

# In a network of its own: bytes on its loopback interface are counted.
PYTHONDONTWRITEBYTECODE=1 unshare --net sh -c 'ip link set lo up; exec python3 "$@"' sh "$here/imaging" "$(cd "$folder" && pwd)" "$turns" "$rows" \
    "$classpath" "$agent/agent.jsa" \
    "connector/adapter/target/test-classes:connector/adapter/target/classes:connector/protocol/target/classes:$dependencies/*" \
    "$tools/usr/sbin/nginx"
