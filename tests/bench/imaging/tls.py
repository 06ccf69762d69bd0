"""What TLS costs: a capture, a deploy and the server alone, over a bare socket and over TLS in turn."""

from peers import Brume, shell, timed
from report import judge, middle, table

BARE, TLS = "bare socket", "TLS 1.3"


def lines(disk):
    """The folder of a key for each kind of line; none for the bare one."""
    folder = disk.place.folder / "tls"
    shell(
        f"mkdir -p {folder}; cd {folder}; [ -e server.p12 ] || {{ echo of-a-bench > keystore-password; keytool -genkeypair -alias brume "
        "-keyalg EC -groupname secp256r1 -dname CN=Brume -storetype PKCS12 -keystore server.p12 -storepass:file keystore-password 2>&1; }")
    return {BARE: None, TLS: folder}


def in_turn(disk, turns, run):
    """The costs of every line, by name; `run` gets the folder of its key."""
    both = lines(disk)
    rows = {name: [] for name in both}
    for _ in range(turns):
        for name, key in both.items():
            rows[name].append(run(key))
    return rows


def kept(what, rows):
    judge(f"{what}: rate over TLS against the bare socket", middle(rows[BARE]).wall / middle(rows[TLS]).wall, 0.7, at_least=True)


def compare(disk, turns):
    rows = in_turn(disk, turns, lambda key: disk.capture(disk.source, disk.version, disk.image, tls=key))
    table(disk.title("Capture, level 3, TLS"), disk.used, rows, BARE)
    kept("capture", rows)
    disk.preallocate()
    rows = in_turn(disk, turns, lambda key: disk.deploy(tls=key))
    table(disk.title("Deploy, TLS"), disk.used, rows, BARE)
    kept("deploy", rows)
    for count in 1, 4:
        alone(disk, turns, count)


def alone(disk, turns, count):
    """Servers stay, and are read once before anything counts."""
    servers = {key: Brume(disk.place, disk.version, tls=key) for key in lines(disk).values()}

    def read(key):
        return timed(disk.place, servers[key].readers(disk.image, count), servers[key].pids)

    for key in servers:
        read(key)
    rows = in_turn(disk, turns, read)
    table(f"Server alone, {disk.fs}, {count} clients, TLS", disk.stored() * count, rows, BARE)
    for server in servers.values():
        server.close()
