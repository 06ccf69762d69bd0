#!/usr/bin/env bash
# Fetches the Debian packages and unpacks them into a folder. Nothing is installed into the build host: apt works on
# a state and a cache of its own, checks the archive's signature with Debian's keyring, and dpkg-deb only unpacks.
# shellcheck disable=SC2154 # `here` and `work` are set by build.sh

readonly KEYRING=/usr/share/keyrings/debian-archive-keyring.gpg

# The host's settings for reaching an archive (a proxy, say) are kept; its sources, hooks and pins are not.
write_apt_configuration() {
    local state=$1 mirror=$2 file=$3
    mkdir -p "$state/state/lists/partial" "$state/cache/archives/partial"
    : >"$state/status"
    sed -e "s|@MIRROR@|$mirror|g" -e "s|@KEYRING@|$KEYRING|g" "$here/lists/sources.template" >"$state/sources.list"
    {
        printf 'Dir::Etc::Parts "/dev/null";\nDir::Etc::sourceparts "/dev/null";\nDir::Etc::preferences "/dev/null";\n'
        printf 'Dir::Etc::preferencesparts "/dev/null";\nDir::Etc::sourcelist "%s/sources.list";\n' "$state"
        printf 'Dir::State "%s/state";\nDir::State::status "%s/status";\nDir::Cache "%s/cache";\n' "$state" "$state" "$state"
        printf 'APT::Architecture "amd64";\nAPT::Architectures "amd64";\nAPT::Install-Recommends "false";\n'
        printf 'Acquire::Languages "none";\nAcquire::Retries "3";\n'
        [[ $EUID -ne 0 ]] || printf 'APT::Sandbox::User "root";\n'
        apt-config dump Acquire | grep -v -e '^Acquire::Languages' -e '^Acquire::Retries'
    } >"$file"
}

# Prints the file names of the packages to unpack, one per line; apt says them as 'URI' NAME SIZE HASH.
package_files() {
    local with_dependencies=$1 alone=$2
    {
        # shellcheck disable=SC2086 # the lists are words
        apt-get -y -q --print-uris -o Dir::Cache::archives="$empty_archives" install $with_dependencies
        # shellcheck disable=SC2086
        (cd "$empty_archives" && apt-get -q --print-uris download $alone)
    } | awk "/^'/ { print \$2 }" | sort -u
}

# Fetches everything of packages.list and unpacks it into TREE, the kernel too.
fetch_packages() {
    local state=$1 mirror=$2 tree=$3 list=$here/lists/packages.list kernel with_dependencies alone
    local empty_archives=$work/no-archives
    mkdir -p "$empty_archives/partial" "$tree"
    write_apt_configuration "$state" "$mirror" "$work/apt.conf"
    export APT_CONFIG=$work/apt.conf
    quietly "cannot read the package lists of $mirror" apt-get -q update
    kernel=$(apt-cache depends "$(sed -n 's/^@ //p' "$list")" | awk '$1 == "Depends:" { print $2; exit }')
    with_dependencies=$(grep -v '^[#=@]' "$list" | tr '\n' ' ')
    alone="$(sed -n 's/^= //p' "$list" | tr '\n' ' ') $kernel"
    package_files "$with_dependencies" "$alone" >"$work/package-files"
    # shellcheck disable=SC2086 # the lists are words
    {
        quietly "download failed" apt-get -q -y -d install $with_dependencies
        (cd "$state/cache/archives" && quietly "download failed" apt-get -q download $alone)
    }
    unset APT_CONFIG
    unpack_packages "$state/cache/archives" "$tree"
}

# Runs a command and shows what it said only when it fails.
quietly() {
    local message=$1
    shift
    "$@" >"$work/command.log" 2>&1 || fail "$message: $(grep -e '^E:' -e '^W:' "$work/command.log" || tail -n 3 "$work/command.log")"
}

unpack_packages() {
    local archives=$1 tree=$2 name
    while read -r name; do
        dpkg-deb -x "$archives/$name" "$tree" || fail "cannot unpack $name"
    done <"$work/package-files"
    drop_old_packages "$archives"
}

# Packages that a later version replaced do not pile up in the cache.
drop_old_packages() {
    local archives=$1 name
    for name in "$archives"/*.deb; do
        grep -qxF "${name##*/}" "$work/package-files" || rm -f "$name"
    done
}
