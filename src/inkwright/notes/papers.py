"""A paper -> the note that waits for its reading: front matter to cite it by, and one heading for each question."""

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from inkwright.model.paper import FIELDS, Paper
from inkwright.model.regex import regex
from inkwright.notes.clips import slug_of
from inkwright.notes.fields import one_line
from inkwright.notes.paper_passages import HEADING, quoted, written
from inkwright.notes.same_address import same_address
from inkwright.text.front_matter import patch, read_front_matter

_HEADING = regex(r"(?m)^##[ \t]+(.+?)[ \t#]*$")
_BEGUN = regex(rf"(?mi)^##[ \t]+(?:{'|'.join(FIELDS)})[ \t#]*$\s*(?!^##[ \t]+.)\S")
"""What a note has that answers a question; many a note has not, and its front matter need not be read."""
_COMMENT = regex(r"<!--.*?-->", re.S)
_WORD = regex(r"[^\W\d_]{4,}")
_DOI = regex(r"10\.\d{4,9}/[^\s\"<>]+")
_ARCHIVES = (
    "astro-ph cond-mat gr-qc hep-ex hep-lat hep-ph hep-th math-ph nucl-ex nucl-th quant-ph math cs physics nlin q-bio "
    "stat cmp-lg chao-dyn solv-int alg-geom dg-ga q-alg funct-an patt-sol adap-org comp-gas chem-ph supr-con mtrl-th"
)
_ARXIV = regex(
    r"(?i)(?:arxiv\.org/(?:abs|pdf)/|arxiv:\s*)?"
    rf"(\d{{4}}\.\d{{4,5}}|(?:{_ARCHIVES.replace(' ', '|')})(?:\.[A-Z]{{2}})?/\d{{7}})(v\d+)?(?:\.pdf)?"
)


SHORT = 16
"""Letters below which a title alone does not tell a paper."""


def doi_in(text: str) -> str:
    """The DOI that a text is or holds as an address, "" for none."""
    found = _DOI.search(text)
    return found[0].rstrip(".,;)") if found else ""


def arxiv_in(text: str) -> str:
    """The arXiv number, without its version, that a text is as a whole, or as an address of arxiv.org; "" for none."""
    written = re.sub(r"(?i)\Ahttps?://(?:www\.)?", "", text.strip()).split("?")[0].split("#")[0]
    found = _ARXIV.fullmatch(written)
    return found[1] if found else ""


def key_of(paper: Paper) -> str:
    """The key to cite a paper by: its own, else family name, year and first word of weight, in small letters."""
    if paper.key:
        return paper.key
    family = paper.authors[0].split()[-1] if paper.authors and paper.authors[0].split() else ""
    first = next(iter(_WORD.findall(paper.title)), "")
    made = re.sub(r"[^\w]", "", f"{family}{paper.year}{first}".lower())
    return made or slug_of(paper.title)


def file_name(paper: Paper) -> str:
    """What the note of a paper is called, without extension: its key as a name that every disk takes."""
    return slug_of(key_of(paper))


def marks_of(paper: Paper) -> frozenset[str]:
    """What a paper is known by: two that share one mark are the same paper."""
    title = _bare(paper.title.lower())
    if len(title) < SHORT:
        title += f"|{_bare(paper.authors[0].lower())}" if paper.authors else ""
    named = {"doi": paper.doi.lower(), "arxiv": paper.arxiv.lower(), "title": title}
    return frozenset(f"{name}:{value}" for name, value in named.items() if value)


def is_article(one: Paper, other: Paper) -> bool:
    """Whether two are the same article: by the addresses where both have one, else by a title long enough to tell."""
    if one.url and other.url:
        return same_address(one.url) == same_address(other.url)
    title = _bare(one.title.lower())
    return len(title) >= SHORT and title == _bare(other.title.lower())


def paper_in(text: str) -> Paper | None:
    """The paper that a note is about, by its front matter; None for a note without a title and key."""
    data = read_front_matter(text).data
    title, year, key, url, doi, arxiv = (
        str(data.get(name) or "") for name in ("title", "year", "key", "url", "doi", "arxiv")
    )
    authors = data.get("authors")
    names = tuple(map(str, authors)) if isinstance(authors, list) else ()
    return Paper(title, names, year, key, url=url, doi=doi, arxiv=arxiv) if title or key else None


