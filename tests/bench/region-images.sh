#!/bin/sh
# Makes the two partclone images that the benchmark of the region size reads: ext4.partclone and ntfs.partclone, of one file in
# N of this machine's /usr. As root (ntfs-3g mounts). Needs about 6 GB below the folder.
#
#   region-images.sh FOLDER [N]
set -eu
folder=$1
every=${2:-7}

"$(dirname "$0")/../packages.sh" partclone ntfs-3g e2fsprogs zstd
mkdir -p "$folder"
cd "$folder"
[ -e ext4.partclone ] && [ -e ntfs.partclone ] && exit 0
rm -rf files ext4 ntfs
mkdir files
find /usr -xdev -type f | LC_ALL=C sort | awk "NR % $every == 0" | xargs -d '\n' cp --parents -t files
bytes=$(du -sb files | cut -f1)
size=$((bytes / 1048576 * 5 / 4 + 256))

truncate -s "${size}M" ext4
mkfs.ext4 -q -F -d files ext4
partclone.extfs -c -a0 -s ext4 -O ext4.partclone.part >partclone.log 2>&1

truncate -s "${size}M" ntfs
mkntfs -q -F -Q ntfs >partclone.log 2>&1
mkdir mounted
ntfs-3g ntfs mounted
cp -r files/. mounted/
umount mounted
rmdir mounted
partclone.ntfs -c -a0 -s ntfs -O ntfs.partclone.part >partclone.log 2>&1

mv ext4.partclone.part ext4.partclone
mv ntfs.partclone.part ntfs.partclone
rm -rf files ext4 ntfs
