# What the orders of a test are made of.
# shellcheck shell=dash disable=SC2086 # OPTIONS are words

# Leaves only the disks of these SCSI targets.
only() {
    local disk target
    for disk in /sys/class/scsi_device/*; do
        case $(readlink -f "$disk") in */usb*) ;; *) echo 1 >"$disk/device/delete" ;; esac
    done
    for target in "$@"; do
        for disk in /sys/class/scsi_host/host*; do
            case $(readlink -f "$disk") in */virtio*) echo "0 $target 0" >"$disk/scan" ;; esac
        done
    done
    sleep 1
    for target in "$@"; do disk_of "$target" >/dev/null || return 1; done
}

# Prints the device of a SCSI target.
disk_of() {
    local disk
    for disk in /sys/block/sd*; do
        case $(readlink -f "$disk/device") in */virtio*/*:0:"$1":0) echo "/dev/${disk##*/}" && return 0 ;; esac
    done
    echo "no disk $1" >&2
    return 1
}

# Asks the server as a loader does, takes the ticket of the waiting task and lets the agent do it.
work() {
    local server=$1 url code
    url=$(wget -q -O - "$server/boot/ipxe?mac=$(cat /sys/class/net/eth0/address)&uuid=$(cat /sys/class/dmi/id/product_uuid)&serial=&arch=x86_64&platform=pcbios" |
        sed -n 's/^initrd.* \(http[^ ]*once[^ ]*\) .*/\1/p')
    [ -n "$url" ] || { echo "no task waits" && return 1; }
    rm -rf /brume
    wget -q -O /run/once.cpio "$url" && (cd / && cpio -i -d -u </run/once.cpio 2>/dev/null)
    (java_agent) </dev/null >/run/screen.log 2>&1
    code=$?
    [ "$code" = 0 ] || tail -c 3000 /run/screen.log
    echo "agent ended with $code"
    return "$code"
}

# Mounts a partition, as OPTIONS say, and runs the rest there.
inside() {
    local type=$1 node=$2 code
    shift 2
    modprobe -q "$type"
    case $type in
        xfs) /bin/mount -t xfs -o nouuid $OPTIONS "$node" /a ;;
        ntfs) ntfs-3g $OPTIONS "$node" /a ;;
        *) /bin/mount -t "$type" $OPTIONS "$node" /a ;;
    esac || return 1
    (cd /a && "$@")
    code=$?
    umount /a || return 1
    [ "$type" != btrfs ] || btrfs device scan --forget
    return "$code"
}

# Some files of every size, a deep folder and, last, one that lies far behind the others.
fill() {
    local i
    mkdir -p deep/er/est
    for i in 1 2 3 4 5 6 7 8; do head -c $((i * i * 4001)) /dev/urandom >"deep/er/file$i" || return 1; done
    head -c 1500000 /dev/urandom >large && : >empty && head -c 300000 /dev/zero >deep/zeros && echo "été" >deep/er/est/accents
    rm deep/er/file3
}

sums() {
    find . -type f -exec sha256sum {} + | sort -k 2
}
