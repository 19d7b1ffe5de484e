"""The reading list: `- 2026-11-21 What it is called <https://example.org/x> [from:: Ann]`, one line each.

A bare address, an arXiv number or a title on a line of its own is an entry too; `[feed:: address]` makes a line a feed.
Lines are added at the end; of a line that was decided on only the tick and the fields at its end change.
"""

import re
from collections.abc import Iterable, Mapping

from inkwright.model.errors import UsageError
from inkwright.model.note import Idea
from inkwright.model.reading_list import Entry, FeedRow, Item, ReadingRow
from inkwright.model.regex import regex
from inkwright.notes.fields import field_value, one_line, split_fields
from inkwright.notes.ideas import age_of, parse_ideas
from inkwright.notes.papers import arxiv_in, doi_in
from inkwright.notes.same_address import same_address

_LINKED = regex(r"\[([^\[\]]*)\]\(\s*<?(https?://[^\s<>()]+(?:\([^\s<>()]*\)[^\s<>()]*)*)>?[^()]*\)")
_BRACKETED = regex(r"<(https?://[^\s<>]+)>")
_BARE = regex(r"https?://[^\s<>\"'`\]]+")
_ARXIV = regex(r"(?i)\barxiv:\s*[\w./-]+|(?<![\w./])\d{4}\.\d{4,5}(?:v\d+)?(?![\w.]*\w)")
_BULLET = regex(r"(\ufeff?\s*[-*+][ \t]+)(\[[ xX]\][ \t]+)?")


def parse_reading(text: str) -> list[Entry]:
    """All entries and feeds of a list in the order written; headings, comments, fences and indented lines are none."""
    lines = text.removeprefix("\ufeff").splitlines()
    return [entry_of(idea, lines[idea.line - 1]) for idea in parse_ideas(text)]


def entry_of(idea: Idea, raw: str = "") -> Entry:
    """The entry that a line holds."""
    title, url = _title_and_url(idea.text)
    number = _ARXIV.search(title)
    arxiv = arxiv_in(url) or (arxiv_in(number[0]) if number else "")
    doi = "" if arxiv else doi_in(url) if "doi.org/" in url else doi_in(title)
    if number and not arxiv_in(url) and arxiv:
        title = one_line(title.replace(number[0], " ")).strip(" ,;:–-") or f"arXiv:{arxiv}"
    return Entry(
        title, url, arxiv, doi, idea.field("feed"), idea.date, idea.field("note"), idea.field("later"),
        idea.field("dropped"), idea.field("fetched"), idea.done, idea.line, raw,
    )  # fmt: skip


def _title_and_url(text: str) -> tuple[str, str]:
    """What an entry is called, without markup, and the first address in it."""
    if linked := _LINKED.search(text):
        return one_line(text.replace(linked[0], linked[1])), linked[2]
    if bracketed := _BRACKETED.search(text):
        return one_line(text.replace(bracketed[0], " ")), bracketed[1]
    if bare := _BARE.search(text):
        url = bare[0].rstrip(".,;:!?")
        url = url[:-1] if url.endswith(")") and "(" not in url else url
        return one_line(text.replace(url, " ")).strip(" .,;:–-"), url
    return one_line(text), ""


def new_line(typed: Item, date: str) -> Entry:
    """The line of something to be read; `date` is ISO. Raises UsageError for a title without words and no address."""
    title = one_line(typed.title)
    if typed.url:  # a stranger's title must not hold marks of ours
        title = field_value(title).replace("<", "‹").replace(">", "›")
    if not title and not typed.url:
        raise UsageError("an entry needs a title, an address or a number", hint="For example: arXiv:1706.03762.")
    address = f"<{typed.url}>" if typed.url and "<" not in typed.url else ""
    feed = f"[feed:: {field_value(typed.feed)}]" if typed.feed else ""
    raw = f"- {date} {' '.join(filter(None, (title, address, feed)))}"
    return parse_reading(raw)[0]


def identity(entry: Entry) -> str:
    """What two lines share when they are about the same thing: the feed, the number, the address or the title."""
    if entry.feed:
        return f"feed:{same_address(entry.feed)}"
    if entry.is_paper:
        return f"arxiv:{entry.arxiv.lower()}" if entry.arxiv else f"doi:{entry.doi.lower()}"
    return same_address(entry.url) or "".join(char for char in entry.title.lower() if char.isalnum())


