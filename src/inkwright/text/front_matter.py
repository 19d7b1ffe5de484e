"""Front matter: read safely, written back changing only the bytes concerned.

YAML between `---` lines (the last may be `...`), TOML between `+++` lines, and the JSON object that Hugo allows. What
stands between two `---` lines but holds no key is no front matter but prose between two rules.
"""

import json
import re
from collections.abc import Mapping
from typing import Any, Literal

from msgspec.structs import replace

from inkwright.model.document import FrontMatter, Problem
from inkwright.model.errors import FrontMatterError
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.model.when_needed import when_needed
from inkwright.text.front_values import Entry, same, to_toml, to_yaml, toml_key
from inkwright.text.plain_yaml import read_plain

with when_needed(__name__):
    from inkwright.text import front_toml, front_yaml

MAX_CHARACTERS = 64 * 1024
"""Longer front matter is passed over with a problem. **Source:** bars.md, reliability 4."""

_OPEN = regex(r"\A(\ufeff?(?:[ \t]*(?:\r\n|\n|\r)){0,9})(---|\+\+\+)[ \t]*(\r\n|\n|\r)")
_CLOSE = {
    "---": regex(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)"),
    "+++": regex(r"(?<=[\r\n])\+\+\+[ \t]*(?:\r\n|\n|\r|\Z)"),
}
_JSON = regex(r"\A(\ufeff?)\{[ \t]*\r?\n")
_KEY_LINE = regex(r"(?m)^[ \t]*[\w\"'][^:=\r\n]*[:=]")
_LINE = regex(r"[^\r\n]*")
_REST = regex(r"[ \t]*(?:\r\n|\n|\r|\Z)")
_ITEM = regex(r"(?P<indent>[ \t]*)-(?P<gap>[ \t]+)")


def read_front_matter(text: str) -> FrontMatter:
    """The front matter on top of a text; format "" when there is none. Never raises; what is wrong is a problem."""
    opened = _OPEN.match(text)
    if not opened:
        return _read_json(text)
    closed = _CLOSE[opened[2]].search(text, opened.end())
    if not closed:
        return _unclosed(text, opened)
    inner = Span(opened.end(), closed.start())
    kind: Literal["yaml", "toml"] = "yaml" if opened[2] == "---" else "toml"
    front = FrontMatter(kind, Span(opened.end(1), closed.end()), inner)
    if inner.end - inner.start > MAX_CHARACTERS:
        if not _KEY_LINE.search(text, inner.start, inner.start + 1000):
            return FrontMatter()
        problem = Problem(Span(*inner), f"the front matter is longer than {MAX_CHARACTERS >> 10} KB and was not read")
        return replace(front, problems=(problem,))
    written = text[inner.start : inner.end]
    if kind == "yaml":
        plain = read_plain(written)
        if plain is not None:
            return _told_late(_filled(front, plain, ()))
        found = front_yaml.read_yaml(written)
        if not found.mapping and not _KEY_LINE.search(written) and "{%" not in written:
            return FrontMatter()
        return _told_late(_filled(front, found.entries, found.problems))
    toml = front_toml.read_toml(written)
    return _told_late(_filled(front, toml.entries, toml.problems))


def _told_late(front: FrontMatter) -> FrontMatter:
    """The same, with a problem when blank lines stand before it: most generators would then print it as text."""
    if front.span.start <= 1:
        return front
    problem = Problem(Span(0, front.span.start), "front matter must start on the first line", mended=True)
    return replace(front, problems=(problem, *front.problems))


def _filled(front: FrontMatter, entries: tuple[Entry, ...], problems: tuple[Problem, ...]) -> FrontMatter:
    """Front matter with its entries, their offsets counted from the start of the text."""
    base = front.inner.start
    return replace(
        front,
        data={entry.key: entry.value for entry in entries},
        key_spans={entry.key: entry.span.shift(base) for entry in entries},
        problems=tuple(replace(problem, span=problem.span.shift(base)) for problem in problems),
    )


def _unclosed(text: str, opened: re.Match[str]) -> FrontMatter:
    """No front matter; a problem when the first lines look as if one was meant."""
    first = text[opened.end() : opened.end() + 400].split("\n", 1)[0]
    if not re.match(r"[A-Za-z_][\w-]*[ \t]*[:=]([ \t]|\r|\Z)", first):
        return FrontMatter()
    span = Span(opened.end(1), opened.end(2))
    return FrontMatter(problems=(Problem(span, f"the front matter is not closed; add a line `{opened[2]}` after it"),))


def _read_json(text: str) -> FrontMatter:
    """The JSON object on top of a text, alone on its lines, as Hugo allows it."""
    opened = _JSON.match(text)
    if not opened:
        return FrontMatter()
    start = opened.end(1)
    try:
        data, end = json.JSONDecoder(parse_float=str, parse_constant=str).raw_decode(
            text[: start + MAX_CHARACTERS], start
        )
    except (ValueError, RecursionError):
        return FrontMatter()
    closed = _REST.match(text, end)
    if not closed:
        return FrontMatter()
    return FrontMatter("json", Span(start, closed.end()), Span(start, end), data)


def patch(text: str, changes: Mapping[str, Any]) -> str:
    """The text with front matter keys set, or removed where the new value is None; all other bytes stay.

    Values are text, numbers, booleans, lists and mappings of these. A key that already has the value is left as it is
    written (`key:` has the value None); new keys go to the end; front matter is made (YAML) when there is none.
    Comments, order, quoting, line ends and a BOM are kept. Raises FrontMatterError when a key cannot be changed
    without touching others.
    """
    front = read_front_matter(text)
    wanted = {key: value for key, value in changes.items() if not _has(front, key, value)}
    if not wanted:
        return text
    if not front.format:
        changed = _with_new(text, {key: value for key, value in wanted.items() if value is not None}, front)
    else:
        changed = text
        for key, value in wanted.items():
            changed = _patch_one(changed, key, value)
    _verify(front, read_front_matter(changed), wanted)
    return changed


