#!/bin/sh
# Gives the tests the programs of Debian that they use as peers and judges.
#
#   packages.sh PACKAGE...            installed when missing and when run as root; else named, status 1
#   packages.sh --unpack PACKAGE...   only unpacked below $BRUME_TEST_TOOLS: no daemon is started by the package
#
# BRUME_TEST_TOOLS defaults to ~/.cache/brume/tools.
set -eu

tools=${BRUME_TEST_TOOLS:-$HOME/.cache/brume/tools}
lock=-oDPkg::Lock::Timeout=600

need_apt() {
    command -v apt-get >/dev/null 2>&1 && return
    echo "packages.sh: no apt-get here. Needed: $*" >&2
    exit 1
}

unpack() {
    need_apt "$@"
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    for package; do
        [ -e "$tools/.unpacked-$package" ] && continue
        (cd "$work" && { apt-get download -qq "$package" || { apt-get $lock update -qq && apt-get download -qq "$package"; }; })
        mkdir -p "$tools"
        dpkg -x "$work/$package"_*.deb "$tools"
        : >"$tools/.unpacked-$package"
    done
}

install() {
    missing=
    for package; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q ' installed$' || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    need_apt $missing
    if [ "$(id -u)" != 0 ]; then
        echo "packages.sh: run as root: apt-get install --no-install-recommends$missing" >&2
        exit 1
    fi
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086
    apt-get $lock install -y -qq --no-install-recommends $missing >/dev/null ||
        { apt-get $lock update -qq && apt-get $lock install -y -qq --no-install-recommends $missing >/dev/null; }
}

# Two modules may ask at once, and apt-get does not wait for another's lists.
mkdir -p "$tools"
exec 9>"$tools/.lock"
flock 9

if [ "${1-}" = --unpack ]; then
    shift
    unpack "$@"
else
    install "$@"
fi
