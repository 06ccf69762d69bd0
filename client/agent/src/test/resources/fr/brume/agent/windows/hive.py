"""An empty registry hive, written by hand (regf header, one hbin with root key and security descriptor), and keys in it."""
import struct

NONE = 0xFFFFFFFF
PAGE = 4096
SECURITY_AT = 0x80


def cell(page, at, content):
    size = (len(content) + 4 + 7) // 8 * 8
    struct.pack_into("<i", page, at, -size)
    page[at + 4 : at + 4 + len(content)] = content
    return at + size


def root_key():
    name = b"ROOT"
    key = bytearray(0x4C) + name
    key[0:2] = b"nk"
    struct.pack_into("<H", key, 0x02, 0x2C)
    for field in (0x10, 0x1C, 0x20, 0x28, 0x30):
        struct.pack_into("<I", key, field, NONE)
    struct.pack_into("<I", key, 0x2C, SECURITY_AT)
    struct.pack_into("<H", key, 0x48, len(name))
    return key


def security():
    descriptor = bytes.fromhex(
        "010004800000000000000000000000001400000002001c0001000000000014003f000f00010100000000000100000000"
    )
    return b"sk\0\0" + struct.pack("<IIII", SECURITY_AT, SECURITY_AT, 1, len(descriptor)) + descriptor


def empty_hive(path, name):
    page = bytearray(PAGE)
    page[0:4] = b"hbin"
    struct.pack_into("<II", page, 4, 0, PAGE)
    cell(page, 0x20, root_key())
    free = cell(page, SECURITY_AT, security())
    struct.pack_into("<i", page, 0x20, -(SECURITY_AT - 0x20))
    struct.pack_into("<i", page, free, PAGE - free)
    header = bytearray(PAGE)
    header[0:4] = b"regf"
    struct.pack_into("<II", header, 0x04, 1, 1)
    struct.pack_into("<IIIIIII", header, 0x14, 1, 3, 0, 1, 0x20, PAGE, 1)
    title = name.encode("utf-16le")
    header[0x30 : 0x30 + len(title)] = title
    checksum = 0
    for word in struct.unpack_from("<127I", header):
        checksum ^= word
    struct.pack_into("<I", header, 0x1FC, checksum)
    with open(path, "wb") as out:
        out.write(header + page)


def key(hive, path):
    node = hive.root()
    for name in path.split("\\"):
        node = hive.node_get_child(node, name) or hive.node_add_child(node, name)
    return node