def tags_of(text: str) -> tuple[str, ...]:
    """The tags of a paper's note."""
    tags = read_front_matter(text).data.get("tags")
    return tuple(map(str, tags)) if isinstance(tags, list) else tuple(str(tags or "").replace(",", " ").split())


def note_of(paper: Paper, today: str) -> str:
    """The text of a paper's note; `today` is ISO."""
    front = {
        "title": one_line(paper.title) or key_of(paper), "kind": "paper", "key": key_of(paper),
        "authors": [one_line(name) for name in paper.authors], "year": paper.year, "venue": one_line(paper.venue),
        "url": paper.url or _address(paper), "doi": paper.doi, "arxiv": paper.arxiv, "date": today,
    }  # fmt: skip
    parts = [f"## {name}\n" for name in FIELDS]
    if paper.abstract.strip():
        parts.append(f"## Abstract\n\n{quoted(paper.abstract)}\n")
    if paper.passages:
        parts += [f"## {HEADING}\n", written(paper.passages)]
    return patch("\n".join(parts), {key: value for key, value in front.items() if value})


def sections(text: str) -> dict[str, str]:
    """What stands below each heading of a paper's note, by the heading's words in small letters; comments left out."""
    body = _COMMENT.sub("", text[read_front_matter(text).span.end :])
    found = list(_HEADING.finditer(body))
    ends = [*(one.start() for one in found[1:]), len(body)]
    kept: dict[str, str] = {}
    for one, end in zip(found, ends, strict=False):  # a note without headings has an end and no beginning
        kept.setdefault(one[1].strip().lower(), body[one.end() : end].strip())
    return kept


def open_fields(text: str) -> tuple[str, ...]:
    """The questions of a paper's note that nobody has answered yet."""
    if "<!--" not in text and not _BEGUN.search(text):
        return FIELDS
    found = sections(text)
    return tuple(name for name in FIELDS if not found.get(name.lower()))


def answered_on(text: str) -> str:
    """The ISO day of a paper's note that answers at least one question: when it was `read`, else its date; "" else."""
    if len(open_fields(text)) == len(FIELDS):
        return ""
    data = read_front_matter(text).data
    return str(data.get("read") or data.get("date") or "")[:10]


def apart(papers: Iterable[Paper], known: Iterable[Paper]) -> tuple[list[Paper], list[Paper]]:
    """Papers that are new, and those that are known; what several of them tell of one new paper is put together."""
    marks = {mark for paper in known for mark in marks_of(paper)}
    new: list[Paper] = []
    old: list[Paper] = []
    places: dict[str, int] = {}
    for paper in papers:
        own = marks_of(paper)
        at = next((places[mark] for mark in own if mark in places), None)
        if own & marks:
            old.append(paper)
        elif at is None:
            places |= dict.fromkeys(own, len(new))
            new.append(paper)
        else:
            new[at] = _joined(new[at], paper)
            places |= dict.fromkeys(own, at)
    return new, old


def _joined(one: Paper, other: Paper) -> Paper:
    """A paper with what another source tells besides."""
    texts = {passage.text for passage in one.passages}
    more = tuple(passage for passage in other.passages if passage.text not in texts)
    return replace(
        one, year=one.year or other.year, key=one.key or other.key, venue=one.venue or other.venue,
        url=one.url or other.url, doi=one.doi or other.doi, arxiv=one.arxiv or other.arxiv,
        abstract=one.abstract or other.abstract, authors=one.authors or other.authors,
        passages=(*one.passages, *more),
    )  # fmt: skip


def names_of(people: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Whole names of (given, family) pairs."""
    return tuple(filter(None, (one_line(f"{given} {family}") for given, family in people)))


def _address(paper: Paper) -> str:
    if paper.doi:
        return f"https://doi.org/{paper.doi}"
    return f"https://arxiv.org/abs/{paper.arxiv}" if paper.arxiv else ""


def _bare(text: str) -> str:
    return "".join(char for char in text if char.isalnum())
