"""Pasted lists and exports -> evidence of demand: lines of text, CSV of any tool, JSON of question sites.

Nothing is fetched: the writer saves or pastes what a site shows. Readers know columns by their names, not sites.
"""

import csv
import datetime
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from inkwright.model.demand import Demand, DemandFile
from inkwright.model.errors import UnreadableError
from inkwright.model.regex import regex
from inkwright.model.topic import Topic
from inkwright.notes.demand_trends import is_trends, read_trends
from inkwright.notes.subjects import subjects_of
from inkwright.similar.stems import stems

TEXT_COLUMNS = (
    "top queries", "query", "queries", "search term", "keyword", "term", "title", "question", "text", "phrase",
    "suggestion", "top pages",
)  # fmt: skip
COUNT_COLUMNS = (
    "impressions", "viewcount", "view_count", "views", "avg. monthly searches", "volume", "search volume", "count",
    "points", "score", "votes", "answers", "value", "clicks",
)  # fmt: skip
URL_COLUMNS = ("url", "link", "address", "page")
DATE_COLUMNS = ("date", "creationdate", "creation_date", "created_at", "created")
"""Names of columns and keys in small letters, those that say most first. **Source:** exports of Google Search Console
("Top queries", "Impressions"), Stack Exchange Data Explorer ("Title", "ViewCount", "Score"), its API ("items",
"view_count") and Hacker News search ("hits", "points"), as these write them."""
_LISTS = ("items", "hits", "results", "questions", "data", "suggestions")
_MARK = regex(r"^\s*(?:[-*+•]|\d+[.)])\s+")
_TAIL = regex(r"^(?P<text>.*\S)(?:\t|\s*[|;]\s*|\s{2,})(?P<count>[\d][\d.,]*[kKM]?)\s*$")
_SITES = {"trends": "Google Trends", "csv": "csv", "json": "json", "text": "autocomplete"}
LABEL, SHARED, SUBJECT, ENOUGH = 3, 2, 3, 3
"""What a word counts that stands in a topic's label, among its terms, and the subject that a line has in common with
the label; and the sum from which a line belongs to a topic. Two or more words of one title count one each.
**Source:** own choice."""


def read_demand(text: str, name: str, source: str = "", date: str = "") -> DemandFile:
    """The evidence in a file, its topics still open. `date` (ISO) stands where a line has none of its own.

    `source` is where it was seen, by default what the file's form tells. Raises UnreadableError when there is nothing.
    """
    text = text.removeprefix("\ufeff")
    kind = _kind(text, name)
    readers = {"trends": read_trends, "csv": _read_csv, "json": _read_json, "text": _read_lines}
    try:
        rows, broken = readers[kind](text)
    except csv.Error as error:
        raise UnreadableError(
            f"this is no CSV: {error}", path=name, hint="Export it again, or save it as text."
        ) from error
    if not rows and not broken:
        raise UnreadableError("there is nothing in it", path=name, hint="Save the list again, one phrase a line.")
    dated = (replace(row, source=source or row.source or _SITES[kind], date=row.date or date) for row in rows)
    return DemandFile(kind, tuple(dated), tuple(broken))


def _kind(text: str, name: str) -> str:
    if text.lstrip()[:1] in ("[", "{"):
        return "json"
    if is_trends(text):
        return "trends"
    first = next((line for line in text.splitlines() if line.strip()), "")
    cells = {cell.strip().lower() for cell in re.split(r"[,;\t]", first.replace('"', ""))}
    named = name.lower().endswith((".csv", ".tsv"))
    return "csv" if named or (len(cells) > 1 and cells & set(TEXT_COLUMNS)) else "text"


def _read_lines(text: str) -> tuple[list[Demand], list[tuple[int, str]]]:
    rows = []
    for line in text.splitlines():
        phrase = _MARK.sub("", line).strip()
        if phrase:
            tail = _TAIL.match(phrase)
            rows.append(Demand("", "", tail["text"], number(tail["count"])) if tail else Demand("", "", phrase))
    return [replace(row, unit="" if row.count else "suggestion") for row in rows], []


def _read_csv(text: str) -> tuple[list[Demand], list[tuple[int, str]]]:
    head = text.partition("\n")[0]
    mark = max(",;\t", key=head.count)
    table = list(csv.reader(io.StringIO(text), delimiter=mark))
    if not table:
        return [], []
    names = [cell.strip().lower() for cell in table[0]]
    known = bool(set(names) & set(TEXT_COLUMNS))
    columns = names if known else ["text", "count"]
    rows, broken = list[Demand](), list[tuple[int, str]]()
    for number_, cells in enumerate(table[known:], 1 + known):
        row = _row(dict(zip(columns, cells, strict=False)))
        if row.text:
            rows.append(row)
        elif any(cell.strip() for cell in cells):
            broken.append((number_, "no phrase stands in it"))
    return rows, broken


