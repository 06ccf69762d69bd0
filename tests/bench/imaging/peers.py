"""The processes that are compared: nginx with its pipes, Brume's transfer socket and its agent; and what a run of them costs."""

import os
import secrets
import subprocess
import sys
import time
from base64 import urlsafe_b64encode
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

TICK = os.sysconf("SC_CLK_TCK")
KEY = secrets.token_bytes(32)
KEY_TEXT = urlsafe_b64encode(KEY).decode().rstrip("=")
JAVA = "java -XX:+UseSerialGC -XX:-UsePerfData -XX:ReservedCodeCacheSize=64m".split()


class Cost(NamedTuple):
    """Seconds by the clock; seconds of processor of the client's processes, of the server's and of the whole machine; bytes on the line."""

    wall: float
    client: float
    server: float
    machine: float
    wire: int

    def by(self, share):
        """The same for a stream of another length."""
        return Cost(*(value * share for value in self))


class Place:
    """Where the files of the benchmark are, and with what its programs run."""

    def __init__(self, folder, agent, archive, server, nginx):
        self.folder, self.agent, self.archive, self.server, self.nginx = Path(folder), agent, archive, server, nginx


def shell(command):
    return subprocess.run(["bash", "-c", "set -euo pipefail; " + command], check=True, capture_output=True, text=True).stdout.strip()


def pipe(command):
    return ["bash", "-c", "set -euo pipefail; " + command]


def loop(path, *options):
    """A loop device past the cache of the file system below: the nearest to a disk."""
    return shell(f"losetup --find --show --direct-io=on {' '.join(options)} {path}")


def processor(pids):
    """Seconds that these processes have used so far."""
    ticks = 0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / TICK


def machine():
    """Seconds that all processes and the kernel have used so far."""
    user, nice, system, _, _, irq, soft = (int(field) for field in Path("/proc/stat").read_text().split()[1:8])
    return (user + nice + system + irq + soft) / TICK


def on_the_line():
    """Bytes over loopback so far, in both directions, headers counted."""
    line, = (line for line in Path("/proc/net/dev").read_text().splitlines() if line.strip().startswith("lo:"))
    return int(line.split(":")[1].split()[8])


def timed(place, command, pids, device=None):
    """The Cost of a command, with cold caches, until the device, if one was written, and the files of the folder are synced."""
    shell("sync; echo 3 > /proc/sys/vm/drop_caches")
    log = place.folder / "last.log"
    server, whole, line, start = processor(pids), machine(), on_the_line(), time.monotonic()
    with log.open("w") as trouble:
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=trouble)
        _, status, usage = os.wait4(child.pid, 0)
    child.returncode = status
    shell((f"sync {device}; " if device else "") + f"sync -f {place.folder}")
    wall = time.monotonic() - start
    if status:
        sys.exit(f"failed: {command}: " + log.read_text())
    return Cost(wall, usage.ru_utime + usage.ru_stime, processor(pids) - server, machine() - whole, on_the_line() - line)


class Nginx:
    """The peer's server: files by sendfile or by read and write, and PUT into upload/."""

    def __init__(self, place, sendfile, port=18999):
        (place.folder / "upload").mkdir(exist_ok=True)
        self.url = f"http://127.0.0.1:{port}"
        home = place.folder / f"nginx-{port}"
        home.mkdir(exist_ok=True)
        how = "sendfile on; sendfile_max_chunk 2m;" if sendfile else "sendfile off; output_buffers 2 512k;"
        paths = " ".join(f"{kind}_temp_path {home};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        conf = home / "nginx.conf"
        conf.write_text(
            f"user root; worker_processes 2; daemon off; pid {home}/pid; error_log {home}/log;\n"
            f"events {{}} http {{ access_log off; {how} {paths} client_max_body_size 0;\n"
            f"  server {{ listen 127.0.0.1:{port}; root {place.folder}; location /upload/ {{ dav_methods PUT; }} }} }}\n"
        )
        self.process = subprocess.Popen([place.nginx, "-c", conf, "-p", home])
        time.sleep(1)
        self.pids = shell(f"pgrep -P {self.process.pid}").split()

    def close(self):
        self.process.terminate()
        self.process.wait()


class Brume:
    """The transfer socket of the adapter, in a process of its own, with TLS when it has the folder of a key; the agent's tasks with it."""

    def __init__(self, place, version, earlier=None, tls=None):
        version.mkdir(exist_ok=True)
        arguments = [version, sha256(KEY).hexdigest(), earlier or "-", tls or "-"]
        self.place = place
        self.process = subprocess.Popen(
            JAVA + ["-Xmx512m", "-cp", place.server, "fr.brume.adapter.peer.TransferMain"] + arguments,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.port, *self.pin = self.process.stdout.readline().split()
        self.pids = [self.process.pid]

    def task(self, action, disk, size, image, *options):
        return JAVA + [f"-XX:SharedArchiveFile={self.place.archive}", "-Xmx512m", "-cp", self.place.agent,
                       "fr.brume.bench.imaging.ImagingRun", action, disk, str(size), self.port, KEY_TEXT, str(image), "3",
                       *options, *(f"tls={pin}" for pin in self.pin)]

    def readers(self, image, count):
        return JAVA + ["-Xmx1g", "-cp", self.place.agent, "fr.brume.bench.imaging.ReadingClients",
                       self.port, KEY_TEXT, str(image), str(count), *self.pin]

    def close(self):
        self.process.stdin.close()
        self.process.wait()
