"""The disk fills up while an issue is sent: on a small disk of its own, in a sandbox."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from inkwright.process.sandbox import bubblewrap

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import json, subprocess, sys, time
from pathlib import Path
from tests.flows.newsletter_blog import make_blog
from tests.smtp_server import SmtpServer

READERS = 1500
disk = Path(sys.argv[1])

def fill():
    with open(disk / "filler", "ab", buffering=0) as filler:
        for size in (65536, 512, 1):
            try:
                while True:
                    filler.write(b"x" * size)
            except OSError:
                pass

with SmtpServer(delay=0.01, keep=False) as server:
    blog = make_blog(disk / "blog", server.port, READERS, hurried=True)
    words, more = blog.command("newsletter", "send", "hello", "--yes")
    sender = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **more)
    while sum(server.copies.values()) < 100:
        time.sleep(0.01)
    until = time.monotonic() + 60
    while sender.poll() is None and time.monotonic() < until:
        fill()
        time.sleep(0.02)
    sender.kill()
    said, before = sender.communicate()[0], sum(server.copies.values())
    (disk / "filler").unlink()
    proof = blog.run("newsletter", "verify", "--format", "json")
    again = blog.run("newsletter", "send", "hello", "--yes")
    print(json.dumps({
        "code": sender.returncode, "said": said, "before": before, "proof": json.loads(proof.stdout),
        "again": again.stdout + again.stderr, "readers": len(server.copies), "copies": sum(server.copies.values()),
    }))
"""


@pytest.mark.sandbox
def test_a_full_disk_stops_the_sending_with_one_sentence_and_loses_nobody(tmp_path: Path) -> None:
    (tmp_path / "script.py").write_text(SCRIPT, encoding="utf-8")
    disk = tmp_path / "disk"
    disk.mkdir()
    box = [
        bubblewrap(),
        "--bind",
        "/",
        "/",
        "--dev",
        "/dev",
        "--proc",
        "/proc",
        "--size",
        "12000000",
        "--tmpfs",
        str(disk),
    ]
    done = subprocess.run(
        [*box, "--", sys.executable, str(tmp_path / "script.py"), str(disk)], capture_output=True, text=True,
        timeout=200, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)}, cwd=ROOT,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["code"] == 2, found["said"]
    assert "the disk is full" in found["said"]
    assert "Traceback" not in found["said"]
    (account,) = found["proof"]["accounts"]
    assert account["faults"] == []
    assert 0 < account["sent"] < found["before"] + 1 <= account["audience"] == 1500
    assert found["before"] - account["sent"] <= 4
    assert "hello is sent." in found["again"]
    assert found["readers"] == 1500
    assert found["copies"] <= 1500 + 4