def missing(new: Iterable[Entry], held: Iterable[Entry]) -> tuple[list[Entry], int]:
    """Those of some new entries that a list does not hold, each once, and how many it does."""
    seen = {identity(entry) for entry in held}
    kept: list[Entry] = []
    known = 0
    for entry in new:
        mark = identity(entry)
        known += mark in seen
        if mark not in seen:
            kept.append(entry)
            seen.add(mark)
    return kept, known


def marked(text: str, entry: Entry, fields: Mapping[str, str], tick: bool) -> str:
    """The list with the line of an entry ticked off, if `tick`, and with fields at its end; all else stays, byte by
    byte. A line that was moved is found by its words. Raises UsageError when it is gone."""
    bom = "\ufeff" if text.startswith("\ufeff") else ""
    lines = text.removeprefix(bom).splitlines(keepends=True)
    same = [at for at, line in enumerate(lines) if _content(line) == entry.raw]
    if not same:
        raise UsageError(
            "this line is not in the list any more", path=entry.title or entry.url, hint="Look at the list again."
        )
    at = min(same, key=lambda number: abs(number + 1 - entry.line))
    content = _content(lines[at])
    lines[at] = _with_fields(_ticked(content) if tick else content, fields) + lines[at][len(content) :]
    return bom + "".join(lines)


def _content(line: str) -> str:
    """A line without its end."""
    return line.splitlines()[0] if line.splitlines() else ""


def _ticked(line: str) -> str:
    bullet = _BULLET.match(line)
    if bullet is None:
        return f"- [x] {line.lstrip()}"
    return f"{bullet[1]}[x] {line[bullet.end() :]}"


def _with_fields(line: str, fields: Mapping[str, str]) -> str:
    """A line with fields of new values: in place where it has them at its end, else added."""
    for key, value in fields.items():
        text = f"[{key}:: {field_value(value)}]"
        tail = line[len(split_fields(line)[0]) :]
        old = re.search(rf"\[{re.escape(key)}::[^\[\]]*\]", tail)
        if old:
            start = len(line) - len(tail)
            line = line[: start + old.start()] + text + line[start + old.end() :]
        else:
            line = f"{line.rstrip()} {text}"
    return line


def waiting(entries: Iterable[Entry]) -> list[Entry]:
    """What is still to be decided: in the order written, then what was put off, the longest ago first."""
    found = list(entries)
    later = sorted((one for one in found if one.state == "later"), key=lambda one: (one.later, one.line))
    return [*(one for one in found if one.state == "open"), *later]


def rows(entries: Iterable[Entry], today: str) -> tuple[ReadingRow, ...]:
    """Entries as they are listed, in the order given; feeds are none. `today` is ISO."""
    return tuple(
        ReadingRow(
            one.title or one.url, one.url, "paper" if one.is_paper else "page" if one.url else "other", one.date,
            age_of(Idea(one.title, one.date), today), one.state, one.note, one.line,
        )
        for one in entries if not one.feed
    )  # fmt: skip


def feeds(entries: Iterable[Entry]) -> tuple[FeedRow, ...]:
    """The feeds among entries, in the order written."""
    return tuple(
        FeedRow(one.title or one.url or one.feed, one.feed, one.fetched, one.line) for one in entries if one.feed
    )


def find(entries: Iterable[Entry], typed: str) -> Entry | None:
    """The entry that a writer means by a line's number, an address, a number of arXiv, a DOI or words of its title;
    None for nothing or for several."""
    found = [one for one in entries if not one.feed]
    if typed.isdecimal():
        return next((one for one in found if one.line == int(typed)), None)
    wanted = new_line(Item(typed), "2000-01-01") if typed.strip() else None
    same = [one for one in found if wanted and identity(one) == identity(wanted)]
    words = typed.casefold().split()
    like = same or [
        one for one in found if words and all(word in f"{one.title} {one.url}".casefold() for word in words)
    ]
    return like[0] if len(like) == 1 else None
