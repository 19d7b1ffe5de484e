"""Exports and answers of reading tools -> papers: CSL-JSON and Zotero JSON, Zotero RDF, Readwise CSV, arXiv's Atom.

Each reader gives the papers in order and what it could not read, as (1-based line or number of the entry, why).
"""

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from typing import Any
from xml.etree import ElementTree

from msgspec.structs import replace

from inkwright.model.errors import UnreadableError
from inkwright.model.paper import Paper, Passage
from inkwright.model.regex import regex
from inkwright.notes.papers import arxiv_in, doi_in, names_of
from inkwright.notes.xml_tree import tree_of

Found = tuple[tuple[Paper, ...], tuple[tuple[int, str], ...]]
_YEAR = regex(r"\b(1[5-9]\d\d|20\d\d)\b")
_TAG = regex(r"</?[a-zA-Z][^>]*>")
_BREAKS = regex(r"(?i)</(?:p|div|li|h\d)>|<br[^>]*>")
_PLACES = {"page": "p. ", "location": "location ", "order": "", "time": "at "}
_NOTE_KINDS = ("attachment", "note", "annotation")


def reader_of(name: str, text: str) -> Callable[[str], Found] | None:
    """The reader for a file by its name and first characters; None for BibTeX and for what nobody reads."""
    low, head = name.lower(), text[:2000].lstrip("\ufeff \r\n\t")
    if low.endswith((".json", ".csljson")):
        return read_json
    if low.endswith((".rdf", ".xml")):
        return read_rdf
    if low.endswith(".csv") and "highlight" in head.partition("\n")[0].lower():
        return read_readwise
    return None


def read_json(text: str) -> Found:
    """CSL-JSON, or the JSON of Zotero with Better BibTeX. Raises UnreadableError for what is no JSON."""
    try:
        data = json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        raise UnreadableError(f"not JSON: {error.msg}", line=error.lineno, hint="Export it again.") from None
    except (ValueError, RecursionError):
        raise UnreadableError("this JSON is nested too deep to be read", hint="Export it again.") from None
    entries = data.get("items", [data]) if isinstance(data, dict) else data
    papers: list[Paper] = []
    broken: list[tuple[int, str]] = []
    for number, entry in enumerate(entries if isinstance(entries, list) else [], 1):
        if isinstance(entry, dict) and entry.get("itemType") in _NOTE_KINDS:
            continue
        paper = _of_json(entry) if isinstance(entry, dict) else None
        if paper is None:
            broken.append((0, f"entry {number} has no title"))
        else:
            papers.append(paper)
    return tuple(papers), tuple(broken)


def _of_json(entry: Mapping[str, Any]) -> Paper | None:
    title = _plain(_one(entry.get("title")))
    if not title:
        return None
    doi = doi_in(_one(entry.get("DOI")) or _one(entry.get("doi")))
    url = _one(entry.get("URL")) or _one(entry.get("url"))
    extra = _one(entry.get("note")) or _one(entry.get("extra"))
    number = re.search(r"(?i)arxiv:\s*(\S+)", f"{extra} {_one(entry.get('number'))} {_one(entry.get('archiveID'))}")
    name = ("container-title", "publicationTitle", "publisher")
    people = entry.get("author") or entry.get("creators") or entry.get("editor")
    return Paper(
        title=title, authors=_people(people), year=_year(entry), doi=doi, url=url if url.startswith("http") else "",
        key=_one(entry.get("citation-key")) or _one(entry.get("citationKey")) or _own_key(entry.get("id")),
        venue=_plain(next(filter(None, (_one(entry.get(key)) for key in name)), "")),
        arxiv=arxiv_in(number[1]) if number else arxiv_in(url) or _arxiv_doi(doi),
        abstract=_plain(_one(entry.get("abstract")) or _one(entry.get("abstractNote"))), passages=_notes(entry),
    )  # fmt: skip


def _own_key(value: Any) -> str:
    """An id that reads as a key, not as an address or a number."""
    text = _one(value)
    return text if re.fullmatch(r"[^\W\d][\w:.+-]{2,60}", text) else ""


def _arxiv_doi(doi: str) -> str:
    """The number in arXiv's own DOIs. **Source:** info.arxiv.org/help/doi.html."""
    return arxiv_in(doi[14:]) if doi.lower().startswith("10.48550/arxiv") else ""


def _one(value: Any) -> str:
    """A value as text: the first of a list, "" for anything else."""
    if isinstance(value, list):
        value = value[0] if value else ""
    return str(value).strip() if isinstance(value, str | int | float) else ""


def _people(people: Any) -> tuple[str, ...]:
    pairs = []
    for one in people if isinstance(people, list) else []:
        if isinstance(one, dict) and one.get("creatorType", "author") in ("author", "editor"):
            family = " ".join(filter(None, (_one(one.get("non-dropping-particle")), _one(one.get("family")))))
            given = _one(one.get("given")) or _one(one.get("firstName"))
            pairs.append(
                (given, family or _one(one.get("lastName")) or _one(one.get("literal")) or _one(one.get("name")))
            )
    return names_of(pairs)


def _year(entry: Mapping[str, Any]) -> str:
    for key in ("issued", "published", "date", "year"):
        value = entry.get(key)
        parts = (
            value.get("date-parts") or value.get("raw") or value.get("literal") if isinstance(value, dict) else value
        )
        found = _YEAR.search(json.dumps(parts, default=str))
        if found:
            return found[1]
    return ""


