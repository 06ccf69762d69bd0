"""Makes a small SYSTEM registry hive: make-system.py FILE

The names of a computer in the second of its sets of settings, which is the current one. Keys and values are added by hivex.
"""
import struct
import sys

import hivex

sys.dont_write_bytecode = True  # the folder of sources stays as it is
from hive import empty_hive, key


def text(name, value):
    return {"key": name, "t": 1, "value": (value + "\0").encode("utf-16le")}


def main(path):
    empty_hive(path, "SYSTEM")
    hive = hivex.Hivex(path, write=True)
    hive.node_set_values(key(hive, "Select"), [{"key": "Current", "t": 4, "value": struct.pack("<I", 2)}])
    for number in ("1", "2"):
        control = "ControlSet00" + number
        hive.node_set_values(
            key(hive, control + "\\Control\\ComputerName\\ComputerName"),
            [text("", "mnmsrvc"), text("ComputerName", "MODELE")],
        )
        hive.node_set_values(
            key(hive, control + "\\Services\\Tcpip\\Parameters"),
            [text("Hostname", "modele"), text("NV Hostname", "modele"), text("Domain", "lycee.example")],
        )
    hive.commit(path)


main(sys.argv[1])
