#!/usr/bin/env bash
# Checks a boot folder without starting it: check.sh FOLDER
#
# All files are there and the digest is right; what Secure Boot looks at is signed by whom it trusts; initrd.img holds
# its parts in the right order with the marker last; every program and library of it finds its libraries inside it, and
# nothing outside; /init does what the exit codes of the agent ask.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
for step in common system signatures; do
    # shellcheck source=/dev/null
    . "$here/steps/$step.sh"
done

folder=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# The chain of Secure Boot is signed, and the check would see a byte changed in any link of it.
check_signatures() {
    local name half byte
    require_signatures "$folder" "$scratch"
    for name in shimx64.efi grubx64.efi vmlinuz; do
        half=$(($(stat -c %s "$folder/$name") / 2))
        cp "$folder/$name" "$scratch/changed"
        byte=$(od -A n -t u1 -j "$half" -N 1 "$folder/$name")
        printf '%b' "\\x$(printf %02x $((byte ^ 1)))" | dd of="$scratch/changed" bs=1 seek="$half" conv=notrunc status=none
        if is_signed "$scratch/changed" "$scratch" "$here"/trust/*.pem; then fail "a changed $name passes for signed"; fi
    done
    if is_signed "$folder/memtest.efi" "$scratch" "$here"/trust/*.pem; then
        fail "memtest.efi is signed: the boot menu says that Secure Boot refuses it"
    fi
}

# Programs for UEFI are PE files, the memory test and the GRUBs for BIOS machines what their loaders take.
check_loaders() {
    local name
    for name in shimx64.efi grubx64.efi ipxe.efi snponly.efi refind_x64.efi memtest.efi; do
        [[ $(head -c 2 "$folder/$name") == MZ ]] || fail "$name is no program for UEFI"
    done
    [[ $(od -A n -t x1 -j 510 -N 2 "$folder/memtest.bin") == " 55 aa" ]] || fail "memtest.bin cannot be loaded as a kernel"
    for name in grub.pxe poweroff.pxe; do
        (($(stat -c %s "$folder/$name") < 480 * 1024)) || fail "$name does not fit below 640 KB"
    done
}

# Unpacks the archives one after the other, as the kernel does, and keeps their lists of names.
unpack_initrd() {
    local part
    # the padding after the last archive is no archive: zstd says so once it has given everything
    zstd -q -dc "$folder/initrd.img" >"$scratch/initrd.cpio" 2>/dev/null || true
    mkdir "$scratch/root"
    for part in 1 2 3 4; do
        (cd "$scratch/root" && cpio --quiet -i -d -u -v 2>"$scratch/names.$part") || fail "initrd.img: archive $part is broken"
        [[ -s $scratch/names.$part ]] || fail "initrd.img: archive $part is empty"
    done <"$scratch/initrd.cpio"
    grep -qx init "$scratch/names.1" || fail "initrd.img: /init is not in the first archive"
    [[ $(tail -n 1 "$scratch/names.4") == zz-complete ]] || fail "initrd.img: the marker zz-complete is not last"
    (($(stat -c %s "$folder/initrd.img") % 4 == 0)) || fail "initrd.img: its length is no multiple of 4"
}

# Every ELF file finds its libraries in the tree alone; so do the libraries that jars carry.
check_libraries() {
    local root=$scratch/root file missing
    local loader=$root/lib/ld-linux-x86-64.so.2 path=$root/$LIBRARIES
    find "$root" -type f -size +3c ! -name '*.ko' ! -name 'ld-linux*' ! -path '*/firmware/*' | sort >"$scratch/files"
    while read -r file; do
        [[ $(head -c 4 "$file" | tr '\0' ' ') == $'\x7fELF' ]] || continue
        [[ $file != */bin/busybox ]] || continue # static
        missing=$("$loader" --inhibit-cache --library-path "$path:$root/lib/java/lib:$root/lib/java/lib/server" \
            --list "$file" 2>&1 | grep -v -e "=> $root/" -e "^\s*$root/" -e linux-vdso -e '^\s*/lib64/ld-linux' \
            -e 'statically linked' || true)
        [[ -z $missing ]] || fail "${file#"$root"}: $missing"
    done <"$scratch/files"
}

# Every module has kept its signature and every applet leads to a program.
check_tree() {
    local root=$scratch/root module link
    while read -r module; do
        tail -c 28 "$module" | grep -q 'Module signature appended' || fail "${module#"$root"} has lost its signature"
    done < <(find "$root/lib/modules" -name '*.ko')
    while read -r link; do
        [[ -e $link ]] || fail "${link#"$root"} is a link to nothing"
    done < <(find "$root/bin" -type l)
    [[ -x $root/init && -x $root/bin/busybox && -x $root/sbin/modprobe ]] || fail "/init cannot run"
    [[ -s $root/agent/agent.jsa && -s $root/agent/classpath ]] || fail "/agent is not complete"
}

require_complete "$folder"
require_host_tools
check_signatures
check_loaders
unpack_initrd
check_libraries
check_tree
bash "$here/check-agent.sh" "$scratch/root" || fail "/init does not do what the agent's exit code asks"
say "$(wc -l <"$scratch/files") files in $(($(stat -c %s "$folder/initrd.img") / 1048576)) MB of initrd.img are as they must be"
