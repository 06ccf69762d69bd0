"""Makes a small SAM registry hive: make-sam.py FILE

Two local accounts, Administrateur (locked) and eleve, each with digests of a password. Keys and values are added by hivex.
"""
import struct
import sys

import hivex

sys.dont_write_bytecode = True  # the folder of sources stays as it is
from hive import empty_hive, key

LOCKED = 0x0400
DISABLED = 0x0001
NORMAL = 0x0010
V_HEADER = 0xCC


def strings(name):
    """The value V: a table of (offset, length, 0) behind which the strings and digests lie."""
    parts = {0: bytes(16), 1: name.encode("utf-16le"), 13: bytes.fromhex("01000100"), 14: bytes(range(20))}
    table, data = bytearray(V_HEADER), b""
    for entry in range(17):
        part = parts.get(entry, b"")
        struct.pack_into("<III", table, entry * 12, len(data), len(part), 0)
        data += part + bytes(-len(part) % 4)
    return bytes(table) + data


def state(number, locked):
    fixed = bytearray(80)
    struct.pack_into("<I", fixed, 0x30, number)
    struct.pack_into("<H", fixed, 0x38, NORMAL | (LOCKED | DISABLED if locked else 0))
    struct.pack_into("<H", fixed, 0x40, 9 if locked else 0)
    return bytes(fixed)


def add(hive, name, number, locked):
    users = "SAM\\Domains\\Account\\Users\\"
    hive.node_set_values(key(hive, users + "Names\\" + name), [{"key": "", "t": number, "value": b""}])
    hive.node_set_values(
        key(hive, users + "%08X" % number),
        [{"key": "F", "t": 3, "value": state(number, locked)}, {"key": "V", "t": 3, "value": strings(name)}],
    )


def main(path):
    empty_hive(path, "SAM")
    hive = hivex.Hivex(path, write=True)
    hive.node_set_values(
        key(hive, "SAM\\Domains\\Account"),
        [{"key": "F", "t": 3, "value": bytes(240)}, {"key": "V", "t": 3, "value": bytes(64)}],
    )
    key(hive, "SAM\\Domains\\Builtin\\Aliases\\Members")
    add(hive, "Administrateur", 0x1F4, True)
    add(hive, "eleve", 0x3E9, False)
    hive.commit(path)


main(sys.argv[1])
