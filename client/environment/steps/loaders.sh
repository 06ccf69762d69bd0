#!/usr/bin/env bash
# Boot loaders and kernel as Debian signed them, under the names that firmware and loaders ask for, and the licences.
# shellcheck disable=SC2154 # `here` and `work` are set by build.sh

copy_loaders() {
    local tree=$1 boot=$2
    mkdir -p "$boot"
    cp "$tree"/usr/lib/ipxe/{undionly.kpxe,ipxe.efi,snponly.efi} "$boot/"
    cp "$tree/usr/lib/shim/shimx64.efi.signed" "$boot/shimx64.efi"
    cp "$tree/usr/lib/grub/x86_64-efi-signed/grubnetx64.efi.signed" "$boot/grubx64.efi"
    cp "$tree"/boot/vmlinuz-* "$boot/vmlinuz"
    cp "$tree/boot/memtest86+x64.bin" "$boot/memtest.bin"
    cp "$tree/boot/memtest86+x64.efi" "$boot/memtest.efi"
    cp "$tree/usr/share/refind/refind/refind_x64.efi" "$boot/"
    make_bios_grub "$tree" disk.cfg "$boot/grub.pxe" biosdisk chain boot
    make_bios_grub "$tree" poweroff.cfg "$boot/poweroff.pxe" halt
}

# A GRUB that a BIOS machine loads from the network to do one thing; needs no signature. Made by Debian's own tool, which
# runs here with the libraries of its release.
make_bios_grub() {
    local tree=$1 commands=$2 result=$3
    shift 3
    grep -v '^#' "$here/loaders/$commands" >"$work/$commands" # without its normal mode GRUB takes a remark for a command
    quietly "cannot make $result" "$tree/usr/lib64/ld-linux-x86-64.so.2" --inhibit-cache \
        --library-path "$tree/usr/$LIBRARIES" "$tree/usr/bin/grub-mkimage" -d "$tree/usr/lib/grub/i386-pc" -O i386-pc-pxe \
        -c "$work/$commands" -p /grub -o "$result" "$@"
}

# The licence of every package, the texts they refer to, and the exact versions (their sources: snapshot.debian.org).
copy_licenses() {
    local tree=$1 licenses=$2 file package
    mkdir -p "$licenses/debian"
    for file in "$tree"/usr/share/doc/*/copyright; do
        package=${file%/copyright}
        cp -L "$file" "$licenses/debian/${package##*/}.copyright" 2>/dev/null || true # a link to a package not taken
    done
    cp -rL "$tree/usr/share/common-licenses" "$licenses/"
    cp "$work/package-files" "$licenses/PACKAGES"
    chmod -R u+w "$licenses"
}
