# Drivers for what the machine has: by the kernel's own description of each device, then by its later announcements.
# shellcheck shell=dash

# Loads drivers until a round brings nothing new: a driver's devices are only known once it is loaded
# (virtio_net behind virtio_pci, disks behind their controller).
coldplug() {
    local before=-1 now quiet_rounds=0
    /bin/modprobe -q -a sd_mod loop fuse dm_mod efivarfs
    while [ "$quiet_rounds" -lt 2 ]; do
        find /sys/devices -name modalias -exec cat {} + 2>/dev/null | sort -u | xargs -r /bin/modprobe -q -a -b
        now=$(wc -l </proc/modules)
        if [ "$now" = "$before" ]; then quiet_rounds=$((quiet_rounds + 1)); else quiet_rounds=0; fi
        before=$now
        [ "$quiet_rounds" -eq 0 ] || sleep 0.3
    done
    [ ! -d /sys/firmware/efi/efivars ] || mount -t efivarfs -o ro efivarfs /sys/firmware/efi/efivars 2>/dev/null
}

# Devices that announce themselves later (USB disks, network cards and keyboards) get their driver then.
start_hotplug() {
    uevent /lib/brume/on-device >/dev/null 2>&1 &
}
