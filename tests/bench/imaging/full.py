"""Whole images: capture, deploy with and without reading back, the server alone, stored size."""

from peers import Brume, Nginx, loop, pipe, shell, timed
from report import GIB, judge, middle, table


class Disk:
    """One of the disks that imaging-disks.sh makes, and what is kept of it."""

    def __init__(self, place, fs, partclone):
        self.place, self.fs, self.partclone = place, fs, partclone
        self.source, self.version, self.image = (place.folder / f"{fs}.{kind}" for kind in ("disk", "version", "json"))
        self.size = self.source.stat().st_size
        self.part = f"--offset 1048576 --sizelimit {self.size - 2 * 2**20}"
        self.used = (place.folder / f"{fs}.partclone").stat().st_size
        self.target = place.folder / "target"

    def stored(self):
        return sum(file.stat().st_size for file in self.version.iterdir())

    def captured(self):
        """The version is there, whatever was measured before."""
        if not self.image.exists():
            self.capture(self.source, self.version, self.image)
        return self

    def capture(self, source, version, image, earlier=None, tls=None):
        """The cost of one capture by Brume."""
        shell(f"rm -rf {version}")
        server, device = Brume(self.place, version, earlier, tls), loop(source)
        options = ["earlier"] if earlier else []
        cost = timed(self.place, server.task("capture", device, self.size, image, *options), server.pids)
        server.close()
        shell(f"blockdev --setrw {device}; losetup -d {device}")
        return cost

    def deploy(self, *options, tls=None):
        """The cost of one deploy by Brume onto the target."""
        server, device = Brume(self.place, self.version, tls=tls), loop(self.target)
        cost = timed(self.place, server.task("deploy", device, self.size, self.image, *options), server.pids, device)
        server.close()
        shell(f"losetup -d {device}")
        return cost

    def preallocate(self):
        """A target whose every byte is on the disk."""
        shell(f"rm -f {self.target}; fallocate -l {self.size} {self.target}; "
              f"dd if=/dev/zero of={self.target} bs=4M count={self.size >> 22} conv=notrunc status=none")

    def title(self, what):
        return f"{what}, {self.fs}, {self.used / GIB:.2f} GiB used"


def capture(disk, turns):
    base = "partclone, zstd -3 -T0, curl -T"
    rows = {base: [], "Brume": []}
    for _ in range(turns):
        server, device = Nginx(disk.place, True), loop(disk.source, disk.part)
        rows[base].append(timed(disk.place, pipe(
            f"partclone.{disk.partclone} -f 0 -c -a0 -s {device} -o - -L /dev/null | zstd -q -3 -T0 | "
            f"curl -sfT - {server.url}/upload/{disk.fs}"), server.pids))
        server.close()
        shell(f"losetup -d {device}; rm {disk.place.folder}/upload/{disk.fs}")
        rows["Brume"].append(disk.capture(disk.source, disk.version, disk.image))
    table(disk.title("Capture"), disk.used, rows, base)
    judge(f"capture, {disk.fs}: rate against the pipe", middle(rows[base]).wall / middle(rows["Brume"]).wall, 1.2, at_least=True)
    stored(disk)


def stored(disk):
    peer = (disk.place.folder / f"{disk.fs}.zst").stat().st_size
    judge(f"stored, {disk.fs}: {disk.stored() / 2**20:.0f} MiB with index and seek table, against one `zstd -3` stream",
          disk.stored() / peer, 1.05)


def deploy(disk, turns):
    disk.captured().preallocate()
    base, raw = "curl, zstd -dc, partclone.restore", "partclone.restore alone, from a local file"
    rows = {base: [], "Brume": [], raw: []}
    for _ in range(turns):
        server, device = Nginx(disk.place, True), loop(disk.target, disk.part)
        rows[base].append(timed(disk.place, pipe(
            f"curl -sf {server.url}/{disk.fs}.zst | zstd -qdc | partclone.restore -f 0 -s - -o {device} -L /dev/null"), server.pids, device))
        server.close()
        rows[raw].append(timed(disk.place, pipe(
            f"partclone.restore -f 0 -s {disk.place.folder}/{disk.fs}.partclone -o {device} -L /dev/null"), [], device))
        shell(f"losetup -d {device}")
        rows["Brume"].append(disk.deploy())
    table(disk.title("Deploy"), disk.used, rows, base)
    ours, theirs = middle(rows["Brume"]), middle(rows[base])
    judge(f"deploy, {disk.fs}: rate against the pipe", theirs.wall / ours.wall, 1.2, at_least=True)
    judge(f"deploy, {disk.fs}: processor against the pipe's", ours.client / theirs.client, 0.8)
    judge(f"deploy, {disk.fs}: the machine's processor against the pipe's", ours.machine / theirs.machine, 0.8)
    judge(f"deploy, {disk.fs}: rate against `partclone.restore` alone (an aim)", middle(rows[raw]).wall / ours.wall, 1.0, at_least=True)


def verify(disk, turns):
    disk.captured().preallocate()
    rows = {"Brume, not read back": [], "Brume, read back": []}
    reading = []
    for _ in range(turns):
        rows["Brume, not read back"].append(disk.deploy())
        rows["Brume, read back"].append(disk.deploy("verify"))
        device = loop(disk.target)
        reading.append(timed(disk.place, pipe(f"dd if={device} of=/dev/null bs=4M iflag=direct"), []))
        shell(f"losetup -d {device}")
    table(disk.title("Deploy and reading back"), disk.used, rows, "Brume, not read back")
    off, on = (middle(runs).wall for runs in rows.values())
    alone = disk.used / (disk.size / middle(reading).wall)
    judge(f"reading back, {disk.fs}: {on - off:.1f} s more of {off:.1f} s", on / off, 1.15)
    judge(f"reading back, {disk.fs}: time against that in which `dd` reads as much, {alone:.1f} s", (on - off) / alone, 1.15)


def alone(disk, turns):
    """Every server stays, and is read once by everybody, before anything counts: none of them is started for one machine."""
    disk.captured()
    peer = (disk.place.folder / f"{disk.fs}.zst").stat().st_size
    stored_bytes = disk.stored()
    servers = {"nginx, sendfile": Nginx(disk.place, True), "nginx, read and write": Nginx(disk.place, False, 18998),
               "Brume": Brume(disk.place, disk.version)}

    def read(name, count):
        server = servers[name]
        if name == "Brume":
            return timed(disk.place, server.readers(disk.image, count), server.pids)
        return timed(disk.place, pipe(
            f"for i in $(seq {count}); do curl -sf {server.url}/{disk.fs}.zst -o /dev/null & done; wait"), server.pids).by(stored_bytes / peer)

    for name in servers:
        read(name, 4)
    for count in 1, 4, 16:
        rows = {name: [] for name in servers}
        for _ in range(turns):
            for name in servers:
                rows[name].append(read(name, count))
        table(f"Server alone, {disk.fs}, {count} clients", stored_bytes * count, rows, "nginx, sendfile")
        ours, *theirs = (middle(rows[name]) for name in ("Brume", "nginx, sendfile", "nginx, read and write"))
        judge(f"server alone, {count} clients: processor against nginx's best", ours.server / min(cost.server for cost in theirs), 1.0)
        judge(f"server alone, {count} clients: rate against nginx's best (an aim)", min(cost.wall for cost in theirs) / ours.wall, 1.0, True)
    for server in servers.values():
        server.close()
