"""Makes what the steps need of a Windows: make-windows.py ROOT STATE

The hives SYSTEM and SOFTWARE below ROOT, the latter with STATE as the state of the image and with the usual place of drivers.
"""
import os
import subprocess
import sys

import hivex

sys.dont_write_bytecode = True  # the folder of sources stays as it is
from hive import empty_hive, key


def text(name, value, kind=1):
    return {"key": name, "t": kind, "value": (value + "\0").encode("utf-16le")}


def main(root, state):
    config = os.path.join(root, "Windows", "System32", "config")
    os.makedirs(config)
    os.makedirs(os.path.join(root, "Windows", "SysWOW64"))
    system = os.path.join(os.path.dirname(os.path.abspath(__file__)), "make-system.py")
    subprocess.run([sys.executable, system, os.path.join(config, "SYSTEM")], check=True)
    path = os.path.join(config, "SOFTWARE")
    empty_hive(path, "SOFTWARE")
    hive = hivex.Hivex(path, write=True)
    current = "Microsoft\\Windows\\CurrentVersion"
    hive.node_set_values(key(hive, current), [text("DevicePath", "%SystemRoot%\\inf", 2), text("ProgramFilesDir", "C:\\Program Files")])
    if state:
        hive.node_set_values(key(hive, current + "\\Setup\\State"), [text("ImageState", state)])
    hive.commit(path)


main(sys.argv[1], sys.argv[2])
