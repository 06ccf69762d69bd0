#!/usr/bin/env bash
# What every step shares: messages, tools of the build host, digests, and the files that make a boot folder complete.
# Sourced by build.sh and check.sh, which set `here` (folder of client/environment) and, for building, `work` (scratch).
: "${here:?}"

# Files of the boot folder, beside licenses/; the server serves them under these names.
BOOT_FILES=(undionly.kpxe ipxe.efi snponly.efi shimx64.efi grubx64.efi grub.pxe poweroff.pxe refind_x64.efi
    memtest.bin memtest.efi vmlinuz initrd.img environment.sha256)

# Seconds since 1970 given to every file of the environment, so that equal inputs give equal archives.
# The Java class archive also records the times of the jars: they must be the same at build and at boot.
EPOCH=1767225600

export LC_ALL=C
export PATH="$PATH:/usr/sbin:/sbin"

say() {
    printf 'environment: %s\n' "$*" >&2
}

fail() {
    say "$*"
    exit 1
}

# Lines of a list file without comments.
entries() {
    sed -e 's/#.*//' "$1" | tr -s '[:blank:]' '\n' | sed '/^$/d'
}

# One digest for the names and contents of files, given as paths relative to a folder.
digest_of() {
    local folder=$1
    shift
    (cd "$folder" && find "$@" -type f -print0 | sort -z | xargs -0 sha256sum) | sha256sum | cut -c1-24
}

# Fails when a boot folder lacks a file or when its initramfs is not the one that its digest names.
require_complete() {
    local folder=$1 name
    for name in "${BOOT_FILES[@]}"; do
        [[ -s $folder/$name ]] || fail "$folder lacks $name"
    done
    [[ -d $folder/licenses ]] || fail "$folder lacks the folder licenses"
    [[ $(<"$folder/environment.sha256") == "$(sha256sum "$folder/initrd.img" | cut -d' ' -f1)" ]] ||
        fail "$folder/environment.sha256 is not the digest of initrd.img"
}

# Names of Debian packages that the build host lacks.
missing_host_packages() {
    local pair
    for pair in apt-get:apt dpkg-deb:dpkg gpgv:gpgv cpio:cpio zstd:zstd xz:xz-utils modprobe:kmod flock:util-linux \
        sbverify:sbsigntool openssl:openssl; do
        command -v "${pair%%:*}" >/dev/null || printf '%s ' "${pair##*:}"
    done
    [[ -e /usr/share/keyrings/debian-archive-keyring.gpg ]] || printf 'debian-archive-keyring '
}

# Installs what the build host lacks when it may, else names it.
require_host_tools() {
    local missing
    read -r -a missing <<<"$(missing_host_packages)"
    [[ ${#missing[@]} -gt 0 ]] || return 0
    command -v apt-get >/dev/null ||
        fail "the imaging environment is made of Debian packages and this machine has no apt. Build it on Debian or" \
            "Ubuntu, then give its folder here: -Dbrume.environment=/folder"
    [[ $EUID -eq 0 ]] || fail "missing on this machine: ${missing[*]}. Run: sudo apt-get install ${missing[*]}"
    say "installing ${missing[*]}"
    apt-get -q -o DPkg::Lock::Timeout=300 update >&2 || say "apt-get update failed, trying with the lists at hand"
    DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 install --no-install-recommends \
        "${missing[@]}" >&2 || fail "could not install ${missing[*]}"
}

# Makes one compressed cpio archive of a folder: names on standard input, in the wanted order.
pack() {
    local folder=$1 level=$2 result=$3
    (cd "$folder" && cpio --quiet --reproducible -o -H newc -R 0:0) | zstd -q -f "-$level" -T0 -o "$result"
}

# Gives every file below a folder the same time.
settle_times() {
    find "$1" -exec touch -h -d "@$EPOCH" {} +
}
