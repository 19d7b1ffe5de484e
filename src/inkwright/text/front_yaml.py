"""YAML front matter as entries with exact spans; whatever cannot be read becomes text and a problem, never an error.

The events of libyaml are turned into values here, not by PyYAML's constructors: nothing is executed, nothing changes
type behind the writer's back (see `front_values`), anchors and aliases are refused and depth is bounded while reading.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from inkwright.model.document import Problem
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.text.front_values import Entry, resolve

MAX_DEPTH = 50
"""Deeper nesting is refused. **Source:** bars.md, reliability 4."""
MAX_VALUES = 6_000
"""More keys and values are refused; reading so many takes a third of the 0.1 s that hostile front matter may take."""
MAX_KEYS = 2_000
"""More keys are not read one by one after an error."""
MAX_RETRIES = 200
"""Keys that are read one by one after an error; later ones are taken as text."""

_FORBIDDEN = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_MASKED = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_KEY = regex(
    r"""([ ]*)("[^"\r\n]*"|'[^'\r\n]*'|[^\s#"'\-?&*!|>%@`,\[\]{}][^\r\n]*?|-[^\s][^\r\n]*?)[ \t]*:(?=[ \t\r\n]|\Z)"""
)
_LINE = regex(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_TEMPLATE = regex(r"[ ]*(?:\{\{|\{%|<%|\}\})")


class _Refused(Exception):
    """Something that is never read: anchors, aliases, too deep nesting, a root that is no mapping."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.message = message
        self.at = at


class _Value(NamedTuple):
    value: Any
    start: int
    end: int


class YamlRead(NamedTuple):
    """What YAML text holds: entries in the order written, problems in reading order; `mapping` is False when the text
    is something else than keys and values."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    mapping: bool = True


def read_yaml(written: str) -> YamlRead:
    """The top-level entries of YAML text. Never raises; empty text gives no entries."""
    problems = [
        Problem(Span(found.start(), found.end()), f"the character U+{ord(found[0]):04X} is not allowed in YAML", True)
        for found in _FORBIDDEN.finditer(written)
    ][:10]
    try:
        entries = _Builder(written).root()
    except yaml.YAMLError as error:
        return _recover(written, problems, _said(error, len(written)))
    except _Refused as refused:
        return _recover(written, problems, Problem(Span(refused.at, refused.at), refused.message))
    return YamlRead(tuple(entries), (*problems, *_repeated(entries)))


class _Builder:
    """Turns one stream of events into values."""

    def __init__(self, written: str) -> None:
        self.written = written
        self.closed = 0
        self.values = 0
        self.events: Iterator[Any] = yaml.parse(_MASKED.sub("\ufffd", written), Loader=yaml.CSafeLoader)

    def root(self) -> list[Entry]:
        """The entries of the mapping at the root; none for empty text. Raises YAMLError, _Refused."""
        next(self.events)
        event = next(self.events)
        if isinstance(event, yaml.StreamEndEvent):
            return []
        event = next(self.events)
        if isinstance(event, yaml.ScalarEvent) and event.implicit[0] and event.value == "":
            return []
        if not isinstance(event, yaml.MappingStartEvent) or event.anchor:
            raise _Refused("the front matter is no list of keys and values", _start(event))
        entries = []
        for key, start, value in self._pairs(1):
            entries.append(
                Entry(key, value.value, start, Span(value.start, value.end), _line_end(self.written, value.end))
            )
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                raise _Refused("the front matter holds more than one YAML document", _start(event))
        return entries

    def _pairs(self, depth: int) -> Iterator[tuple[str, int, _Value]]:
        """Keys and values up to the end of the mapping that was just opened."""
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                at = _start(event)
                self._node(event, depth, "")
                raise _Refused("a key must be plain text", at)
            self._admit(event)
            key = self._scalar_text(event)
            value = self._node(next(self.events), depth, key)
            yield key, _start(event), value
        self.closed = _end(event)

    def _node(self, event: Any, depth: int, key: str) -> _Value:
        self._admit(event)
        start = _start(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, key)
        if depth >= MAX_DEPTH:
            raise _Refused(f"nested deeper than {MAX_DEPTH} levels", start)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, depth, key)
        return self._mapping(event, depth)

    def _sequence(self, event: Any, depth: int, key: str) -> _Value:
        items = []
        start = _start(event)
        end = start + 1
        while not isinstance(inner := next(self.events), yaml.SequenceEndEvent):
            item = self._node(inner, depth + 1, key)
            items.append(item.value)
            end = max(end, item.end)
        return _Value(items, start, _end(inner) if event.flow_style else end)

    def _mapping(self, event: Any, depth: int) -> _Value:
        found: dict[str, Any] = {}
        start = end = _start(event)
        for key, _, value in self._pairs(depth + 1):
            found[key] = value.value
            end = max(end, value.end)
        return _Value(found, start, self.closed if event.flow_style else end)

    def _scalar(self, event: Any, key: str) -> _Value:
        start, end = _start(event), _end(event)
        if event.style in ("|", ">"):
            end = start + len(self.written[start:end].rstrip())
        text = self._scalar_text(event)
        return _Value(resolve(text, key) if event.implicit[0] else text, start, end)

    def _scalar_text(self, event: Any) -> str:
        """The text of a scalar; from the source where it stands there unchanged, so that odd characters survive."""
        written = self.written[_start(event) : _end(event)]
        unchanged = event.implicit[0] and len(written) == len(event.value) and "\n" not in written
        return written if unchanged else str(event.value)

    def _admit(self, event: Any) -> None:
        self.values += 1
        if self.values > MAX_VALUES:
            raise _Refused(f"more than {MAX_VALUES} keys and values", _start(event))
        if getattr(event, "anchor", None) is not None:
            raise _Refused("anchors and aliases are not read; write the value out", _start(event))


