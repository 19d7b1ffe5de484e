"""One file -> what the index holds of it."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from inkwright.model.document import Source
from inkwright.model.index import FileKind, IndexedFile
from inkwright.model.regex import regex
from inkwright.notes.foreign import is_foreign, words_of
from inkwright.notes.ideas import parse_ideas
from inkwright.notes.log import parse_log
from inkwright.similar.words import plain
from inkwright.text.front_matter import read_front_matter

_HEADING = regex(r"(?m)^#[ \t]+(.+?)[ \t#]*$")
_INLINE_TAG = regex(r"(?<![^\s(])#([^\W\d_][\w/-]*)")
_DATE = regex(r"\d{4}-\d\d-\d\d")


def describe(kind: FileKind, name: str, source: Source) -> IndexedFile:
    """What the index holds of one file."""
    if kind == "note" and is_foreign(source.path):
        called, words = words_of(source.path, source.text)
        day = _DATE.match(PurePosixPath(name).name)
        return IndexedFile(
            source.path, kind, name, called or PurePosixPath(name).name, day[0] if day else "", (), words
        )  # fmt: skip
    front = read_front_matter(source.text)
    body = source.text[front.span.end :]
    heading = _HEADING.search(body)
    title = str(front.data.get("title") or (heading[1] if heading else PurePosixPath(name).name))
    date = _DATE.search(str(front.data.get("date", ""))) or _DATE.match(PurePosixPath(name).name)
    return IndexedFile(
        source.path,
        kind,
        name,
        title.strip(),
        date[0] if date else "",
        _all_tags(front.data, body),
        body,
        tuple(parse_ideas(source.text)) if kind == "ideas" else (),
        tuple(parse_log(source.text, name)) if kind == "log" else (),
        _names(front.data.get("aliases", front.data.get("alias"))) if kind in ("note", "paper") else (),
        str(front.data.get("from") or front.data.get("origin") or ""),
        str(front.data.get("kind") or ""),
        source.text.count("\n", 0, front.span.end) + 1,
        str(front.data.get("pillar") or ""),
    )


def _all_tags(front: Mapping[str, object], body: str) -> tuple[str, ...]:
    """Tags of the front matter, then those in the text, each once."""
    written = _tags(front.get("tags", front.get("tag")))
    inside = _INLINE_TAG.findall(plain(body)) if "#" in body else []
    return tuple(dict.fromkeys((*(tag.lstrip("#") for tag in written), *inside)))


def _names(written: object) -> tuple[str, ...]:
    """Other names of a note: one text, a text with commas, or a list."""
    listed = written if isinstance(written, list) else str(written or "").split(",")
    return tuple(name for name in (str(one).strip() for one in listed) if name)


def _tags(written: object) -> tuple[str, ...]:
    if isinstance(written, str):
        return tuple(written.replace(",", " ").split())
    return tuple(str(tag) for tag in written) if isinstance(written, list) else ()
