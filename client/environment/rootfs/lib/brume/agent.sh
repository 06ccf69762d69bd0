# Runs the agent and does what its exit code asks: 0 restart, 10 power off, 11 restart after a failure that the agent has
# told and counted down itself, 20 a shell. From 128 on a signal killed it: it is started again. Anything else is told here.
# shellcheck shell=dash

# Prints the heap in MB: two fifths of the memory that is free now, so that a machine of 512 MB keeps room for the
# tools and the page cache, and never more than 1 GB.
heap_megabytes() {
    local heap
    heap=$(awk '/^MemAvailable:/ { print int($2 * 0.4 / 1024) }' /proc/meminfo)
    [ "$heap" -ge 64 ] || heap=64
    [ "$heap" -le 1024 ] || heap=1024
    echo "$heap"
}

# An agent that was killed (134 the virtual machine broke down, 137 memory ran out) is started again, twice at most: it
# finds the session of this boot in /brume and goes on with it, because the ticket is used up.
run_agent() {
    local code restarts=0
    mkfifo /run/screen /run/keys
    attend_agent
    code=$?
    while [ "$code" -ge 128 ] && [ "$restarts" -lt 2 ]; do
        restarts=$((restarts + 1))
        say "" "L'agent Brume a été interrompu (code $code) : nouvel essai, $restarts sur 2." \
            "The Brume agent was killed (code $code): another attempt, $restarts of 2."
        sleep 5
        attend_agent
        code=$?
    done
    case $code in
        0 | 11) restart ;;
        10) power_off ;;
        20) open_shells ;;
    esac
    say "" "L'agent Brume s'est arrêté (code $code)." "The Brume agent stopped (code $code)."
    wait_then_restart
}

# One run of the agent, from first screen to exit code. It draws its screen on standard output; tee copies it to every
# console, until the agent is gone.
attend_agent() {
    local code
    # shellcheck disable=SC2086 # a list of devices
    tee $CONSOLES </run/screen >/dev/null 2>&1 &
    read_keys
    java_agent </run/keys >/run/screen 2>&1 &
    AGENT=$!
    wait "$AGENT"
    code=$?
    end_tools
    sleep 1 # the last lines reach the serial port
    stop_reading_keys
    return "$code"
}

# A tool that outlives its agent still writes to the disk, or holds it: nobody may start on that disk before it is gone.
end_tools() {
    local left=60
    while kill -KILL "-$AGENT" 2>/dev/null && [ "$left" -gt 0 ]; do
        sleep 1
        left=$((left - 1))
    done
}

# Keys of every console reach the agent one by one, without echo. By dd, which reads and writes: cat would splice, and
# hold the lock of the pipe while it waits for a key, so that nobody else can close it.
read_keys() {
    local console
    sleep 2147483647 >/run/keys & # keeps the pipe open when a console has no reader
    KEY_READERS=$!
    for console in $CONSOLES; do
        stty -F "$console" -icanon -echo min 1 2>/dev/null
        dd if="$console" of=/run/keys bs=64 2>/dev/null &
        KEY_READERS="$KEY_READERS $!"
    done
}

stop_reading_keys() {
    # shellcheck disable=SC2086 # a list of process ids
    kill $KEY_READERS 2>/dev/null
}

# In a session, and so a process group, of its own, with the tools that it starts. The class archive holds the class path as
# written here: relative, from /agent.
java_agent() {
    cd /agent || exit 1
    # shellcheck disable=SC2046 # one option per line
    exec setsid /lib/java/bin/java -Xmx"$(heap_megabytes)"m $(cat /agent/options) -cp "$(cat /agent/classpath)" fr.brume.agent.Main
}

# A shell on every console; leaving one of them restarts the machine. The agent asks for it only after a technician logged
# in, or by a task. The machine has the tools of the environment and no secret: the session and its key go first.
open_shells() {
    local console
    rm -rf /brume /run/keys /run/screen
    for console in $CONSOLES; do shell_on "$console" & done
    while [ ! -e /run/shell-left ]; do sleep 1; done
    restart
}

# A console that is not there ends its shell at once: that is nobody's wish to restart.
shell_on() {
    local began
    began=$(seconds_up)
    stty -F "$1" sane
    printf '\033[2J\033[H%s\r\n%s\r\n' "Interpréteur de commandes de Brume. « exit » redémarre la machine." \
        "Shell of Brume. 'exit' restarts the machine." >"$1"
    setsid -c sh -l <>"$1" 1>&0 2>&1
    [ "$(($(seconds_up) - began))" -lt 2 ] || : >/run/shell-left
}

seconds_up() {
    cut -d. -f1 /proc/uptime
}