def _has(front: FrontMatter, key: str, value: Any) -> bool:
    """Whether a key needs no change; a key without a value is as good as removed."""
    return front.data.get(key) is None if value is None else key in front.data and same(front.data[key], _plain(value))


def _plain(value: Any) -> Any:
    """Tuples as lists and mappings as dicts, as reading gives them."""
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return {str(key): _plain(item) for key, item in value.items()} if isinstance(value, Mapping) else value


def _with_new(text: str, values: Mapping[str, Any], front: FrontMatter) -> str:
    """A text with new front matter on top, in the text's own line ends."""
    if front.problems:
        raise FrontMatterError(front.problems[0].message, line=1)
    if not values:
        return text
    bom = "\ufeff" if text.startswith("\ufeff") else ""
    body = text[len(bom) :]
    end = _line_end_of(body)
    lines = [f"{to_yaml(key)}: {to_yaml(value)}" for key, value in values.items()]
    gap = end if body and not body.startswith(("\n", "\r")) else ""
    return bom + end.join(["---", *lines, "---", ""]) + gap + body


def _line_end_of(text: str) -> str:
    found = re.search(r"\r\n|\n|\r", text)
    return found[0] if found else "\n"


def _patch_one(text: str, key: str, value: Any) -> str:
    """One key set or removed in front matter that is there."""
    front = read_front_matter(text)
    if front.format == "json":
        raise FrontMatterError("front matter in JSON is read, not changed", hint="Change it by hand.")
    written = text[front.inner.start : front.inner.end]
    toml = front_toml.read_toml(written) if front.format == "toml" else None
    found = toml or front_yaml.read_yaml(written)
    if not found.entries and front.problems:
        raise FrontMatterError(front.problems[0].message, line=2, hint="Mend the front matter first.")
    entries = [entry for entry in found.entries if entry.key == key]
    if value is None:
        written = _without(written, entries)
    elif entries:
        written = _replaced(written, entries[-1], value, toml is not None)
    else:
        place = toml.root_end if toml else len(written)
        written = _added(written, place, _line(key, value, toml is not None), _line_end_of(text))
    return text[: front.inner.start] + written + text[front.inner.end :]


def _line(key: str, value: Any, toml: bool) -> str:
    return f"{toml_key(key)} = {to_toml(value)}" if toml else f"{to_yaml(key)}: {to_yaml(value)}"


def _added(written: str, place: int, line: str, end: str) -> str:
    """A new key after all others, indented as the first one is."""
    first = re.search(r"(?m)^([ ]*)[^\s#]", written)
    before = written[:place]
    gap = end if before and not before.endswith(("\n", "\r")) else ""
    return before + gap + (first[1] if first else "") + line + end + written[place:]


def _without(written: str, entries: list[Entry]) -> str:
    """Without the whole lines of the given entries."""
    for entry in reversed(entries):
        start = max(written.rfind("\n", 0, entry.start), written.rfind("\r", 0, entry.start)) + 1
        written = written[:start] + written[entry.end :]
    return written


def _replaced(written: str, entry: Entry, value: Any, toml: bool) -> str:
    """With another value of one entry, in the style of the old one: quotes, and a list item a line."""
    old = written[entry.span.start : entry.span.end]
    if toml:
        new = to_toml(value)
    elif isinstance(value, list | tuple) and value and (item := _ITEM.match(old)):
        new = _items(written, entry, value, item)
    else:
        new = to_yaml(value, quote=old[:1] if old[:1] in ("'", '"') else "")
        if "\n" in written[entry.start : entry.span.start]:
            return written[: _key_end(written, entry)] + " " + new + written[entry.span.end :]
    gap = "" if old or written[: entry.span.start].endswith((" ", "\t")) else " "
    return written[: entry.span.start] + gap + new + written[entry.span.end :]


def _key_end(written: str, entry: Entry) -> int:
    """Just after the colon of a key whose value begins on a later line."""
    line = _LINE.match(written, entry.start)
    shown = written[entry.start : line.end() if line else entry.start]
    return entry.start + shown.rindex(":") + 1


def _items(written: str, entry: Entry, value: list[Any] | tuple[Any, ...], item: re.Match[str]) -> str:
    """A list with one item a line, indented and spaced as the old one."""
    line_start = max(written.rfind("\n", 0, entry.span.start), written.rfind("\r", 0, entry.span.start)) + 1
    lead = written[line_start : entry.span.start]
    return (_line_end_of(written) + lead).join("-" + item["gap"] + to_yaml(one) for one in value)


def _verify(before: FrontMatter, after: FrontMatter, wanted: Mapping[str, Any]) -> None:
    """Raise unless reading gives the new values and every other key as it was."""
    expected = {key: value for key, value in before.data.items() if key not in wanted}
    others = {key: value for key, value in after.data.items() if key not in wanted}
    for key, value in wanted.items():
        if not _has(after, key, value):
            raise FrontMatterError(f"`{key}` cannot be written safely here", hint="Change it by hand.")
    if not same(others, expected):
        changed = next((key for key in {**expected, **others} if not same(others.get(key), expected.get(key))), "order")
        raise FrontMatterError(f"changing this would also change `{changed}`", hint="Change it by hand.")
