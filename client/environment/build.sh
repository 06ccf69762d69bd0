#!/usr/bin/env bash
# Builds the imaging environment: the boot folder that the server hands to machines which start from the network.
#
#   build.sh --output=FOLDER --agent=FOLDER --java-home=FOLDER [--mirror=URL] [--prebuilt=FOLDER]
#
# --output    where the boot folder goes        --agent     jars of the agent and of what it needs at run time
# --java-home JDK whose runtime is linked       --mirror    Debian archive, else BRUME_DEBIAN_MIRROR, else Debian's own
# --prebuilt  a boot folder made elsewhere, used as it is
#
# initrd.img is four cpio archives, each compressed for itself, in the order in which the kernel unpacks them:
# /init with busybox; Debian's tools, drivers and firmware; the Java runtime; the agent with the marker that says that
# all was unpacked. Each is kept in BRUME_CACHE (~/.cache/brume) under the digest of what it is made of: a change of the
# agent does not make the rest again. Several builds may run at once; the first one works, the others wait for it.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
for step in common packages system runtime agent loaders signatures; do
    # shellcheck source=/dev/null
    . "$here/steps/$step.sh"
done

output='' agent='' java_home=${JAVA_HOME:-} prebuilt='' mirror=''
cache=${BRUME_CACHE:-$HOME/.cache/brume}/environment

read_options() {
    local option
    for option in "$@"; do
        case $option in
            --output=*) output=${option#*=} ;;
            --agent=*) agent=${option#*=} ;;
            --java-home=*) java_home=${option#*=} ;;
            --mirror=*) mirror=${option#*=} ;;
            --prebuilt=*) prebuilt=${option#*=} ;;
            *) fail "unknown option $option" ;;
        esac
    done
    mirror=${mirror:-${BRUME_DEBIAN_MIRROR:-http://deb.debian.org/debian}}
    [[ -n $output ]] || fail "--output is missing"
}

# Sets the cache folders by the digests of what goes into them.
name_parts() {
    [[ -e $java_home/release ]] || fail "$java_home is not a JDK"
    local system runtime jars
    system=$(digest_of "$here" build.sh steps/common.sh steps/packages.sh steps/system.sh steps/loaders.sh \
        steps/signatures.sh trust loaders lists/{packages,tools,libraries,modules,keymaps}.list lists/sources.template)
    runtime=$(digest_of "$here" build.sh steps/common.sh steps/runtime.sh lists/java-modules.list)-$(sha256sum <"$java_home/release" | cut -c1-12)
    jars=$(digest_of "$agent" .)
    system_part=$cache/system-$system
    runtime_part=$cache/runtime-$runtime
    boot_part=$cache/boot-$(printf '%s\n' "$system" "$runtime" "$jars" \
        "$(digest_of "$here" build.sh steps rootfs lists)" | sha256sum | cut -c1-24)
}

make_system_part() {
    [[ ! -d $system_part ]] || return 0
    say "fetching and unpacking Debian's packages from $mirror"
    fetch_packages "$cache/apt" "$mirror" "$work/tree"
    build_system "$work/tree" "$work/system"
    settle_times "$work/system"
    mkdir -p "$work/system-part/boot"
    say "compressing tools and drivers"
    (cd "$work/system" && find . -mindepth 1 -printf '%P\n' | sort) | pack "$work/system" 12 "$work/system-part/system.zst"
    cp "$work/tree/usr/bin/busybox" "$work/system-part/"
    copy_loaders "$work/tree" "$work/system-part/boot"
    require_signatures "$work/system-part/boot" "$work"
    copy_licenses "$work/tree" "$work/system-part/boot/licenses"
    mv "$work/system-part" "$system_part"
}

make_runtime_part() {
    [[ ! -d $runtime_part ]] || return 0
    say "linking the Java runtime"
    mkdir "$work/runtime-part"
    build_runtime "$java_home" "$work/runtime-part/root" "$work/runtime-part/licenses"
    (cd "$work/runtime-part/root" && find lib/java | sort) |
        pack "$work/runtime-part/root" 12 "$work/runtime-part/runtime.zst"
    mv "$work/runtime-part" "$runtime_part"
}

# The first archive: /init, its parts and busybox under the names of its applets.
make_start() {
    local root=$work/start applet
    mkdir -p "$root/bin" "$root/dev"
    cp -r "$here/rootfs/." "$root/"
    cp "$system_part/busybox" "$root/bin/"
    chmod -R u=rwX,go=rX "$root"
    chmod 0755 "$root/init" "$root/bin/busybox" "$root"/lib/brume/on-*
    ln -s busybox "$root/bin/sh"
    "$root/bin/busybox" --list | while read -r applet; do
        case $applet in busybox | sh) continue ;; esac # a link to itself would leave nothing that runs
        if ! entries "$here/lists/tools.list" | grep -qxF "$applet"; then ln -s busybox "$root/bin/$applet"; fi
    done
    settle_times "$root"
    (cd "$root" && find . -mindepth 1 -printf '%P\n' | sort) | pack "$root" 12 "$work/start.zst"
}

make_boot_part() {
    local boot=$work/boot
    make_start
    say "archiving the agent's classes"
    build_agent "$agent" "$java_home" "$work/agent" "$runtime_part/root"
    (cd "$work/agent" && find agent | sort && echo zz-complete) | pack "$work/agent" 12 "$work/agent.zst"
    cp -r "$system_part/boot" "$boot"
    cp -r "$runtime_part/licenses/java" "$boot/licenses/"
    cat "$work/start.zst" "$system_part/system.zst" "$runtime_part/runtime.zst" "$work/agent.zst" >"$boot/initrd.img"
    truncate -s %4 "$boot/initrd.img" # the kernel looks for the next archive, the ticket, at a multiple of 4
    sha256sum "$boot/initrd.img" | cut -d' ' -f1 >"$boot/environment.sha256"
    require_complete "$boot"
    mv "$boot" "$boot_part"
}

# Puts a finished boot folder in place of the former one. Copied, not linked: nobody changes the cache by accident.
deliver() {
    require_complete "$1"
    rm -rf "$output.new"
    mkdir -p "$(dirname "$output")"
    cp -r --reflink=auto "$1" "$output.new"
    rm -rf "$output"
    mv "$output.new" "$output"
}

# Keeps the parts used last: 3 of Debian, 3 of Java, 12 whole environments (one each 60 MB).
drop_old_parts() {
    local kind keep part
    for kind in system:3 runtime:3 boot:12; do
        keep=${kind#*:}
        find "$cache" -maxdepth 1 -name "${kind%:*}-*" -printf '%T@ %p\n' | sort -rn | tail -n "+$((keep + 1))" |
            while read -r _ part; do rm -rf "$part"; done
    done
}

build_into_cache() {
    require_host_tools
    mkdir -p "$cache"
    exec 9>"$cache/lock"
    flock -n 9 || { say "another build is making the environment, waiting for it" && flock 9; }
    [[ ! -d $boot_part ]] || return 0
    rm -rf "$cache"/work.* # of builds that were killed: whoever holds the lock is alone
    work=$(mktemp -d -p "$cache" work.XXXXXX)
    trap 'rm -rf "$work"' EXIT
    make_system_part
    make_runtime_part
    make_boot_part
    touch "$system_part" "$runtime_part" "$boot_part"
    drop_old_parts
}

read_options "$@"
if [[ -n $prebuilt ]]; then
    deliver "$prebuilt"
else
    name_parts
    [[ -d $boot_part ]] || build_into_cache
    touch "$boot_part"
    deliver "$boot_part"
fi
