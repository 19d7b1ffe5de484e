"""A paper as a writer keeps it: what it is called, where it is found, passages marked in it."""

from msgspec import Struct

FIELDS = ("Problem", "Method", "Data", "Result", "Limits", "My view")
"""The headings of a paper's note. **Source:** requirement LIT-1."""


class Passage(Struct, frozen=True):
    """Words marked in a paper, where they stand ("p. 12", "section 3", "" for unknown), and the reader's remark."""

    text: str
    place: str = ""
    remark: str = ""


class Paper(Struct, frozen=True):
    """One paper, "" for what is not known. `authors` are whole names; `doi` and `arxiv` are bare numbers; `line` is
    1-based in the file that it came from, 0 for other sources."""

    title: str
    authors: tuple[str, ...] = ()
    year: str = ""
    key: str = ""
    venue: str = ""
    url: str = ""
    doi: str = ""
    arxiv: str = ""
    abstract: str = ""
    passages: tuple[Passage, ...] = ()
    line: int = 0


class PaperRow(Struct, frozen=True):
    """A paper's note as it is listed: `open` are the headings below which nothing stands yet."""

    key: str
    title: str
    year: str
    path: str
    open: tuple[str, ...]


class Added(Struct, frozen=True):
    """What became of the papers of one source: paths of new notes, titles that were there already, notes that got new
    passages and how many, and what could not be read, each as "path:line: why"."""

    new: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    merged: tuple[tuple[str, int], ...] = ()
    broken: tuple[str, ...] = ()
