# Runs the agent and does what its exit code asks: 0 restart, 10 power off, 11 restart after a failure that the agent has
# told and counted down itself, 20 a shell, 21 a shell and then the agent again, which says that the shell was left. From
# 128 on a signal killed it: it is started again. Anything else is told here.
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

run_agent() {
    local code
    agent_to_its_end
    code=$?
    if [ "$code" = 21 ]; then
        open_shells
        : >/brume/shell-left
        agent_to_its_end
        code=$?
    fi
    case $code in
        0 | 11) restart ;;
        10) power_off ;;
        20)
            rm -rf /brume # no secret stays: the session and its key go first
            open_shells
            restart
            ;;
    esac
    say "" "L'agent Brume s'est arrêté (code $code)." "The Brume agent stopped (code $code)."
    wait_then_restart
}

# An agent that was killed (134 the virtual machine broke down, 137 memory ran out) is started again, twice at most: it
# finds the session of this boot in /brume and goes on with it, because the ticket is used up.
agent_to_its_end() {
    local code restarts=0
    rm -f /run/screen /run/keys
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
    return "$code"
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

# A shell on every console, until one of them is left. The agent asks for it only after a technician logged in; it finds the
# tools of the environment and, where a task goes on after it, the session of this boot, which may say that and no more.
open_shells() {
    local console shell
    rm -f /run/keys /run/screen /run/shells /run/shell-left
    for console in $CONSOLES; do shell_on "$console" & done
    while [ ! -e /run/shell-left ]; do sleep 1; done
    while read -r shell; do kill -KILL "-$shell" 2>/dev/null; done </run/shells
}

# A console that is not there ends its shell at once: that is nobody's wish to restart. Who was so quick gets another one.
shell_on() {
    local began tries=0
    stty -F "$1" sane
    printf '\033[2J\033[H%s\r\n%s\r\n' "Interpréteur de commandes de Brume. « exit » redémarre la machine." \
        "Shell of Brume. 'exit' restarts the machine." >"$1"
    while [ "$tries" -lt 5 ]; do
        began=$(seconds_up)
        # shellcheck disable=SC2016 # the inner shell says its own number
        setsid -c sh -c 'echo $$ >>/run/shells; exec sh -l' <>"$1" 1>&0 2>&1
        if [ "$(($(seconds_up) - began))" -ge 2 ]; then
            : >/run/shell-left
            return
        fi
        tries=$((tries + 1))
        sleep 1
    done
}

seconds_up() {
    cut -d. -f1 /proc/uptime
}
