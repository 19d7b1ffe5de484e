"""What a server works after each edit in a long post, by the code of the language server; the pipe is not counted."""

import gc
import random
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from inkwright.cli.lsp.desk import Desk
from inkwright.text.markdown import parse_text
from inkwright.text.prose import word_count

WORDS = 5000
TYPED = (" more", "x", ". The", "\n\nA new paragraph here.\n\n", "", "", " utilize", "`code`")
"""What is typed at a random place; an empty one cuts eight characters out."""


def long_posts(folder: Path) -> list[tuple[str, str]]:
    """Name and text of the posts of a folder that have enough words, cut after the block in which the count is
    reached."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".md", ".mdx") and path.stat().st_size > 5 * WORDS:
            text = path.read_text(encoding="utf-8")
            cut = _cut(text, path.name)
            if cut:
                found.append((path.name, text[:cut]))
    return found


def _cut(text: str, name: str) -> int:
    """Where the block ends that holds the last of the words; 0 when there are fewer."""
    ends = [block.span.end for block in parse_text(text, name).blocks]
    return next((end for end in ends if word_count(parse_text(text[:end], name)) >= WORDS), 0)


def edits(text: str, count: int) -> Iterator[str]:
    """Versions of a text, each one edit after the one before, at random places (the same in every run)."""
    rng = random.Random(text[:100])
    for _ in range(count):
        at = rng.randrange(len(text))
        typed = rng.choice(TYPED)
        text = text[:at] + typed + text[at + 8 * (not typed) :]
        yield text


def seconds(folder: Path, name: str, text: str, count: int) -> list[float]:
    """Processor seconds of each re-check."""
    desk = Desk(lambda zone: "2026-11-21")
    path = str(folder / name)
    gc.disable()  # as the server does
    desk.sheet("uri", path, text, "utf-16")
    spent = []
    for version in edits(text, count):
        began = time.process_time()
        desk.sheet("uri", path, version, "utf-16")
        spent.append(time.process_time() - began)
        desk.rest()
    gc.enable()
    return spent


def percentiles(spent: list[float]) -> tuple[float, float]:
    """Median and the value that 95 of 100 stay below."""
    return statistics.median(spent), sorted(spent)[int(0.95 * len(spent))]
