"""Ten small Python snippets through `run`: the first time, again with nothing changed, and in other languages."""

import sys
from pathlib import Path

import measure

INKWRIGHT = [sys.executable, "-m", "inkwright"]
_POST = "---\ntitle: Ten snippets\n---\n\n"


def blog(folder: Path) -> None:
    """A workspace with one post of ten snippets, each with its output."""
    fences = "".join(
        f"```python\nvalues{n} = [{n} * i for i in range(1000)]\nprint(sum(values{n}))\n```\n\n"
        f"```output\n{n * 499500}\n```\n\n"
        for n in range(1, 11)
    )
    (folder / "posts" / "ten").mkdir(parents=True)
    (folder / "inkwright.toml").touch()
    (folder / "posts" / "ten" / "index.md").write_text(_POST + fences, encoding="utf-8")


def running(folder: Path) -> list[tuple[str, str, str]]:
    """The two rows of `run`, whole process."""
    place = folder / "ten"
    blog(place)
    first = measure.median([*INKWRIGHT, "run", "ten", "--again"], place, 7)
    again = measure.median([*INKWRIGHT, "run", "ten"], place, 7)
    return [
        ("run, 10 small Python snippets", f"{first.wall:.2f} s", "<= 1 s (nbclient 1.5-3.3 s)"),
        ("  again with nothing changed", f"{again.wall:.2f} s, no process started", "<= 0.3 s"),
    ]
