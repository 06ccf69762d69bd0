# Messages on every console of the kernel line (screen and serial port), the keyboard, and the ways to end.
# shellcheck shell=dash disable=SC2013 # these files hold words

# Sets CONSOLES to the devices behind console=...; tty0 stands for the first virtual terminal.
open_consoles() {
    CONSOLES=
    local name
    for name in $(cat /sys/class/tty/console/active); do
        [ "$name" != tty0 ] || name=tty1
        if (: >"/dev/$name") 2>/dev/null; then CONSOLES="$CONSOLES /dev/$name"; fi
    done
    [ -n "$CONSOLES" ] || CONSOLES=/dev/console
}

# A font with accents and the keyboard of the kernel line (brume.keymap=us keeps the built-in one; French otherwise).
prepare_consoles() {
    loadfont </lib/brume/console/font.psf >/dev/null 2>&1
    local keymap
    keymap=$(kernel_argument brume.keymap)
    [ ! -e "/lib/brume/console/${keymap:-fr}.kmap" ] || loadkmap <"/lib/brume/console/${keymap:-fr}.kmap" 2>/dev/null
}

# Prints the value of NAME=VALUE on the kernel line, or nothing.
kernel_argument() {
    local word
    for word in $(cat /proc/cmdline); do
        case $word in
            "$1="*) echo "${word#*=}" ;;
        esac
    done | tail -n 1
}

# Says each line on every console.
say() {
    local console line
    for console in $CONSOLES; do
        for line in "$@"; do printf '%s\n' "$line" >"$console" 2>/dev/null; done
    done
}

# Waits for a key on any console, 60 seconds at most, and restarts the machine.
wait_then_restart() {
    say "Redémarrage dans 60 secondes, ou appuyez sur une touche." "Restart in 60 seconds, or press a key."
    local console
    rm -f /run/key
    for console in $CONSOLES; do
        stty -F "$console" -icanon -echo min 1 2>/dev/null
        (dd if="$console" of=/dev/null bs=1 count=1 2>/dev/null && : >/run/key) &
    done
    local left=60
    while [ "$left" -gt 0 ] && [ ! -e /run/key ]; do
        sleep 1
        left=$((left - 1))
    done
    restart
}

restart() {
    sync
    reboot -f
    sleep 60
}

power_off() {
    sync
    poweroff -f
    sleep 60
}
