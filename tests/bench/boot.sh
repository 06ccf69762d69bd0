#!/bin/sh
# Compares Brume's TFTP with tftpd-hpa, atftpd and dnsmasq: servers on processor 0, load on processor 1, runs taking turns. As root.
#
#   boot.sh [TURNS [LOADS]]     TURNS: counted runs of every server under every judged load, a third of them under the others (default 15: about 8 minutes);
#                               LOADS: only those whose name contains this text
#
# BRUME_BENCH_SERVER names another command that serves $BRUME_BOOT by TFTP on 10.69.0.1:69 (default: the server in ear/target).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
turns=${1:-15}

"$here/../packages.sh" atftp curl python3 iproute2
tools=${BRUME_TEST_TOOLS:-$HOME/.cache/brume/tools}
"$here/../packages.sh" --unpack atftpd dnsmasq-base
# Both TFTP servers bring an in.tftpd.
BRUME_TEST_TOOLS="$tools/hpa" "$here/../packages.sh" --unpack tftpd-hpa
# Priority counts among the processes of one session only where the kernel groups them: a session of its own, with priority.
# A network of its own too: nothing of it is left behind, and nobody else is on its ports.
[ "${BRUME_BENCH_SESSION-}" = own ] || BRUME_BENCH_SESSION=own exec setsid --wait unshare --net "$0" "$@"
[ ! -e /proc/self/autogroup ] || echo -15 >/proc/self/autogroup
PATH=$tools/hpa/usr/sbin:$tools/usr/sbin:$PATH
export PATH

work=$(mktemp -d /tmp/brume-boot.XXXXXX)
trap 'rm -rf "$work"; kill ${holders-}' EXIT
mkdir "$work/files" "$work/logs"
for size in 1 4 8 16 64; do
    head -c "${size}M" /dev/urandom >"$work/files/file-$size"
done
chmod -R a+rX "$work"

ip link set lo up
for each in 1 2 3 4; do
    ip addr add "10.69.0.$each/32" dev lo
done
# The clients behind each of the two relays have a network of their own, as long as these processes live.
for each in 1 2; do
    unshare --net sleep infinity &
    holders="${holders-} $!"
    until [ "$(readlink /proc/$!/ns/net)" != "$(readlink /proc/self/ns/net)" ]; do sleep 0.1; done
done

export BRUME_HOME="$work/home" BRUME_BOOT="$work/files" BRUME_BIND=10.69.0.1 BRUME_ADDRESS=10.69.0.1 BRUME_TFTP_PORT=69
export BRUME_HTTP_PORT=18080 BRUME_HTTPS_PORT=18443 BRUME_TRANSFER_PORT=19069 BRUME_MANAGEMENT_PORT=19990
export BRUME_DHCP_PORT=0 BRUME_PROXY_PORT=0
brume=${BRUME_BENCH_SERVER:-$here/../../ear/target/server/bin/standalone.sh}
jna=$(echo "$here"/../../ear/target/server/modules/net/java/dev/jna/main/jna-*.jar)
# shellcheck disable=SC2086
taskset -c 1 nice -n -15 java -Xmx256m -XX:+UseSerialGC -cp "$here/target/classes:$jna" fr.brume.bench.tftp.BootBenchmark \
    "$work/files" "$work/logs" "$turns" "${2-}" $holders "taskset -c 0" $brume &
bench=$!
trap 'kill $bench; wait $bench' INT TERM
wait $bench
