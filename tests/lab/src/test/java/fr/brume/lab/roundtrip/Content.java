package fr.brume.lab.roundtrip;

/** What a partition of a test disk holds: size, how the host makes it, how the guest mounts it, how the host judges it. */
enum Content {
    FAT12(6, "vfat", "mkfs.vfat -F 12 -S $s -s $((4096 / s)) $p", "fsck.vfat -n $p"),
    FAT16(40, "vfat", "mkfs.vfat -F 16 -S $s -s $((4096 / s)) $p", "fsck.vfat -n $p"),
    FAT32(300, "vfat", "mkfs.vfat -F 32 -S $s -s $((4096 / s)) $p", "fsck.vfat -n $p"),
    EXFAT(32, "exfat", "mkfs.exfat $p", "fsck.exfat -n $p"),
    NTFS(32, "ntfs", "mkntfs -q -Q -s $s -p $start -H 255 -S 63 $p", "ntfsfix -n $p"),
    EXT2(24, "ext2", "mke2fs -q -b 4096 -t ext2 $p", "e2fsck -fn $p"),
    EXT3(32, "ext3", "mke2fs -q -b 4096 -t ext3 $p", "e2fsck -fn $p"),
    EXT4(32, "ext4", "mke2fs -q -b 4096 -t ext4 $p", "e2fsck -fn $p"),
    XFS(304, "xfs", "mkfs.xfs -q $p", "xfs_repair -n $p"),
    BTRFS(128, "btrfs", "mkfs.btrfs -q $p", "btrfs check --readonly $p"),
    F2FS(128, "f2fs", "mkfs.f2fs -q -w $s $p", "fsck.f2fs --dry-run $p"),
    /** A volume group with one logical volume of ext4, made on the host. */
    LVM(
            48,
            "",
            "x() { \"$@\" --devices $p; }; x pvcreate -qq $p; x vgcreate -qq banc $p; x lvcreate -qq --driverloaded n"
                    + " -an -Zn -Wn -L 24M -n racine banc; sync; v=$(losetup -f --show -o 1048576 --sizelimit 25165824"
                    + " $p); d=$(mktemp -d); head -c 2000000 /dev/urandom > $d/x; mke2fs -q -b 4096 -t ext4 -d $d $v;"
                    + " losetup -d $v",
            "vgck --devices $p banc; v=$(losetup -r -f --show -o 1048576 --sizelimit 25165824 $p); e2fsck -fn $v;"
                    + " debugfs -R 'dump x /dev/stdout' $v 2>/dev/null | sha256sum; losetup -d $v"),
    SWAP(8, "", "mkswap $p", "blkid -p -s UUID -o value $p"),
    UNKNOWN(8, "", "head -c 3000000 /dev/urandom > $p", "sha256sum < $p");

    final int mebibytes;
    final String mount;
    final String make;
    final String judge;

    Content(int mebibytes, String mount, String make, String judge) {
        this.mebibytes = mebibytes;
        this.mount = mount;
        this.make = make;
        this.judge = judge;
    }

    /** Whether what the judge says is of use only when it is the same on both sides. */
    boolean judgedByWords() {
        return this == LVM || this == SWAP || this == UNKNOWN;
    }
}
