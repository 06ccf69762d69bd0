"""A disk that ran for a day, against the image that it was made from: deployed anew, and captured."""

import sys
from pathlib import Path

from changed import HASH, changed
from peers import loop, shell, timed
from report import GIB, judge, middle, table

GIGABIT = 117.6e6  # bytes of TCP payload per second


def deploy(disk, turns):
    disk.captured().preallocate()
    day = disk.place.folder / f"{disk.fs}-day.disk"
    base = "reading and hashing the used blocks alone"
    rows = {base: [], "Brume": []}
    for _ in range(turns):
        shell(f"dd if={day} of={disk.target} bs=4M conv=notrunc status=none")
        device = loop(disk.target)
        rows[base].append(timed(disk.place, [
            sys.executable, str(Path(__file__).parent / "hash_used.py"), device, str(disk.place.folder / f"{disk.fs}.partclone")], []))
        shell(f"losetup -d {device}")
        rows["Brume"].append(disk.deploy("compare"))
    table(disk.title("Delta deploy after a day"), disk.used, rows, base)
    ours = middle(rows["Brume"])
    full = disk.stored() / GIGABIT
    judge(f"delta deploy, {disk.fs}: % of the used bytes on the line, {ours.wire / 2**20:.1f} MiB with headers", 100 * ours.wire / disk.used, 1)
    judge(f"delta deploy, {disk.fs}: time against reading and hashing alone", ours.wall / middle(rows[base]).wall, 1.15)
    judge(f"delta deploy, {disk.fs}: time against {full:.1f} s, a full deploy at best at 1 Gbit/s", ours.wall / full, 1 / 3)
    same(disk)


def same(disk):
    device = loop(disk.target, disk.part)
    shell(f"partclone.{disk.partclone} -f 0 -c -a0 -s {device} -o - -L /dev/null | cmp - {disk.place.folder}/{disk.fs}.partclone")
    shell(f"losetup -d {device}")
    print(f"- delta deploy, {disk.fs}: `partclone -c` of the disk is that of the image, byte for byte", flush=True)


def capture(disk, turns):
    disk.captured()
    day = disk.place.folder / f"{disk.fs}-day.disk"
    version = disk.place.folder / f"{disk.fs}-day.version"
    costs = [disk.capture(day, version, disk.place.folder / f"{disk.fs}-day.json", disk.version) for _ in range(turns)]
    blocks, length, packed = changed(disk.place.folder, disk.fs)
    table(disk.title("Delta capture after a day"), disk.used, {"Brume": costs}, "Brume")
    least = packed + blocks * HASH
    judge(f"delta capture, {disk.fs}: {middle(costs).wire / 2**20:.1f} MiB on the line with headers, against {blocks} changed blocks, "
          f"{length / 2**20:.1f} MiB, compressed as one stream to {packed / 2**20:.1f} MiB, and their hashes", middle(costs).wire / least, 1.1)
    shell(f"zstd -dc {version}/d1p1.img | cmp - {disk.place.folder}/{disk.fs}-day.partclone; rm -rf {version}")
    print(f"- delta capture, {disk.fs}: the completed version is `partclone -c` of the disk, byte for byte", flush=True)
