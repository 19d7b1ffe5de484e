"""What sending costs: CPU for each message, freezing, going on after a crash, memory with a long list."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from sqlalchemy import insert
from tests.smtp_server import SmtpServer

import measure
from inkwright.ledger.issues import freeze
from inkwright.ledger.open import open_ledger
from inkwright.ledger.tables import subscriber

INKWRIGHT = [sys.executable, "-m", "inkwright"]
SEND = [*INKWRIGHT, "newsletter", "send", "letter", "--yes"]
Row = tuple[str, str, str]
SETTINGS = """base_url = "https://me.dev"
[newsletter]
sender = "Ada <ada@me.dev>"
url = "https://letters.me.dev"
[relay]
host = "127.0.0.1"
port = {port}
security = "none"
rate = 0
connections = 10
"""
DKIM = 'dkim_domain = "me.dev"\ndkim_selector = "ink"\n'
PARAGRAPH = "The cache holds what the model has read so far, and a page of it is given back when its sequence ends. "


def letters(folder: Path, name: str, readers: int, port: int, *, signed: bool = False) -> Path:
    """A workspace with a post of about 42 KB as mail and so many readers."""
    blog = folder / name
    post = blog / "posts" / "letter" / "index.md"
    post.parent.mkdir(parents=True)
    (blog / "inkwright.toml").write_text(SETTINGS.format(port=port) + (DKIM if signed else ""), encoding="utf-8")
    body = "\n\n".join(f"## Part {part}\n\n{PARAGRAPH * 8}" for part in range(20))
    post.write_text(f"---\ntitle: Letter\ndate: 2026-11-01\n---\n\n{body}\n", encoding="utf-8")
    ledger = open_ledger(blog / "private" / "inkwright.db") if _made(blog / "private") else None
    assert ledger is not None
    now = datetime.now(UTC)
    with ledger.write() as connection:
        for start in range(0, readers, 10_000):
            connection.execute(
                insert(subscriber), [_reader(number, now) for number in range(start, min(readers, start + 10_000))]
            )
    ledger.close()
    return blog


def _made(folder: Path) -> bool:
    folder.mkdir(parents=True)
    return True


def _reader(number: int, now: datetime) -> dict[str, object]:
    digest = sha256(str(number).encode()).digest()
    email = f"reader{number}@example.org"
    return {
        "id": number + 1, "email": email, "email_norm": email, "email_hmac": digest, "name": f"Reader {number}",
        "status": "active", "created": now, "confirmed": now, "tags": ",", "token_salt": digest[:16],
    }  # fmt: skip


@contextlib.contextmanager
def relay() -> Iterator[SmtpServer]:
    """A relay that takes everything, in this process, so that its time is not counted as the sender's."""
    with SmtpServer(keep=False) as server:
        yield server


def messages(folder: Path) -> list[Row]:
    rows = []
    os.environ["INKWRIGHT_DKIM_KEY"] = _key(folder)
    for signed, bar in ((False, "<= 1.1 ms"), (True, "<= 1.5 ms")):
        costs = {}
        with SmtpServer() as server:
            for count in (10, 4000):
                blog = letters(folder, f"cpu-{signed}-{count}", count, server.port, signed=signed)
                began = len(server.messages)
                costs[count] = measure.run(SEND, blog)
                assert len(server.messages) - began == count
                size = len(server.messages[-1].data)
                server.messages.clear()
        each = (costs[4000].cpu - costs[10].cpu) / 3990 * 1000
        rate = 3990 / (costs[4000].wall - costs[10].wall)
        name = f"newsletter, message of {size / 1000:.0f} KB{', signed' if signed else ''}"
        rows.append((name, f"{each:.2f} ms CPU; {rate:,.0f}/s", bar))
    return rows


def _key(folder: Path) -> str:
    from cryptography.hazmat.primitives.asymmetric import rsa
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    file = folder / "dkim.pem"
    made = rsa.generate_private_key(65537, 2048)
    file.write_bytes(made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return str(file)


def freezing(folder: Path) -> list[Row]:
    blog = letters(folder, "freeze", 100_000, 25)
    ledger = open_ledger(blog / "private" / "inkwright.db")
    began = time.perf_counter()
    with ledger.write(durable=True) as connection:
        made = freeze(connection, "letter", subject="Letter", from_addr="", body=b"x" * 42_000, list_="", lists=(),
                      now=datetime.now(UTC))  # fmt: skip
    spent = time.perf_counter() - began
    assert made.audience == 100_000
    ledger.close()
    return [("newsletter, freeze for 100,000", f"{spent:.2f} s", "<= 3 s")]


def going_on(folder: Path) -> list[Row]:
    with relay() as server:
        blog = letters(folder, "resume", 100_000, server.port)
        _run_until(blog, server, 500, signal.SIGKILL)
        before, began = sum(server.copies.values()), time.perf_counter()
        with subprocess.Popen(SEND, cwd=blog, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as child:
            while sum(server.copies.values()) == before:
                time.sleep(0.002)
            spent = time.perf_counter() - began
            child.kill()
            _, _, usage = os.wait4(child.pid, 0)
            child.returncode = 0
    figure = f"{spent:.2f} s, {usage.ru_utime + usage.ru_stime:.2f} s CPU"
    return [("newsletter, killed to first message, 100,000", figure, "<= 2 s")]


def long_list(folder: Path) -> list[Row]:
    with relay() as server:
        blog = letters(folder, "million", 1_000_000, server.port)
        began = time.perf_counter()
        used = _run_until(blog, server, 20_000, signal.SIGTERM)
        spent = time.perf_counter() - began
    return [("newsletter, 1,000,000 readers, 20,000 sent", f"{used:.0f} MB; {spent:.0f} s", "<= 200 MB")]


def _run_until(blog: Path, server: SmtpServer, count: int, sign: signal.Signals) -> float:
    """Send until so many have it, then end the sender; its peak of memory in megabytes."""
    with subprocess.Popen(SEND, cwd=blog, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as child:
        while sum(server.copies.values()) < count:
            time.sleep(0.05)
            assert child.poll() is None
        child.send_signal(sign)
        _, _, usage = os.wait4(child.pid, 0)
        child.returncode = 0
    return usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
