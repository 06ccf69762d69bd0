"""What a delta capture has to send at least: the used bytes of the 64 KiB blocks that are others than in the image, and their hashes."""

import subprocess
from pathlib import Path

from partclone_map import Map

PART_AT, BLOCK, HASH = 1 << 20, 64 << 10, 32


def changed(folder, fs):
    """(blocks, used bytes of them, the same as one zstd -3 stream) of the day's disk against the image's."""
    folder = Path(folder)
    before, after = (Map(folder / f"{name}.partclone") for name in (fs, f"{fs}-day"))
    per_block = BLOCK // after.block_size
    packed = folder / "changed.zst"
    blocks = length = 0
    with (folder / f"{fs}.disk").open("rb") as old, (folder / f"{fs}-day.disk").open("rb") as new, packed.open("wb") as out:
        zstd = subprocess.Popen(["zstd", "-q", "-3", "-c"], stdin=subprocess.PIPE, stdout=out)
        for first in range(0, after.blocks, per_block):
            bits = [used.bits[first // 8:(first + per_block) // 8] for used in (before, after)]
            if not any(bits[1]):
                continue
            runs = list(after.runs(first, min(after.blocks, first + per_block)))
            content = [b"".join(read(disk, run, after.block_size) for run in runs) for disk in (old, new)]
            if bits[0] != bits[1] or content[0] != content[1]:
                zstd.stdin.write(content[1])
                blocks += 1
                length += len(content[1])
        zstd.stdin.close()
        zstd.wait()
    return blocks, length, packed.stat().st_size


def read(disk, run, block_size):
    disk.seek(PART_AT + run[0] * block_size)
    return disk.read((run[1] - run[0]) * block_size)
