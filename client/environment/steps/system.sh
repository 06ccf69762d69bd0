#!/usr/bin/env bash
# The part of the initramfs that comes from Debian: kernel modules and their firmware, tools, libraries, console font
# and keyboard. Result: ROOT, laid out as / of the environment, with /usr -> . and /sbin -> bin.
# shellcheck disable=SC2154 # `here` and `work` are set by build.sh

readonly LIBRARIES=lib/x86_64-linux-gnu

make_skeleton() {
    local root=$1
    mkdir -p "$root"/{bin,lib/x86_64-linux-gnu,lib/brume,lib/firmware,etc,dev,proc,sys,run,tmp,root,mnt,var/log,agent}
    ln -s . "$root/usr"
    ln -s bin "$root/sbin" # the kernel calls /sbin/modprobe
    ln -s lib "$root/lib64"
    ln -s ../run "$root/var/run"
    chmod 1777 "$root/tmp"
}

copy_tools() {
    local tree=$1 root=$2 tool source
    while read -r tool; do
        source=$(find "$tree/usr/bin" "$tree/usr/sbin" -name "$tool" -print -quit)
        [[ -n $source ]] || fail "no package of lists/packages.list holds $tool"
        cp -L "$source" "$root/bin/$tool"
        chmod 0755 "$root/bin/$tool"
    done < <(entries "$here/lists/tools.list")
    for tool in modprobe insmod lsmod modinfo depmod rmmod; do ln -s kmod "$root/bin/$tool"; done
    ln -s mke2fs "$root/bin/mkfs.ext4"
    ln -s mkntfs "$root/bin/mkfs.ntfs"
    ln -s ntfs-3g "$root/bin/mount.ntfs-3g"
}

# Prints the libraries that a program needs, as the tree's own loader resolves them; needs no chroot.
libraries_of() {
    local tree=$1 program=$2
    "$tree/usr/lib64/ld-linux-x86-64.so.2" --inhibit-cache --library-path "$tree/usr/$LIBRARIES" --list "$program" |
        sed -n 's/^.* => \(\/.*\) (0x.*$/\1/p'
}

copy_libraries() {
    local tree=$1 root=$2 program library
    {
        for program in "$root"/bin/*; do
            if [[ ! -L $program && $(head -c 4 "$program") == $'\x7fELF' ]]; then libraries_of "$tree" "$program"; fi
        done
        while read -r library; do
            printf '%s\n' "$tree/usr/$LIBRARIES/$library"
        done < <(entries "$here/lists/libraries.list")
    } | sort -u >"$work/libraries"
    while read -r library; do
        [[ $library == "$tree"/* ]] || fail "a tool would take $library from the build host"
        cp -L "$library" "$root/$LIBRARIES/"
    done <"$work/libraries"
    cp -L "$tree/usr/lib64/ld-linux-x86-64.so.2" "$root/lib/"
    mkdir -p "$root/lib/locale"
    cp -r "$tree/usr/lib/locale/C.utf8" "$root/lib/locale/"
}

# Prints the paths of the chosen modules and of all that they need.
module_files() {
    local tree=$1 version=$2 entry
    while read -r entry; do
        if [[ $entry == */ ]]; then
            find "$tree/lib/modules/$version/kernel/$entry" -name '*.ko*' -printf '%f\n' | sed 's/\.ko.*//'
        else
            printf '%s\n' "$entry"
        fi
    done < <(entries "$here/lists/modules.list") | while read -r entry; do
        modprobe -C /dev/null -d "$tree" -S "$version" --show-depends "$entry" ||
            fail "kernel $version has no module $entry (lists/modules.list)"
    done | awk '$1 == "insmod" { print $2 }' | sort -u
}

# Modules are only decompressed, never stripped: that would remove the signature which Secure Boot asks for.
copy_modules() {
    local tree=$1 root=$2 version=$3 module target
    [[ -e $tree/lib ]] || ln -s usr/lib "$tree/lib"
    depmod -b "$tree" "$version"
    module_files "$tree" "$version" >"$work/modules"
    while read -r module; do
        target=$root/lib/${module#"$tree"/lib/}
        mkdir -p "${target%/*}"
        if [[ $module == *.xz ]]; then xz -dc "$module" >"${target%.xz}"; else cp "$module" "$target"; fi
    done <"$work/modules"
    cp "$tree/usr/lib/modules/$version"/modules.{order,builtin,builtin.modinfo} "$root/lib/modules/$version/"
    depmod -b "$root" "$version"
}

# Firmware that the chosen modules name, as far as Debian's firmware packages hold it.
copy_firmware() {
    local tree=$1 root=$2 name
    find "$root/lib/modules" -name '*.ko' -print0 | xargs -0 -n1 modinfo -F firmware | sort -u >"$work/firmware"
    while read -r name; do
        if [[ -e $tree/usr/lib/firmware/$name ]]; then
            mkdir -p "$root/lib/firmware/$(dirname "$name")"
            cp -L "$tree/usr/lib/firmware/$name" "$root/lib/firmware/$name"
        fi
    done <"$work/firmware"
}

# A font with all accents for text consoles, and the keyboards of lists/keymaps.list as tables that busybox loads.
copy_console() {
    local tree=$1 root=$2 keymaps=$1/usr/share/keymaps
    mkdir -p "$root/lib/brume/console"
    zcat "$tree/usr/share/consolefonts/Lat15-Terminus16.psf.gz" >"$root/lib/brume/console/font.psf"
    local name file
    while read -r name file; do
        "$tree/usr/lib64/ld-linux-x86-64.so.2" --inhibit-cache --library-path "$tree/usr/$LIBRARIES" \
            "$tree/usr/bin/loadkeys" -q -u -b "$keymaps/i386/$file.kmap.gz" >"$root/lib/brume/console/$name.kmap" ||
            fail "cannot make the keyboard table $name"
    done < <(sed -e 's/#.*//' -e '/^$/d' "$here/lists/keymaps.list")
}

build_system() {
    local tree=$1 root=$2 version
    version=$(cd "$tree/usr/lib/modules" && echo *)
    make_skeleton "$root"
    copy_tools "$tree" "$root"
    copy_libraries "$tree" "$root"
    copy_modules "$tree" "$root" "$version"
    copy_firmware "$tree" "$root"
    copy_console "$tree" "$root"
}
