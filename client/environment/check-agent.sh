#!/usr/bin/env bash
# Plays the agent of an unpacked environment with a program that ends as it is told: check-agent.sh ROOT
#
# lib/brume/agent.sh runs in the environment's own shell, on a scratch folder instead of /run, /agent and /lib/java; what it
# would do to the machine is only said.
set -euo pipefail

root=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/agent"
echo -Dany=option >"$scratch/agent/options"
echo agent.jar >"$scratch/agent/classpath"
sed -e "s#/brume\b#$scratch/brume#g; s#/lib/java/bin/java#$scratch/java#; s#/run/#$scratch/run/#g; s#/agent\b#$scratch/agent#g" \
    "$root/lib/brume/agent.sh" >"$scratch/agent.sh"

# Draws a line, leaves a tool behind, and ends with the next code of the list: from 128 on by a signal.
cat >"$scratch/java" <<'JAVA'
#!/usr/bin/env bash
here=${0%/*}
read -r code <"$here/codes"
sed -i 1d "$here/codes"
echo "screen of $code"
sleep 300 <&- >&- 2>&- &
echo $! >>"$here/tools"
((code < 128)) || kill "-$((code - 128))" $$
exit "$code"
JAVA
chmod +x "$scratch/java"

cat >"$scratch/play" <<'PLAY'
. ./agent.sh
say() { for line in "$@"; do echo "$line"; done; }
restart() { echo "$(cat "$CONSOLES"), restart"; exit; }
power_off() { echo "$(cat "$CONSOLES"), power off"; exit; }
open_shells() { echo "shell"; }
wait_then_restart() { echo "$(cat "$CONSOLES"), wait, restart"; exit; }
sleep() {
    case $1 in
        1) "$BUSYBOX" sleep 0.2 ;;
        5) ;;
        *) exec "$BUSYBOX" sleep "$1" ;; # in the background
    esac
}
run_agent
PLAY

# expect CODES END [LINES]: how it ends when the agents end with these codes, and in how many lines that is told.
expect() {
    local happened tool
    rm -rf "$scratch/run" "$scratch/tools"
    mkdir -p "$scratch/run" "$scratch/brume"
    tr ' ' '\n' <<<"$1" >"$scratch/codes"
    happened=$(cd "$scratch" && ulimit -c 0 && CONSOLES=$scratch/console BUSYBOX=$root/bin/busybox \
        timeout 60 "$root/bin/busybox" sh ./play 2>"$scratch/errors") || true
    if [[ ${happened##*$'\n'} != "$2" || $(grep -c . <<<"$happened") != "${3:-1}" ]]; then
        printf 'agent.sh, exit codes %s: expected %s, got:\n%s\n' "$1" "$2" "$happened" >&2
        cat "$scratch/errors" >&2
        exit 1
    fi
    while read -r tool; do
        if kill -0 "$tool" 2>/dev/null; then
            echo "agent.sh, exit codes $1: a tool outlived its agent" >&2
            exit 1
        fi
    done <"$scratch/tools"
}

expect "0" "screen of 0, restart"
expect "10" "screen of 10, power off"
expect "11" "screen of 11, restart"
expect "1" "screen of 1, wait, restart" 3
expect "20" "screen of 20, restart" 2
expect "21 0" "screen of 0, restart" 2
expect "21 137 10" "screen of 10, power off" 4
expect "137 0" "screen of 0, restart" 3
expect "134 139 11" "screen of 11, restart" 5
expect "137 137 137 0" "screen of 137, wait, restart" 7
