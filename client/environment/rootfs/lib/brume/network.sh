# Brings up the wired network with DHCP: first the card that the machine booted from, if the kernel line names it
# (BOOTIF=01-aa-bb-cc-dd-ee-ff), then every other one.
# shellcheck shell=dash

LINK_WAIT=35 # seconds; a switch with spanning tree keeps a port closed for 30
ROUNDS=5

start_network() {
    local round=1 boot_card
    ip link set lo up
    ip addr add 127.0.0.1/8 dev lo 2>/dev/null
    while [ "$round" -le "$ROUNDS" ]; do
        say "Brume : réseau, essai $round sur $ROUNDS..." "Brume: network, attempt $round of $ROUNDS..."
        raise_cards
        boot_card=$(card_of "$(kernel_argument BOOTIF)")
        wait_for_link "$boot_card"
        if [ -n "$boot_card" ] && get_address "$boot_card"; then return 0; fi
        if get_any_address; then return 0; fi
        coldplug
        round=$((round + 1))
    done
    return 1
}

# Prints the wired cards: those with a device, of type Ethernet, without a radio.
cards() {
    local path
    for path in /sys/class/net/*; do
        if [ -e "$path/device" ] && [ "$(cat "$path/type")" = 1 ] && [ ! -e "$path/wireless" ]; then
            echo "${path##*/}"
        fi
    done
}

raise_cards() {
    local card
    for card in $(cards); do ip link set "$card" up 2>/dev/null; done
}

# Prints the card whose address BOOTIF gives (01-aa-bb-cc-dd-ee-ff or plain), or nothing.
card_of() {
    local address card
    address=$(echo "${1#01-}" | tr 'A-F-' 'a-f:')
    [ -n "$address" ] || return 0
    for card in $(cards); do
        if [ "$(cat "/sys/class/net/$card/address")" = "$address" ]; then
            echo "$card"
            return 0
        fi
    done
}

has_link() {
    [ "$(cat "/sys/class/net/$1/carrier" 2>/dev/null)" = 1 ]
}

# Waits until the given card, or any card when none is given, has a link.
wait_for_link() {
    local left=$((LINK_WAIT * 2)) card
    while [ "$left" -gt 0 ]; do
        for card in ${1:-$(cards)}; do
            if has_link "$card"; then return 0; fi
        done
        sleep 0.5
        left=$((left - 1))
    done
    return 1
}

# Asks for an address; udhcpc then stays in the background and renews it.
get_address() {
    has_link "$1" || return 1
    [ ! -s "/run/udhcpc.$1.pid" ] || return 0
    udhcpc -i "$1" -n -S -t 5 -T 3 -A 1 -p "/run/udhcpc.$1.pid" -s /lib/brume/on-lease >/run/udhcpc."$1".log 2>&1
}

get_any_address() {
    local card result=1
    for card in $(cards); do
        if get_address "$card"; then result=0; fi
    done
    return "$result"
}
