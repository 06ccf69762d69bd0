#!/bin/sh
# Measures region sizes 1, 2, 4 and 8 MiB against one zstd stream, interleaved so that a neighbour's load hits all alike.
#
#   region-size.sh [FOLDER [TURNS]]     FOLDER keeps the images (default target/region), TURNS of every size (default 3)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:-$here/target/region}
turns=${2:-3}

"$here/region-images.sh" "$folder"
jars=$(find "$HOME/.m2/repository/com/github/luben/zstd-jni" -name 'zstd-jni-*.jar' | sort | tail -1)
path=$here/target/classes:$here/../../connector/protocol/target/classes:$jars
rows=$folder/rows.tsv
: >"$rows"
for image in ext4 ntfs; do
    for turn in $(seq "$turns"); do
        for region in 0 1 2 4 8; do
            java -Xmx128m -XX:+UseSerialGC -cp "$path" fr.brume.bench.region.RegionSizeBenchmark \
                "$folder/$image.partclone" "$region" 3 2 1 >>"$rows"
        done
    done
done
python3 "$here/region-table.py" "$rows"