def _read_json(text: str) -> tuple[list[Demand], list[tuple[int, str]]]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        return [], [(line, "this is no JSON that can be read")]
    rows, broken = list[Demand](), list[tuple[int, str]]()
    for number_, one in enumerate(_listed(data), 1):
        row = _row({str(key).lower(): value for key, value in one.items()}) if isinstance(one, dict) else None
        row = Demand("", "", one.strip(), unit="suggestion") if isinstance(one, str) else row
        if row and row.text:
            rows.append(row)
        else:
            broken.append((number_, "no phrase stands in it"))
    return rows, broken


def _listed(data: Any) -> Sequence[Any]:
    """The entries of an answer: a list, the list below a key that such answers have, or `[typed, [suggestions]]`."""
    if isinstance(data, dict):
        return next((data[key] for key in _LISTS if isinstance(data.get(key), list)), [data])
    if isinstance(data, list) and len(data) > 1 and isinstance(data[0], str) and isinstance(data[1], list):
        return data[1]
    return data if isinstance(data, list) else [data]


def _row(cells: Mapping[str, Any]) -> Demand:
    counted = next((key for key in COUNT_COLUMNS if cells.get(key) not in (None, "")), "")
    url, day = _first(cells, URL_COLUMNS), _first(cells, DATE_COLUMNS)
    return Demand("", "", _first(cells, TEXT_COLUMNS), number(cells.get(counted)), _unit(counted), url, _day(day))


def _first(cells: Mapping[str, Any], names: Iterable[str]) -> str:
    return next((" ".join(str(cells[name]).split()) for name in names if cells.get(name) not in (None, "")), "")


def _unit(column: str) -> str:
    return {"viewcount": "views", "view_count": "views"}.get(column, column)


def number(written: Any) -> int:
    """A count as tools write it ("1,204", "2.4K", "<1"), at least 0; 0 for what is none."""
    found = re.match(r"[<>~ ]*(\d[\d,' ]*(?:\.\d+)?)\s*([kKM]?)", str(written if written is not None else ""))
    if not found:
        return 0
    plain = found[1].replace(",", "").replace("'", "").replace(" ", "")
    return int(float(plain[:15]) * {"k": 1e3, "m": 1e6}.get(found[2].lower(), 1))


def _day(written: str) -> str:
    """An ISO date, or seconds since 1970 as some sites give them, as an ISO date; "" for anything else."""
    if re.match(r"\d{4}-\d\d-\d\d", written):
        return written[:10]
    if re.fullmatch(r"1\d{9}", written):
        return datetime.datetime.fromtimestamp(int(written), datetime.UTC).date().isoformat()
    return ""


def placed(rows: Iterable[Demand], topics: Sequence[Topic]) -> Iterator[tuple[Demand, str]]:
    """Each piece of evidence with the label of the topic that it is about, "" where it fits none."""
    known = [_Known(one) for one in topics]
    for row in rows:
        words, about = set(stems(row.text)), subjects_of(row.text, "")
        scores = ((one.score(words, about), one.label) for one in known)
        score, label = max(scores, key=lambda pair: pair[0], default=(0, ""))
        yield row, label if score >= ENOUGH else ""


class _Known:
    """A topic as words that a line may hold."""

    def __init__(self, topic: Topic) -> None:
        self.label = topic.label
        self._subject = topic.label.partition(":")[0]
        self._named, self._shared = set(stems(topic.label)), set(stems(" ".join(topic.shared)))
        self._titles = [set(stems(one.title)) for one in topic.members]

    def score(self, words: set[str], about: Mapping[str, float]) -> int:
        """How much a line of these words and subjects is about the topic."""
        titled = max((len(words & title) for title in self._titles), default=0)
        counted = LABEL * len(words & self._named) + SHARED * len(words & self._shared)
        return counted + SUBJECT * (self._subject in about) + (titled if titled > 1 else 0)


def resolved(rows: Iterable[Demand], topics: Sequence[Topic]) -> dict[str, list[Demand]]:
    """The evidence of each topic by its label. What was noted under a name that no topic has any more, because it is
    called otherwise now, goes where its words belong."""
    labels = {one.label.casefold(): one.label for one in topics}
    found: dict[str, list[Demand]] = {one.label: [] for one in topics}
    lost = []
    for row in rows:
        if label := labels.get(row.topic.casefold()):
            found[label].append(row)
        else:
            lost.append(row)
    told = [replace(row, text=f"{row.topic} {row.text}") for row in lost]
    for row, (_, label) in zip(lost, placed(told, topics), strict=True):
        if label:
            found[label].append(row)
    return found


def joined(before: Sequence[Demand], new: Iterable[Demand]) -> list[Demand]:
    """What was noted before and what is new; the same words at the same place count once, as they were seen last."""
    found = {_identity(row): row for row in before}
    found.update((_identity(row), row) for row in new)
    return list(found.values())


def _identity(row: Demand) -> tuple[str, str, str, str]:
    return row.topic.casefold(), row.source.casefold(), row.text.casefold(), row.url
