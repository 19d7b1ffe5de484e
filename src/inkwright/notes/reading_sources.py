"""Files of other programs -> what they offer for reading: OPML, bookmarks, CSV, plain lists of addresses."""

import csv
import io
import re
from collections.abc import Callable
from html import unescape
from pathlib import PurePosixPath

from inkwright.model.errors import UsageError
from inkwright.model.reading_list import Item
from inkwright.model.regex import regex
from inkwright.notes.fields import one_line
from inkwright.notes.ideas import parse_ideas
from inkwright.notes.papers import arxiv_in, doi_in
from inkwright.notes.xml_tree import tree_of

Offered = tuple[tuple[Item, ...], tuple[tuple[int, str], ...]]
"""Things to read in the order of the file, and what could not be read as (1-based line or 0, why)."""
_LINK = regex(r"<a\b([^<>]{1,9000})>([^<>]{0,2000})", re.I)
_HREF = regex(r"""\bhref\s{0,9}=\s{0,9}("[^"]*"|'[^']*'|[^\s"'>]+)""", re.I)
_ADDRESSES = ("url", "link", "source url", "address")
_TITLES = ("title", "name", "document title")


def is_file_name(typed: str) -> bool:
    """Whether a word can only be meant as a file's name, so that a slip in it is no title of a book."""
    return bool(re.fullmatch(r"\S+\.(?:opml|xml|csv|html?|txt|md|markdown|pdf|bib)", typed, re.I)) and not (
        arxiv_in(typed) or doi_in(typed)
    )


def reader_of(name: str) -> Callable[[str], Offered]:
    """The reader of a file by its name. Raises UsageError for a kind that nobody reads."""
    suffix = PurePosixPath(name).suffix.lower()
    known = {
        ".opml": read_opml, ".xml": read_opml, ".csv": read_csv, ".html": read_bookmarks, ".htm": read_bookmarks,
        ".txt": read_lines, ".md": read_lines, ".markdown": read_lines,
    }  # fmt: skip
    if suffix not in known:
        hint = "Give an .opml, a .csv with a column URL, bookmarks as .html, or a .txt with an address on each line."
        raise UsageError("nobody here reads a reading list from this kind of file", path=name, hint=hint)
    return known[suffix]


def read_opml(text: str) -> Offered:
    """The feeds and links of OPML. Raises UnreadableError for what is no XML. **Source:** OPML 2.0, opml.org/spec2."""
    items: list[Item] = []
    broken: list[tuple[int, str]] = []
    for one in tree_of(text).iter("outline"):
        said = {name.lower(): value for name, value in one.attrib.items()}
        feed, url = said.get("xmlurl", "").strip(), (said.get("htmlurl") or said.get("url") or "").strip()
        title = one_line(said.get("title") or said.get("text") or "")
        if not feed and not url:
            continue  # a folder
        if not _is_address(feed or url):
            broken.append((0, f"{title or 'an entry'} has no web address but `{(feed or url)[:60]}`"))
            continue
        items.append(Item(title, url if _is_address(url) else "", feed=feed))
    return tuple(items), tuple(broken)


def read_csv(text: str) -> Offered:
    """The rows of a CSV that has a column for the address, as reading services export it."""
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    items: list[Item] = []
    broken: list[tuple[int, str]] = []
    try:
        header = [name.strip().lower() for name in next(rows, [])]
        url_at = next((header.index(name) for name in _ADDRESSES if name in header), -1)
        title_at = next((header.index(name) for name in _TITLES if name in header), -1)
        if url_at < 0:
            return (), ((1, "no column is called URL"),)
        for row in filter(None, rows):
            url = row[url_at].strip() if url_at < len(row) else ""
            title = one_line(row[title_at]) if 0 <= title_at < len(row) else ""
            if _is_address(url):
                items.append(Item("" if title == url else title, url))
            else:
                broken.append((rows.line_num, "this row has no web address"))
    except csv.Error as error:
        broken.append((rows.line_num, f"not CSV from here on ({error})"))
    return tuple(items), tuple(broken)


def read_bookmarks(text: str) -> Offered:
    """The links of a file of bookmarks, as browsers and reading services export them."""
    items = []
    for attributes, words in _LINK.findall(text):
        href = _HREF.search(attributes)
        url = unescape(href[1].strip("\"'")).strip() if href else ""
        title = one_line(unescape(words))
        if _is_address(url):
            items.append(Item("" if title == url else title, url))
    return tuple(items), () if items else ((0, "there is no link in it"),)


def read_lines(text: str) -> Offered:
    """Every line as it would stand in the reading list."""
    return tuple(Item(idea.text) for idea in parse_ideas(text) if one_line(idea.text)), ()


def _is_address(text: str) -> bool:
    return text.strip().lower().startswith(("http://", "https://")) and not any(
        char in text.strip() for char in " \t\n<>"
    )
