#!/usr/bin/env python3
"""Medians of the rows of region-size.sh, as a table in Markdown."""
import statistics
import sys
from collections import defaultdict

runs = defaultdict(list)
for line in open(sys.argv[1], encoding="ascii"):
    image, region, *numbers = line.split("\t")
    runs[image, int(region)].append([float(n) for n in numbers])

print("| image | region MiB | frames | stored MiB | against one stream | compress MiB/s (CPU s/GiB)"
      " | decompress MiB/s (CPU s/GiB) | peak RSS MiB |")
print("|---|---|---|---|---|---|---|---|")
for (image, region), rows in sorted(runs.items()):
    frames, stored, c_wall, c_cpu, d_wall, d_cpu, peak = [statistics.median(column) for column in zip(*rows)]
    whole = runs[image, 0][0][1]
    name = image.removesuffix(".partclone")
    print(f"| {name} | {region or 'one stream, 1 thread'} | {frames:.0f} | {stored / 2**20:.0f} | {stored / whole:.3f}"
          f" | {c_wall:.0f} ({c_cpu:.2f}) | {d_wall:.0f} ({d_cpu:.2f}) | {peak:.0f} |")
