"""Deploy, capture, server alone and stored size against the pipe of FOG's kind, taking turns; prints one table for each.

    imaging.py FOLDER TURNS CLASSPATH-OF-AGENT CLASSPATH-OF-SERVER NGINX

Every run starts with cold caches and ends when the disk, or the server's file, is synced. Seconds of processor are those of the client's
processes and, apart, those of the server's.
"""

import os
import secrets
import subprocess
import sys
import time
from base64 import urlsafe_b64encode
from hashlib import sha256
from pathlib import Path
from statistics import median

FOLDER, TURNS = Path(sys.argv[1]), int(sys.argv[2])
AGENT, SERVER, NGINX = sys.argv[3:6]
HTTP_PORT = 18999
TICK = os.sysconf("SC_CLK_TCK")
KEY = secrets.token_bytes(32)
JAVA = "java -XX:+UseSerialGC -XX:-UsePerfData -XX:ReservedCodeCacheSize=64m".split()


def shell(command):
    return subprocess.run(["bash", "-c", "set -euo pipefail; " + command], check=True, capture_output=True, text=True).stdout.strip()


def processor(pids):
    """Seconds that these processes have used so far."""
    ticks = 0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / TICK


class Nginx:
    """The peer's server: files by sendfile or by read and write, and PUT into upload/."""

    def __init__(self, sendfile):
        (FOLDER / "upload").mkdir(exist_ok=True)
        conf = FOLDER / "nginx.conf"
        how = "sendfile on; sendfile_max_chunk 2m;" if sendfile else "sendfile off; output_buffers 2 512k;"
        conf.write_text(
            f"user root; worker_processes 2; daemon off; pid {FOLDER}/nginx.pid; error_log {FOLDER}/nginx.log;\n"
            f"events {{}} http {{ access_log off; {how} client_body_temp_path {FOLDER}/body; client_max_body_size 0;\n"
            f"  proxy_temp_path {FOLDER}/p; fastcgi_temp_path {FOLDER}/f; uwsgi_temp_path {FOLDER}/u; scgi_temp_path {FOLDER}/s;\n"
            f"  server {{ listen 127.0.0.1:{HTTP_PORT}; root {FOLDER}; location /upload/ {{ dav_methods PUT; }} }} }}\n"
        )
        self.process = subprocess.Popen([NGINX, "-c", conf, "-p", FOLDER])
        time.sleep(1)
        self.pids = shell(f"pgrep -P {self.process.pid}").split()

    def close(self):
        self.process.terminate()
        self.process.wait()


class Brume:
    """The transfer socket of the adapter, in a process of its own."""

    def __init__(self, version):
        version.mkdir(exist_ok=True)
        key = sha256(KEY).hexdigest()
        self.process = subprocess.Popen(
            JAVA + ["-Xmx512m", "-cp", SERVER, "fr.brume.adapter.peer.TransferMain", version, key],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.port = self.process.stdout.readline().strip()
        self.pids = [self.process.pid]

    def task(self, action, disk, size, image):
        key = urlsafe_b64encode(KEY).decode().rstrip("=")
        return JAVA + ["-Xmx512m", "-cp", AGENT, "fr.brume.bench.imaging.ImagingRun", action, disk, str(size), self.port, key, str(image), "3"]

    def readers(self, image, count):
        key = urlsafe_b64encode(KEY).decode().rstrip("=")
        return JAVA + ["-Xmx1g", "-cp", AGENT, "fr.brume.bench.imaging.ReadingClients", self.port, key, str(image), str(count)]

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def timed(command, server, sync):
    """(wall, client's processor, server's processor) in seconds, of a command and of the sync behind it."""
    shell("sync; echo 3 > /proc/sys/vm/drop_caches")
    before = processor(server.pids) if server else 0
    start = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=open(FOLDER / "last.log", "w"))
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = status
    shell(f"sync -f {sync}")
    wall = time.monotonic() - start
    if status:
        sys.exit(f"failed: {command}: " + (FOLDER / "last.log").read_text())
    return wall, usage.ru_utime + usage.ru_stime, (processor(server.pids) if server else 0) - before


def pipe(command):
    return ["bash", "-c", "set -euo pipefail; " + command]


def table(title, used, rows, base):
    """rows: name -> list of (wall, client, server); medians, and ratios of the rate and of the processor to the base's."""
    print(f"\n### {title}\n\n| who | MiB/s | CPU s/GiB client | CPU s/GiB server | rate, ratio | client CPU, ratio | all CPU, ratio | runs, s |")
    print("|---|---|---|---|---|---|---|---|")
    middle = {name: [median(column) for column in zip(*runs)] for name, runs in rows.items()}
    for name, (wall, client, server) in middle.items():
        b = middle[base]
        all_ratio = (client + server) / (b[1] + b[2])
        print(f"| {name} | {used / 2**20 / wall:.0f} | {client / (used / 2**30):.2f} | {server / (used / 2**30):.2f} | {b[0] / wall:.2f} "
              f"| {client / max(b[1], .01):.2f} | {all_ratio:.2f} | {' '.join(f'{r[0]:.1f}' for r in rows[name])} |", flush=True)


