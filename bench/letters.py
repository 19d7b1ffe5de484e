"""Speeds of a letter: an issue made of a post, the message of one reader, its signature."""

import shutil
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import inkwright
from inkwright.flows.newsletter_issue import drafted
from inkwright.model.mailing import Head
from inkwright.newsletter.dkim import signer
from inkwright.newsletter.message import freeze, mark, splice
from inkwright.newsletter.preview import READER
from inkwright.workspace.folder import open_workspace


def letters(folder: Path) -> list[tuple[str, str, str]]:
    """Rows of the table: an issue of a demo post; splicing and signing a message of 42 KB, CPU of each."""
    blog = open_workspace(
        Path(shutil.copytree(Path(inkwright.__file__).parent / "demo" / "workspace", folder / "blog"))
    )
    began = time.perf_counter()
    drafted(blog, "dynamic-batching", "2026-11-21")
    issue = time.perf_counter() - began
    greeting, leave = mark("name", "Hello ", ",", "Hello,"), mark("unsubscribe")
    text = f"{greeting}\n{'Some words of the text part. ' * 320}\n{leave}\n"
    line = '<p style="margin:0 0 15px">Some words of <b>the</b> letter, a dozen or so.</p>\n'
    frozen = freeze(Head("Ada <ada@me.example>", "Caches"), text, f"<p>{greeting}</p>{line * 340}{leave}{leave}")
    message = splice(frozen, READER)
    sign = signer(_key(), "me.example", "ink")
    return [
        ("issue of a demo post, first time", f"{issue * 1000:.0f} ms", "-"),
        (f"splice a message of {len(message) // 1000} KB", _cpu(lambda: splice(frozen, READER)), "<= 50 µs"),
        ("sign it (RSA 2048)", _cpu(lambda: sign(message)), "<= 400 µs"),
    ]


def _cpu(act: Callable[[], object]) -> str:
    """CPU of one call, the median of turns."""
    turns = []
    for _ in range(15):
        began = time.process_time()
        for _ in range(100):
            act()
        turns.append((time.process_time() - began) / 100)
    return f"{statistics.median(turns) * 1e6:.0f} µs CPU"


def _key() -> bytes:
    from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    return generate_private_key(65537, 2048).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
