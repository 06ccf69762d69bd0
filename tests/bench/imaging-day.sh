#!/bin/sh
# Lets the disks of imaging-disks.sh run for a day, as far as their blocks see it: FS-day.disk is FS.disk with packages installed and
# renewed, logs written, documents made and changed, a browser's cache filled and half emptied, a database changed in place, files read
# (times of access); FS-day.partclone its partclone image. The same day every time, but for times. As root; 8 GB below the folder.
#
#   imaging-day.sh FOLDER [N]      N as for imaging-disks.sh
set -eu
folder=$1
every=${2:-2}
cd "$folder"
mkdir -p mounted

# Files that the disk does not have, as packages bring them: so many MiB of every N-th file.
packages() {
    find /usr/lib /usr/share -xdev -type f -size -4096k | LC_ALL=C sort | awk "NR % 7 == 1" | xargs -d '\n' du -k |
        awk -v left=$(($1 * 1024)) '{ left -= $1; if (left < 0) exit; sub(/^[0-9]+\t/, ""); print }' >day-packages
    mkdir -p mounted/opt
    xargs -d '\n' cp --parents -t mounted/opt <day-packages
    sync
}

# Every so many files of the disk, as "names ONE-OF-SO-MANY ABOVE-THIS-SIZE".
names() {
    find mounted/usr -type f -size "+${2}c" | LC_ALL=C sort | awk "NR % $1 == 0"
}

renewed_packages() {
    names 400 1000 | head -n 150 | while read -r file; do
        cp -p "$file" "$file.dpkg-new" && printf 'renewed\n' >>"$file.dpkg-new" && mv "$file.dpkg-new" "$file"
    done
}

logs() {
    mkdir -p mounted/var/log/journal
    head -c 24000000 /dev/zero | openssl enc -aes-128-ctr -K 0 -iv 0 2>/dev/null | base64 -w 400 | head -c 24000000 >mounted/var/log/journal/system.journal
    seq 100000 | sed 's/.*/Nov 23 08:00:00 host systemd[1]: Started session number & of somebody./' >mounted/var/log/syslog
    names 1500 4000 | head -n 40 | while read -r file; do printf 'a line at the end\n' >>"$file"; done
}

documents() {
    mkdir -p mounted/home/somebody
    names 300 8000 | head -n 300 | while read -r file; do cp "$file" "mounted/home/somebody/$(echo "$file" | md5sum | cut -c1-12)"; done
}

cache() {
    mkdir -p mounted/home/somebody/cache
    names 60 500 | head -n 2000 | while read -r file; do
        gzip -1 -c "$file" | head -c 60000 >"mounted/home/somebody/cache/$(echo "$file" | md5sum | cut -c1-12)"
    done
    find mounted/home/somebody/cache -name '*[0-7]' -delete
}

# Pages of a database, here and there.
database() {
    names 5000 1000000 | head -n 2 >day-databases
    [ -s day-databases ] || names 50 1000000 | head -n 2 >day-databases
    while read -r file; do
        for page in 3 17 40 90 111 150 200; do
            head -c 4096 /dev/zero | tr '\0' "$(printf '\\%03o' "$page")" | dd of="$file" bs=4096 seek="$page" conv=notrunc status=none
        done
    done <day-databases
}

reading() {
    names 30 1 | head -n 5000 | xargs -d '\n' touch -a
}

day() {
    packages 300
    renewed_packages
    logs
    documents
    cache
    database
    names 900 1 | head -n 100 | xargs -d '\n' rm
    reading
}

mount_ext4() {
    mount "$1" mounted
}

# Its program is what writes: it goes on after the mount has gone, and is waited for.
mount_ntfs() {
    ntfs-3g -o no_detach "$1" mounted &
    until mountpoint -q mounted; do kill -0 $! || exit 1; sleep 0.2; done
}

run() {
    [ -e "$1-day.partclone" ] && return
    cp --sparse=always "$1.disk" "$1-day.disk"
    part=$(losetup --find --show --offset 1048576 --sizelimit "$(($(stat -c %s "$1-day.disk") - 2097152))" "$1-day.disk")
    "$3" "$part"
    day
    umount mounted
    wait
    "partclone.$2" -f 0 -c -a0 -s "$part" -O "$1-day.partclone" -L partclone.log >/dev/null 2>&1
    losetup --detach "$part"
}

run ext4 extfs mount_ext4
run ntfs ntfs mount_ntfs
rmdir mounted
rm -f day-packages day-databases