def _notes(entry: Mapping[str, Any]) -> tuple[Passage, ...]:
    """Highlights of the attachments, as Zotero 6 and later export them."""
    found = []
    for file in entry.get("attachments") or []:
        for one in (file.get("annotations") or []) if isinstance(file, dict) else []:
            if isinstance(one, dict) and _one(one.get("annotationText")):
                page = _one(one.get("annotationPageLabel"))
                found.append(
                    Passage(
                        _one(one.get("annotationText")),
                        f"p. {page}" if page else "",
                        _one(one.get("annotationComment")),
                    )
                )
    return tuple(found)


def _plain(text: str) -> str:
    """Text without the few HTML tags that titles and abstracts carry."""
    return "\n".join(line.strip() for line in _TAG.sub("", _BREAKS.sub("\n", text)).strip().splitlines())


_NS = {
    "dc": "http://purl.org/dc/elements/1.1/", "dcterms": "http://purl.org/dc/terms/", "bib": "http://purl.org/net/biblio#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "foaf": "http://xmlns.com/foaf/0.1/",
    "z": "http://www.zotero.org/namespaces/export#", "atom": "http://www.w3.org/2005/Atom",
    "arxiv": "http://arxiv.org/schemas/atom",
}  # fmt: skip
_ABOUT = f"{{{_NS['rdf']}}}about"


def read_rdf(text: str) -> Found:
    """Zotero RDF. Raises UnreadableError for what is no XML."""
    root = tree_of(text)
    venues = {one.get(_ABOUT, ""): _text(one, "dc:title") for one in root.iter() if one.get(_ABOUT)}
    papers = [paper for one in root if (paper := _of_rdf(one, venues)) is not None]
    return tuple(papers), () if papers else ((0, "there is no entry with authors or a date in it"),)


def _of_rdf(one: ElementTree.Element, venues: Mapping[str, str]) -> Paper | None:
    title = _text(one, "dc:title")
    people = [(_text(person, "foaf:givenName") or _text(person, "foaf:givenname"), _text(person, "foaf:surname"))
              for person in one.iterfind("bib:authors//foaf:Person", _NS)]  # fmt: skip
    if not title or not (people or _text(one, "dc:date")) or _text(one, "z:itemType") in _NOTE_KINDS:
        return None
    said = " ".join([one.get(_ABOUT, ""), *(_all_text(part) for part in one.iterfind("dc:identifier", _NS))])
    url = next((word for word in said.split() if word.startswith("http")), "")
    part = one.find("dcterms:isPartOf", _NS)
    resource = part.get(f"{{{_NS['rdf']}}}resource", "") if part is not None else ""
    inside = (
        next((_text(child, "dc:title") for child in part if _text(child, "dc:title")), "") if part is not None else ""
    )
    year = _YEAR.search(_text(one, "dc:date"))
    return Paper(
        title=title, authors=names_of(people), year=year[1] if year else "", key=_text(one, "z:citationKey"),
        venue=inside or venues.get(resource, "") or _text(one, "dc:publisher"), url=url, doi=doi_in(said),
        arxiv=arxiv_in(url), abstract=_plain(_text(one, "dcterms:abstract")),
    )  # fmt: skip


def _text(one: ElementTree.Element, path: str) -> str:
    found = one.find(path, _NS)
    return " ".join((found.text or "").split()) if found is not None else ""


def _all_text(one: ElementTree.Element) -> str:
    return " ".join(" ".join(one.itertext()).split())


def read_atom(text: str) -> Found:
    """The answer of arXiv's API. **Source:** info.arxiv.org/help/api/user-manual.html."""
    papers = []
    for entry in tree_of(text).iterfind("atom:entry", _NS):
        number = arxiv_in(_text(entry, "atom:id"))
        if number:
            names = names_of([("", _text(one, "atom:name")) for one in entry.iterfind("atom:author", _NS)])
            papers.append(Paper(
                _text(entry, "atom:title"), names, _text(entry, "atom:published")[:4], arxiv=number,
                venue=_text(entry, "arxiv:journal_ref"), doi=doi_in(_text(entry, "arxiv:doi")),
                abstract=_text(entry, "atom:summary"),
            ))  # fmt: skip
    return tuple(papers), ()


def read_readwise(text: str) -> Found:
    """Readwise's CSV: one row for each highlight; rows of one title and author are one paper."""
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    papers: dict[tuple[str, str], Paper] = {}
    broken: list[tuple[int, str]] = []
    try:
        for row in rows:
            title, words = _cell(row, "Book Title") or _cell(row, "Title"), _cell(row, "Highlight")
            author = _cell(row, "Book Author") or _cell(row, "Author")
            if not title or not words:
                broken.append((rows.line_num, "this row has no title or no highlight"))
                continue
            url = next(
                (value for value in (_cell(row, "URL"), _cell(row, "Source URL")) if value.startswith("http")), ""
            )
            known = papers.setdefault(
                (title, author),
                Paper(title, (author,) if author else (), url=url, arxiv=arxiv_in(url), doi=doi_in(url)),
            )
            where = _cell(row, "Location")
            place = _PLACES.get(_cell(row, "Location Type").lower(), "location ") + where if where else ""
            passage = Passage(words, place, _cell(row, "Note"))
            papers[title, author] = replace(known, passages=(*known.passages, passage))
    except csv.Error as error:
        broken.append((rows.line_num, f"not CSV from here on ({error})"))
    return tuple(papers.values()), tuple(broken)


def _cell(row: Mapping[str | None, Any], name: str) -> str:
    value = row.get(name)
    return value.strip() if isinstance(value, str) else ""
