"""When a card that was kept still says what its post says."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from hashlib import blake2b
from typing import Any
from urllib.parse import quote

from msgspec import Struct

from inkwright.model.post import Post
from inkwright.model.regex import regex
from inkwright.similar.sketch import Background
from inkwright.site.card import Card, Kept, Opened, naming
from inkwright.site.likeness import links_of, sketch_of
from inkwright.site.made import Rows

CARD, NAMES = "card", "names"
"""The kinds of the rows that hold a card each, and of the one that lists files."""
MANY = 40
"""New or vanished files from which on all posts are looked at again, rather than those whose text names one."""
_DATE = regex(r"\d{4}-\d\d-\d\d")


class Row(Struct, frozen=True):
    """A card as it is kept, with the digests, sketch and links of `Kept`, the latter two as bytes.

    It holds from the ISO day `since` on and before `until` ("" for no bound), for a post may come or go on a day that
    it names. `works` pairs each place where a bibliography was looked for with its stamp.
    """

    card: Card
    said: str
    named: str
    marks: str
    source: str
    sketch: bytes
    links: bytes
    since: str = ""
    until: str = ""
    works: tuple[tuple[str, str], ...] = ()


def row_of(
    opened: Opened, data: bytes, background: Background, today: str, stamp: Callable[[str], str],
    encode: Callable[[object], bytes],
) -> Row:  # fmt: skip
    """The row of a post that was read today (ISO) from these bytes; `stamp` is that of a file, `encode` makes bytes."""
    post, card = opened.post, opened.card
    sketch = encode(sketch_of(opened.document, card.title, background))
    links = encode(links_of(opened.document))
    said, named, marks = (_digest(part) for part in (encode(card), encode(naming(card)), sketch + links))
    names = post.bibliography.looked
    since, until = _days(post, today[:10])
    stamps = tuple((name, stamp(name)) for name in names)
    source = _digest(data + encode(stamps))
    return Row(card, said, named, marks, source, sketch, links, since, until, stamps)


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def holds(row: Row, today: str, stamp: Callable[[str], str]) -> bool:
    """Whether what a card depends on besides its text is as it was."""
    today = today[:10]
    if (not today and row.until) or today < row.since or (row.until and today >= row.until):
        return False
    return all(stamp(path) == known for path, known in row.works)


def _days(post: Post, today: str) -> tuple[str, str]:
    """The last day up to today that the post names where a date may hold it back, and the first one after."""
    written = post.document.slice(post.document.front_matter.span)
    days = _DATE.findall(f"{written} {post.metadata.date} {post.file.path}")
    past = max((day for day in days if day <= today), default="")
    return past, min((day for day in days if day > today), default="")


def same_rows(
    rows: Mapping[str, tuple[str, bytes]], stamps: Mapping[str, str], decode: Callable[[bytes, Any], Any]
) -> dict[str, Row]:
    """The rows whose file is as it was, by path. `rows` pairs the stamp that a file had with its row as bytes, `stamps`
    are those of the files that are there; `decode` gives None for bytes that are no row."""
    same = ((path, rows[path][1]) for path, stamp in stamps.items() if path in rows and rows[path][0] == stamp)
    found = ((path, decode(body, Row)) for path, body in same)
    return {path: row for path, row in found if row is not None}


def kept_of_row(row: Row, opened: Callable[[], Opened], decode: Callable[[bytes, Any], Any]) -> Kept:
    """The card that was kept as a row; `opened` gives its post, `decode` makes a value of bytes."""
    sketch, links = partial(decode, row.sketch, dict[str, float]), partial(decode, row.links, list[tuple[str, str]])
    return Kept(row.card, opened, sketch, links, row.said, row.named, row.marks, row.source)


def doubtful(shelf: Rows, names: Iterable[str], read: Callable[[str], bytes]) -> Callable[[str], bool]:
    """Tells of a path whether its post must be looked at again, because files that its text may name came or went
    since `shelf` was told of them. `names` are the files there are now, posts left out; the shelf is told. `read` gives
    the text at a path, which is asked for only where it matters."""
    before, now = shelf.rows(NAMES).get("", ("", b""))[1], "\n".join(names).encode("utf-8", "surrogatepass")
    if before == now:
        return lambda path: False
    shelf.put(NAMES, "", "", now)
    test = may_name(*(listed.decode("utf-8", "surrogatepass").split("\n") for listed in (before, now)))
    return lambda path: test(read(path))


def may_name(before: Iterable[str], now: Iterable[str]) -> Callable[[bytes], bool]:
    """Tells of a text whether it may name a file that came or went, given which files there were and are.

    A text names a file by what stands before the first full stop of its name, as it is or encoded, in any case.
    """
    changed = frozenset(before).symmetric_difference(now) - {""}
    if len(changed) > MANY:
        return lambda text: True
    stems = {name.rpartition("/")[2].split(".")[0].lower() for name in changed}
    wanted = [one.encode("utf-8", "surrogatepass") for stem in stems for one in (stem, quote(stem).lower())]
    return lambda text: any(stem in text.lower() for stem in wanted)