def loop(path, *options):
    return shell(f"losetup --find --show {' '.join(options)} {path}")


def imaging(fs, partclone):
    source = FOLDER / f"{fs}.disk"
    size = source.stat().st_size
    part = f"--offset 1048576 --sizelimit {size - 2 * 2**20}"
    version, image = FOLDER / f"{fs}.version", FOLDER / f"{fs}.json"
    shell(f"rm -rf {version} {image}")
    used = (FOLDER / f"{fs}.partclone").stat().st_size
    capture(fs, partclone, source, size, part, version, image, used)
    stored = sum(f.stat().st_size for f in version.iterdir())
    peer = (FOLDER / f"{fs}.zst").stat().st_size
    print(f"\nStored, index and seek table counted: {stored / 2**20:.0f} MiB, {stored / peer:.3f} of one `zstd -3` stream", flush=True)
    deploy(fs, size, part, version, image, used)
    alone(fs, version, image, stored)


def capture(fs, partclone, source, size, part, version, image, used):
    rows = {"partclone, zstd -3 -T0, curl -T": [], "Brume": []}
    for _ in range(TURNS):
        server, device = Nginx(True), loop(source, part)
        rows["partclone, zstd -3 -T0, curl -T"].append(timed(pipe(
            f"partclone.{partclone} -f 0 -c -a0 -s {device} -o - -L /dev/null | zstd -q -3 -T0 | "
            f"curl -sfT - http://127.0.0.1:{HTTP_PORT}/upload/{fs}"), server, FOLDER))
        server.close()
        shell(f"losetup -d {device}; rm -rf {version}")
        server, device = Brume(version), loop(source)
        rows["Brume"].append(timed(server.task("capture", device, size, image), server, FOLDER))
        server.close()
        shell(f"blockdev --setrw {device}; losetup -d {device}")
    table(f"Capture, {fs}, {used / 2**30:.2f} GiB used", used, rows, "partclone, zstd -3 -T0, curl -T")


def deploy(fs, size, part, version, image, used):
    target = FOLDER / "target"
    shell(f"rm -f {target}; fallocate -l {size} {target}; dd if=/dev/zero of={target} bs=4M count={size >> 22} conv=notrunc status=none")
    base = "curl, zstd -dc, partclone.restore"
    rows = {base: [], "Brume": [], "partclone.restore alone, from a local file": []}
    for _ in range(TURNS):
        server, device = Nginx(True), loop(target, part)
        rows[base].append(timed(pipe(
            f"curl -sf http://127.0.0.1:{HTTP_PORT}/{fs}.zst | zstd -qdc | partclone.restore -f 0 -s - -o {device} -L /dev/null"), server, target))
        server.close()
        rows["partclone.restore alone, from a local file"].append(timed(pipe(
            f"partclone.restore -f 0 -s {FOLDER}/{fs}.partclone -o {device} -L /dev/null"), None, target))
        shell(f"losetup -d {device}")
        server, device = Brume(version), loop(target)
        rows["Brume"].append(timed(server.task("deploy", device, size, image), server, target))
        server.close()
        shell(f"losetup -d {device}")
    table(f"Deploy, {fs}, {used / 2**30:.2f} GiB used", used, rows, base)
    shell(f"rm {target}")


def alone(fs, version, image, stored):
    peer = (FOLDER / f"{fs}.zst").stat().st_size
    for count in 1, 4, 16:
        rows = {"nginx, sendfile": [], "nginx, read and write": [], "Brume": []}
        for _ in range(TURNS):
            for name in rows:
                server = Brume(version) if name == "Brume" else Nginx(name == "nginx, sendfile")
                command = server.readers(image, count) if name == "Brume" else pipe(
                    f"for i in $(seq {count}); do curl -sf http://127.0.0.1:{HTTP_PORT}/{fs}.zst -o /dev/null & done; wait")
                wall, client, cpu = timed(command, server, FOLDER)
                share = 1 if name == "Brume" else stored / peer
                rows[name].append((wall * share, client * share, cpu * share))
                server.close()
        table(f"Server alone, {fs}, {count} clients", stored * count, rows, "nginx, sendfile")


print(f"load {os.getloadavg()[0]:.1f}, {TURNS} turns, {os.cpu_count()} processors")
imaging("ext4", "extfs")
imaging("ntfs", "ntfs")
