#!/bin/sh
# Makes what the benchmark of imaging reads, once for each of ext4 and ntfs: FS.disk (a disk with one partition from sector 2048, holding
# one file in N of this machine's /usr), FS.partclone (its partclone image) and FS.zst (the same as one zstd -3 stream, as FOG keeps
# it). As root (loop devices, ntfs-3g mounts). Needs about 20 GB below the folder.
#
#   imaging-disks.sh FOLDER [N]
set -eu
folder=$1
every=${2:-2}

"$(dirname "$0")/../packages.sh" partclone ntfs-3g e2fsprogs zstd curl
mkdir -p "$folder"
cd "$folder"
[ -e ntfs.zst ] && exit 0
rm -rf files mounted
mkdir files mounted
find /usr -xdev -type f | LC_ALL=C sort | awk "NR % $every == 0" | xargs -d '\n' cp --parents -t files
size=$(($(du -sb files | cut -f1) / 1048576 * 5 / 4 + 256))

# The disk FS.disk, and the loop device of its partition in $part.
disk() {
    rm -f "$1.disk"
    truncate -s "$((size + 2))M" "$1.disk"
    printf 'label: dos\nstart=2048, size=%s, type=%s\n' "$((size * 2048))" "$2" | sfdisk -q "$1.disk"
    part=$(losetup --find --show --offset 1048576 --sizelimit "$((size * 1048576))" "$1.disk")
}

# The two ways in which others keep it, from the partition in $part, which is then let go.
images() {
    "partclone.$2" -f 0 -c -a0 -s "$part" -O "$1.partclone" -L partclone.log >/dev/null 2>&1
    losetup --detach "$part"
    zstd -q -3 -f "$1.partclone" -o "$1.zst"
}

disk ext4 83
mkfs.ext4 -q -F -d files "$part"
images ext4 extfs

disk ntfs 7
mkntfs -q -F -Q -p 2048 "$part"
# The program is what writes: it goes on after the mount has gone.
ntfs-3g -o no_detach "$part" mounted &
until mountpoint -q mounted; do kill -0 $! || exit 1; sleep 0.2; done
cp -r files/. mounted/
umount mounted
wait $!
images ntfs ntfs
rm -rf files mounted
