"""How long texts take that are made to make a part of the product slow."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.hostile_parts import FRONT_MATTER, MARKUP, ONE_WORD, PLAIN_VALUES, THREE_LETTERS
from tests.journeys.hostile import FAMILIES

from inkwright.lint.engine import check
from inkwright.model.context import Context
from inkwright.model.document import Source
from inkwright.similar.overlap import Source as Copied
from inkwright.site.rewrite import rewrite
from inkwright.text.front_matter import read_front_matter
from inkwright.text.markdown import parse
from inkwright.text.plain_yaml import read_plain


def posts(folder: Path) -> list[tuple[str, str, str]]:
    """Whole posts of a megabyte, by the seconds that `check` takes."""
    rows = []
    for name, family in FAMILIES.items():
        source = Source("post.md", family(1_000_000))
        began = time.process_time()
        found = check(parse(source), Context(files=frozenset()))
        spent = (time.process_time() - began) / len(source.text) * 1e6
        rows.append((f"check, hostile: {name}, {len(found):,} findings", f"{spent:.2f} s/MB", "<= 2 s/MB"))
    return rows


def parts(folder: Path) -> list[tuple[str, str, str]]:
    """Input for one part each; of several, the slowest counts."""
    fenced = [f"{fence}\n{body}\n{fence}\ntext" for body in FRONT_MATTER.values() for fence in ("---", "+++")]
    families: list[tuple[str, str, list[Callable[[], object]]]] = [
        ("front matter of 64 KB", "<= 100 ms", [partial(read_front_matter, text) for text in fenced]),
        ("plain values of 60 KB", "", [partial(read_plain, text) for text in PLAIN_VALUES]),
        ("links of 500 KB of HTML", "", [partial(rewrite, text, str) for text in MARKUP.values()]),
        ("50,000 words that repeat", "", [partial(Copied(a).overlaps, b) for a, b in (ONE_WORD, THREE_LETTERS)]),
    ]
    rows = []
    for name, bar, calls in families:
        spent = max(min(timed(call) for _ in range(3)) for call in calls)
        rows.append((f"hostile: {name}, slowest of {len(calls)}", f"{spent * 1000:.1f} ms CPU", bar))
    return rows


def timed(call: Callable[[], object]) -> float:
    """Processor seconds of a call."""
    began = time.process_time()
    call()
    return time.process_time() - began
