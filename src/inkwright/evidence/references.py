"""Entries of BibTeX -> references in plain words: names, what they appeared in, the one link that lasts."""

import re
from collections.abc import Iterable, Mapping
from itertools import starmap

from inkwright.evidence.bibtex import Entry, parse_bibtex
from inkwright.evidence.tex_text import plain_tex
from inkwright.model.reference import Bibliography, Fault, Person, Reference
from inkwright.model.regex import regex

_CONTAINERS = ("journal", "journaltitle", "booktitle", "maintitle", "series", "school", "institution", "organization",
               "publisher", "howpublished")  # fmt: skip
_YEAR = regex(r"\b(1[5-9]\d\d|20\d\d)\b")
_DOI = regex(r"10\.\d{4,9}/[^\s{}\"<>]+")
_ARXIV = regex(
    r"(?:arxiv[.:/\s]*(?:(?:org/)?(?:abs|pdf)/)?)((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?)", re.I
)
_NUMBER = regex(r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?\Z")
_URL = regex(r"https?://[^\s{}\"<>\\]+")
_MOST = 500
"""Names of one entry that are read."""


def bibliography(files: Iterable[tuple[str, str]], missing: Iterable[str] = ()) -> Bibliography:
    """The works of some BibTeX files, given as (path, text); of two entries of one key the first counts.

    No files give an empty bibliography.
    """
    references: dict[str, Reference] = {}
    faults: list[Fault] = []
    read = []
    for path, text in files:
        read.append(path)
        entries, broken = parse_bibtex(text)
        faults += [Fault(path, one.line, one.message) for one in broken]
        for entry in entries:
            references.setdefault(entry.key, reference_of(entry, path))
    return Bibliography(references, tuple(read), tuple(missing), tuple(faults))


def reference_of(entry: Entry, path: str = "") -> Reference:
    """An entry in plain words."""
    fields = entry.fields
    written = fields.get("author") or fields.get("editor") or ""
    people, others = names(written)
    if not people:
        people = tuple(Person(plain_tex(fields[key])) for key in ("organization", "institution") if fields.get(key))[:1]
    title = ": ".join(filter(None, (plain_tex(fields.get("title", "")), plain_tex(fields.get("subtitle", "")))))
    url, label = _link(fields)
    return Reference(
        key=entry.key, authors=people, others=others, title=title.rstrip("."), container=_container(fields, people),
        detail=_detail(fields), year=_year(fields), url=url, label=label, isbn=plain_tex(fields.get("isbn", "")),
        path=path, line=entry.line,
    )  # fmt: skip


def names(written: str) -> tuple[tuple[Person, ...], bool]:
    """The people of a list joined by `and`, and whether it ends with `others`; none for an empty list."""
    pieces = [piece.strip() for piece in _apart(written)[:_MOST]]
    others = bool(pieces) and pieces[-1].lower() in ("others", "et al.", "et al")
    found = starmap(Person, map(_name, filter(None, pieces[:-1] if others else pieces)))
    return tuple(person for person in found if person.family), others


def _apart(written: str) -> list[str]:
    """The names between `and`s that stand outside braces."""
    written = " ".join(written.split())  # so that long runs of blanks cost nothing
    pieces, depth, start = [], 0, 0
    for match in re.finditer(r"[{}]|(?:\A| )and(?= |\Z)", written, re.I):
        if match[0] in "{}":
            depth += 1 if match[0] == "{" else -1
        elif depth <= 0:
            pieces.append(written[start : match.start()])
            start = match.end()
    return [*pieces, written[start:]]


def _name(written: str) -> tuple[str, str]:
    """Family and given name of `Family, Given`, `Family, Jr, Given` and `Given von Family`.

    **Source:** "BibTeXing" (Patashnik, 1988), section 4: a particle in lower case belongs to the family name.
    """
    if written.startswith("{") and written.endswith("}") and "{" not in written[1:-1]:
        return plain_tex(written), ""
    if "," in written:
        family, *rest = (plain_tex(part) for part in written.split(","))
        return " ".join(filter(None, [family, *rest[:-1]])) if len(rest) > 1 else family, rest[-1]
    words = plain_tex(written).split()
    first = next((at for at, word in enumerate(words[:-1]) if at and word[0].islower()), len(words) - 1)
    return " ".join(words[first:]), " ".join(words[:first])


def _container(fields: Mapping[str, str], people: tuple[Person, ...]) -> str:
    for key in _CONTAINERS:
        text = plain_tex(_URL.sub("", fields.get(key, "")).replace("\\url", ""))
        if text and all(text != person.family for person in people):
            return text
    return ""


def _detail(fields: Mapping[str, str]) -> str:
    volume, number = plain_tex(fields.get("volume", "")), plain_tex(fields.get("number", fields.get("issue", "")))
    pages = plain_tex(fields.get("pages", "")).replace("-", "–")
    place = f"{volume}({number})" if volume and number else volume or number
    return ", ".join(filter(None, (place, pages)))


def _year(fields: Mapping[str, str]) -> str:
    for key in ("year", "date"):
        found = _YEAR.search(fields.get(key, ""))
        if found:
            return found[1]
    return plain_tex(fields.get("year", ""))


def _link(fields: Mapping[str, str]) -> tuple[str, str]:
    """The address of a work and how it reads: its DOI, its arXiv number, else any address that the entry holds."""
    doi = _DOI.search(fields.get("doi", "").replace("\\_", "_"))
    if doi:
        return f"https://doi.org/{doi[0]}", f"doi:{doi[0]}"
    eprint = fields.get("eprint", "").strip()
    prefix = fields.get("archiveprefix", fields.get("eprinttype", "arxiv")).lower()
    if prefix == "arxiv" and _NUMBER.match(eprint):
        return f"https://arxiv.org/abs/{eprint}", f"arXiv:{eprint}"
    for key in ("journal", "journaltitle", "eprint", "note", "howpublished", "url"):
        number = _ARXIV.search(fields.get(key, ""))
        if number:
            return f"https://arxiv.org/abs/{number[1]}", f"arXiv:{number[1]}"
    for key in ("url", "howpublished", "note"):
        url = _URL.search(fields.get(key, "").replace("\\_", "_").replace("\\%", "%").replace("\\#", "#"))
        if url:
            return url[0].rstrip(".,;)"), url[0].rstrip(".,;)")
    return "", ""
