"""Captures and deploys of Brume against the pipe of FOG's kind, taking turns; prints tables and verdicts.

    python3 imaging FOLDER TURNS ROWS CLASSPATH-OF-AGENT ITS-ARCHIVE CLASSPATH-OF-SERVER NGINX

ROWS: names of FILE-SYSTEM/WHAT with commas between, as ext4/deploy,ntfs/capture, or all (but tls). Every run starts with cold caches and ends when
the disk, or the server's file, is synced.
"""

import os
import sys
from datetime import date

import delta
import full
import tls
from peers import Place

FILE_SYSTEMS = {"ext4": "extfs", "ntfs": "ntfs"}
WHAT = {"capture": full.capture, "deploy": full.deploy, "verify": full.verify, "alone": full.alone,
        "delta-deploy": delta.deploy, "delta-capture": delta.capture, "tls": tls.compare}

folder, turns, rows = sys.argv[1], int(sys.argv[2]), sys.argv[3]
place = Place(folder, *sys.argv[4:])
print(f"\n{date.today()}, load {os.getloadavg()[0]:.1f}, {turns} turns, {os.cpu_count()} processors", flush=True)
for row in [f"{fs}/{what}" for fs in FILE_SYSTEMS for what in WHAT if what != "tls"] if rows == "all" else rows.split(","):
    fs, what = row.split("/")
    WHAT[what](full.Disk(place, fs, FILE_SYSTEMS[fs]), turns)
