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
