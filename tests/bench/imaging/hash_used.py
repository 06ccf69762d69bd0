"""The least that anybody needs who wants to know what a disk has: reads its used blocks past the cache and hashes them.

    hash_used.py DEVICE PARTCLONE-IMAGE

Regions of 4 MiB, four processes by turns, SHA-256 by OpenSSL over each run of used blocks.
"""

import mmap
import os
import sys
from hashlib import sha256

from partclone_map import Map

PART_AT, REGION, PROCESSES = 1 << 20, 4 << 20, 4


def work(device, used, mine):
    disk = os.open(device, os.O_RDONLY | os.O_DIRECT)
    memory = mmap.mmap(-1, REGION)
    per_region = REGION // used.block_size
    for region in range(mine, -(-used.blocks // per_region), PROCESSES):
        bits = used.bits[region * per_region // 8:(region + 1) * per_region // 8]
        if bits.strip(b"\xff") == b"" and len(bits) == per_region // 8:
            runs = [(region * per_region, (region + 1) * per_region)]
        else:
            runs = used.runs(region * per_region, min(used.blocks, (region + 1) * per_region)) if bits.strip(b"\0") else []
        for first, end in runs:
            length = (end - first) * used.block_size
            with memoryview(memory)[:length] as view:
                if os.preadv(disk, [view], PART_AT + first * used.block_size) != length:
                    sys.exit("short read")
                sha256(view).digest()


children = []
used_blocks = Map(sys.argv[2])
for number in range(PROCESSES):
    child = os.fork()
    if child == 0:
        work(sys.argv[1], used_blocks, number)
        os._exit(0)
    children.append(child)
if any(os.waitpid(child, 0)[1] for child in children):
    sys.exit("a reader failed")
