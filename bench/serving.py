"""How soon a saved post is there while the site is served: the work itself, and with the wait of the file watcher."""

import re
import statistics
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import corpus

SAVES = 12
"""Saves of a post, of which the first two do not count."""
POST = "note-00001"
_ADDRESS = re.compile(r"http://[\d.:]+/")
_TOOK = re.compile(r" in (\d+) ms$")
_FAR = 600
"""Seconds after which a server that says nothing is given up."""


def serving(count: int, folder: Path) -> list[tuple[str, str, str]]:
    """Milliseconds from a save to the new page among so many posts: what the server says that it took, and until a
    browser that keeps asking sees the line."""
    blog = folder / f"served-{count}"
    corpus.blog(blog, count, corpus.sentences())
    command = [sys.executable, "-u", "-m", "inkwright", "serve"]
    with subprocess.Popen(command, cwd=blog, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            assert server.stdout is not None
            address = _ADDRESS.search(server.stdout.readline())
            if address is None:
                raise RuntimeError("`inkwright serve` did not say where")
            page = f"{address[0]}posts/{POST}/"
            _get(page)
            work, seen = [], []
            for number in range(SAVES):
                line = f"A line that save {number} brought."
                seen.append(_save(blog / "posts" / POST / "index.md", line, page))
                said = _TOOK.search(server.stdout.readline().rstrip())
                work.append(float(said[1]) if said else 0.0)
                time.sleep(1)
        finally:
            server.terminate()
    took, waited = statistics.median(work[2:]), statistics.median(seen[2:]) * 1000
    figure = f"{took:.0f} ms; {waited:.0f} ms with the watcher"
    return [(f"serve, {count:,} posts, save to page", figure, "<= 30 ms")]


def _save(post: Path, line: str, page: str) -> float:
    """Seconds until a line that is added to a post is on its page."""
    text = f"{post.read_text(encoding='utf-8')}\n{line}\n"
    began = time.perf_counter()
    post.write_text(text, encoding="utf-8")
    while line.encode() not in _get(page):
        if time.perf_counter() - began > _FAR:
            raise RuntimeError("the page did not change")
        time.sleep(0.002)
    return time.perf_counter() - began


def _get(page: str) -> bytes:
    for _ in range(50):
        try:
            with urllib.request.urlopen(page, timeout=_FAR) as answer:
                found: bytes = answer.read()
                return found
        except OSError:  # it is still starting
            time.sleep(0.1)
    raise RuntimeError("the server does not answer")
