"""Which blocks are used, from the head of a partclone v2 image."""

import struct

BITMAP_AT = 110


class Map:
    """Bits of all blocks, least significant first."""

    def __init__(self, path):
        with open(path, "rb") as image:
            head = image.read(BITMAP_AT)
            self.blocks, = struct.unpack_from("<Q", head, 60)
            self.block_size, = struct.unpack_from("<I", head, 84)
            self.bits = image.read((self.blocks + 7) // 8)

    def used(self, block):
        return block < self.blocks and self.bits[block >> 3] >> (block & 7) & 1

    def runs(self, first, end):
        """(first, end) of each run of used blocks within these."""
        start = None
        for block in range(first, end):
            if self.used(block) and start is None:
                start = block
            elif not self.used(block) and start is not None:
                yield start, block
                start = None
        if start is not None:
            yield start, end
