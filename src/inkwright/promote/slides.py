"""Slides as Markdown that Marp shows as such and any other program reads: `---` between slides, notes in comments.

**Source:** marpit.marp.app/markdown, /directives and /presenter-notes (as of marp-core 5.0): a ruler parts slides,
front matter holds directives, a comment is a note for the speaker unless it reads as YAML keys.
"""

import re
from collections.abc import Iterator, Sequence

from inkwright.model.regex import regex
from inkwright.model.talk import Slide

STYLE = "section img { max-height: 400px; max-width: 100% }"
NOTES = "Notes"
"""The first line of every note: no note then reads as YAML keys."""
_ACTS = regex(r"([\\`*_\[\]<>#|~$!&])|^([-+=:])|^(\d+)([.)])")


def front(title: str, author: str) -> dict[str, object]:
    """The front matter of a deck."""
    said = {"title": title, "author": author, "style": STYLE}
    return {"marp": True, "paginate": True, **{key: value for key, value in said.items() if value}}


def deck(title: str, about: Sequence[str], slides: Sequence[Slide], address: str) -> str:
    """The slides behind the front matter: the title with some lines `about` it, each section, and the address of the
    post ("" for none) at the end."""
    first = "\n\n".join([f"# {plain(title)}", *(plain(line) for line in about)])
    last = [f"# {plain(title)}\n\n<{address}>"] if address else []
    return "\n\n---\n\n".join(["<!-- _class: lead -->\n\n" + first, *map(_slide, slides), *last]) + "\n"


def _slide(slide: Slide) -> str:
    return "\n\n".join(_parts(slide))


def _parts(slide: Slide) -> Iterator[str]:
    yield f"## {plain(slide.title)}"
    if slide.points:
        yield "\n".join(f"- {plain(point)}" for point in slide.points)
    if slide.exhibit:
        yield slide.exhibit
    if slide.notes:
        yield f"<!--\n{NOTES}\n\n{slide.notes.replace('-->', '->').replace('--!>', '-!>')}\n-->"


def plain(text: str) -> str:
    """A line of text as Markdown that shows just that."""
    return _ACTS.sub(_escaped, " ".join(text.split()))


def _escaped(found: re.Match[str]) -> str:
    if found[3]:
        return f"{found[3]}\\{found[4]}"
    return f"\\{found[0]}"