def _start(event: Any) -> int:
    return int(event.start_mark.index)


def _end(event: Any) -> int:
    return int(event.end_mark.index)


def _repeated(entries: list[Entry]) -> list[Problem]:
    """A problem for each key that is written again later; the last one counts."""
    last = {entry.key: entry for entry in entries}
    return [
        Problem(Span(entry.start, entry.span.end), f"{_named(entry.key)} is written twice; the last one counts", True)
        for entry in entries
        if last[entry.key] is not entry
    ]


def _said(error: yaml.YAMLError, length: int) -> Problem:
    """What libyaml found wrong, in a few words, and where."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    at = min(mark.index if mark else 0, length)
    return Problem(Span(at, min(at + 1, length)), str(getattr(error, "problem", None) or "not YAML"))


def _recover(written: str, problems: list[Problem], cause: Problem) -> YamlRead:
    """Read key by key: what stands alone is kept, the rest of a line that is no YAML is its value as text."""
    chunks = list(_chunks(written))
    if not any(key for key, *_ in chunks):
        return YamlRead((), (*problems, _where(written, cause)), mapping=False)
    entries: list[Entry] = []
    before = len(problems)
    for number, (key, start, value_start, end) in enumerate(chunks[:MAX_KEYS]):
        if not key:
            if written[start:end].strip() and not written[start:end].lstrip().startswith("#"):
                problems.append(Problem(_trimmed(written, start, end), "this line is no `key: value`"))
            continue
        entries.append(_entry(written, key, start, value_start, end, problems, retry=number < MAX_RETRIES))
    if len(chunks) > MAX_KEYS:
        problems.append(
            Problem(Span(chunks[MAX_KEYS][1], len(written)), f"more than {MAX_KEYS} keys; these are not read")
        )
    elif len(problems) == before:
        problems.append(_where(written, cause))
    return YamlRead(tuple(entries), (*problems, *_repeated(entries)))


def _where(written: str, cause: Problem) -> Problem:
    """The cause on the whole line where it was found."""
    start = max(written.rfind("\n", 0, cause.span.start), written.rfind("\r", 0, cause.span.start)) + 1
    return Problem(_trimmed(written, start, _line_end(written, cause.span.start)), f"this is not YAML: {cause.message}")


def _chunks(written: str) -> Iterator[tuple[str, int, int, int]]:
    """Pieces (key, start, start of the value, end) that begin with a key at the left edge; key "" for other lines."""
    edge = None
    open_piece: tuple[str, int, int] | None = None
    at = 0
    while at < len(written):
        line = _LINE.match(written, at)
        end = line.end() if line else len(written)
        key = _KEY.match(written, at, end)
        if key and (edge is None or len(key[1]) <= edge):
            edge = len(key[1]) if edge is None else edge
            if open_piece:
                yield (*open_piece, at)
            open_piece = (key[2].strip("\"'"), at + len(key[1]), key.end())
        elif _TEMPLATE.match(written, at) or open_piece is None:
            if open_piece:
                yield (*open_piece, at)
                open_piece = None
            yield ("", at, at, end)
        at = end
    if open_piece:
        yield (*open_piece, at)


def _entry(
    written: str, key: str, start: int, value_start: int, end: int, problems: list[Problem], retry: bool
) -> Entry:
    """One piece read alone; as text with a problem when even that is no YAML."""
    span = _trimmed(written, value_start, end)
    text = written[span.start : span.end]
    message = ""
    if retry:
        try:
            (found,) = _Builder(written[start:end]).root()
            return found._replace(start=found.start + start, span=found.span.shift(start), end=found.end + start)
        except yaml.YAMLError as error:
            message = _said(error, len(written)).message
        except _Refused as refused:
            message = refused.message
        except ValueError:
            message = "not YAML"
    indented_by_tab = re.search(r"[\r\n] *\t", written[start:end])
    advice = f"{_named(key)} is indented with a tab; use spaces" if indented_by_tab else _advice(key, text, message)
    problems.append(Problem(span, advice, not indented_by_tab and "is not YAML" not in advice))
    return Entry(key, text, start, span, _line_end(written, span.end))


def _named(key: str) -> str:
    """A key as a problem names it; of a very long one, the beginning."""
    return f"`{key}`" if len(key) <= 60 else f"`{key[:60]}…`"


def _advice(key: str, text: str, message: str) -> str:
    """What is wrong with one value and how to mend it."""
    if text.startswith(("{{", "{%", "<%")):
        return f"{_named(key)} holds a template placeholder; put it in quotes"
    if "\n" not in text and (": " in text or text.endswith(":")):
        return f"the value of {_named(key)} holds a colon and must stand in quotes"
    return f"the value of {_named(key)} is not YAML ({message or 'too many errors'}); put it in quotes"


def _trimmed(written: str, start: int, end: int) -> Span:
    """A region without blanks and line ends around it; empty at its start when there is nothing else."""
    text = written[start:end]
    inside = text.strip()
    if not inside:
        return Span(start, start)
    lead = len(text) - len(text.lstrip())
    return Span(start + lead, start + lead + len(inside))


def _line_end(written: str, offset: int) -> int:
    """The end of the line that holds an offset, its line end included."""
    line = _LINE.match(written, offset)
    return line.end() if line else len(written)
