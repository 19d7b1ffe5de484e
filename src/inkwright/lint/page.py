"""The one reader of rule pages: `inkwright rule`, the docs, the tests and the compiled table all come from here.

A page is `rules/<category>/<rule>.md`: keys on top, then the parts What, Why, Source, Phrases (for a phrase rule),
Flagged and Clean. The keys are the plain subset of YAML that `_keys` reads, so that a build needs no YAML library.
"""

from itertools import product
from pathlib import Path
from typing import Literal, cast

from msgspec import Struct, field

from inkwright.model.finding import Severity
from inkwright.model.regex import regex
from inkwright.model.span import Span

RULES = Path(__file__).parent / "rules"
"""Where the pages lie: package data, `<category>/<rule>.md`."""

Value = str | int | float | bool | tuple[str, ...]

_PART = regex(r"^## +(.+?) *$")
_FENCE = regex(r"^(`{3,}|~{3,}) *(.*)$")
_MARK = regex(r"[⟦⟧]")
_PLACE = regex(r"\$(\d)(-?)")
_CHOICE = regex(r"\(([^()]*)\)")


class Example(Struct, frozen=True):
    """A text that a rule flags or leaves alone.

    `text` is the text without its marks, `spans` what the marks enclosed (empty for a clean one). `mended` is the
    text after the fix, None when the page shows none. `settings` are the `key=value` words of its fence: `path`,
    `files` (comma-separated paths that exist), `audience`, `post` (it is a post of a workspace), `unreadable`,
    `broken` (a rule that fails), `posts` (paths of the workspace's posts), `sizes` (`path:bytes` of pictures),
    `private` (private words), `hearsay` (notes), `run` (how its snippets stand), `online` (what asking for an
    address told), `slip` (what Harper says wherever it meets some words), `data` (`name:text` of a file beside it), and
    the rule's own numeric options by name.
    """

    text: str
    spans: tuple[Span, ...] = ()
    mended: str | None = None
    settings: tuple[tuple[str, str], ...] = ()

    def setting(self, key: str) -> str:
        """The value of a fence word, "" when it is not there."""
        return dict(self.settings).get(key, "")

    def marked(self) -> str:
        """The text with its marks, as the page shows it."""
        pieces: list[str] = []
        at = 0
        for start, end in self.spans:
            pieces += (self.text[at:start], "⟦", self.text[start:end], "⟧")
            at = end
        return "".join((*pieces, self.text[at:]))


class Phrase(Struct, frozen=True):
    """A sequence of lower-case words. `instead` is its replacement ("" deletes, None offers nothing). `unless` holds
    longer sequences around it that excuse it, each with the index at which the phrase stands in it; `only` holds
    such sequences of which one must be there. `at_start` wants it at the start of a sentence."""

    words: tuple[str, ...]
    instead: str | None = None
    unless: tuple[tuple[int, tuple[str, ...]], ...] = ()
    at_start: bool = False
    only: tuple[tuple[int, tuple[str, ...]], ...] = ()


class RulePage(Struct, frozen=True):
    """A rule as its page tells it. `rate` is findings per 1,000 words of good published prose; `keys` holds every
    key of the page, `options` those below `options:`; parts are Markdown without their headings. `patterns` are what
    the rule's code matches by `slots.py`, `excused` those around them that excuse it; compiled into its options."""

    name: str
    category: str
    severity: Severity
    status: Literal["preview", "stable"]
    fix: Literal["none", "safe", "unsafe"]
    rate: float
    message: str = ""
    triggers: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    within: str = ""
    scope: Literal["block", "document"] = "document"
    options: dict[str, Value] = field(default_factory=dict)
    what: str = ""
    why: str = ""
    source: str = ""
    phrases: tuple[Phrase, ...] = ()
    patterns: tuple[str, ...] = ()
    excused: tuple[str, ...] = ()
    flagged: tuple[Example, ...] = ()
    clean: tuple[Example, ...] = ()


def page_names() -> dict[str, str]:
    """Category by rule name, for every page there is, in the order of category and name."""
    return {path.stem: path.parent.name for path in sorted(RULES.glob("*/*.md"))}


def read_page(name: str) -> RulePage:
    """The page of a rule. Raises KeyError when there is no such page, ValueError when it is written wrongly."""
    category = page_names()[name]
    return parse_page((RULES / category / f"{name}.md").read_text(encoding="utf-8"), name, category)


def parse_page(text: str, name: str, category: str) -> RulePage:
    """A page from its text. Raises ValueError naming what is wrong with it."""
    opened, head, body = text.split("---\n", 2) if text.startswith("---\n") else ("x", "", "")
    if opened:
        raise ValueError(f"{name}: a rule page starts with its keys between two lines ---")
    keys, options = _keys(head, name)
    parts = _parts(body)
    return RulePage(
        name, category,
        severity=cast(Severity, _one_of(keys, "severity", ("error", "warning", "suggestion"), name)),
        status=cast(Literal["preview", "stable"], _one_of(keys, "status", ("preview", "stable"), name)),
        fix=cast(Literal["none", "safe", "unsafe"], _one_of(keys, "fix", ("none", "safe", "unsafe"), name)),
        rate=float(cast(float, keys.get("rate", 0.0))),
        message=str(keys.get("message", "")),
        triggers=_names(keys.get("triggers")),
        aliases=_names(keys.get("aliases")),
        within=str(keys.get("within", "")),
        scope=cast(Literal["block", "document"], _one_of(keys, "scope", ("block", "document"), name, "document")),
        options=options,
        what=_prose(parts, "What"), why=_prose(parts, "Why"), source=_prose(parts, "Source"),
        phrases=tuple(p for line in _bullets(parts.get("Phrases", [])) for p in parse_phrase(line)),
        patterns=tuple(_bullets(parts.get("Patterns", []))),
        excused=tuple(_bullets(parts.get("Excused", []))),
        flagged=tuple(_examples(parts.get("Flagged", []), marked=True)),
        clean=tuple(_examples(parts.get("Clean", []), marked=False)),
    )  # fmt: skip


def _one_of(keys: dict[str, Value], key: str, allowed: tuple[str, ...], name: str, default: str = "") -> str:
    value = keys.get(key, default)
    if value not in allowed:
        raise ValueError(f"{name}: {key} must be one of {', '.join(allowed)}, not {value!r}")
    return str(value)


def _names(value: Value | None) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else () if value is None else (str(value),)


def _keys(head: str, name: str) -> tuple[dict[str, Value], dict[str, Value]]:
    """Keys of a page and, apart, those indented below `options:`."""
    keys: dict[str, Value] = {}
    options: dict[str, Value] = {}
    for line in head.splitlines():
        key, colon, value = line.partition(":")
        if not colon:
            raise ValueError(f"{name}: not a key: {line!r}")
        if line.startswith("  "):
            options[key.strip()] = _value(value.strip())
        elif key != "options":
            keys[key] = _value(value.strip())
    return keys, options


def _value(written: str) -> Value:
    if written.startswith("["):
        return tuple(str(_value(item.strip())) for item in written[1:-1].split(", ") if item.strip())
    if written[:1] in "'\"" and written[:1]:
        return written[1:-1].replace("\\n", "\n").replace('\\"', '"') if written[0] == '"' else written[1:-1]
    if written in ("true", "false"):
        return written == "true"
    try:
        return int(written) if written.lstrip("-").isdigit() else float(written)
    except ValueError:
        return written


def _parts(body: str) -> dict[str, list[str]]:
    """Lines of each part by its heading; headings inside fences are text."""
    parts: dict[str, list[str]] = {}
    lines: list[str] = []
    fence = ""
    for line in body.splitlines():
        opened = _FENCE.match(line)
        if fence and line.rstrip() == fence:
            fence = ""
        elif opened and not fence:
            fence = opened[1]
        heading = None if fence else _PART.match(line)
        if heading:
            lines = parts.setdefault(heading[1], [])
        else:
            lines.append(line)
    return parts


def _prose(parts: dict[str, list[str]], part: str) -> str:
    return "\n".join(parts.get(part, [])).strip()


def _bullets(lines: list[str]) -> list[str]:
    return [line[2:].strip() for line in lines if line.startswith("- ")]


def parse_phrase(line: str) -> list[Phrase]:
    """The phrases that one bullet spells.

    `(a|b)` takes either word, an empty choice leaves it out; `=> text` is the replacement, `=>` alone deletes; in it
    `$2` is the second word of the phrase and `$2-` all words from the second on.
    ` · unless: x, y` are longer phrases that excuse it (`#` in them is any number), ` · only: x, y` those of which one
    must be there; ` · at: start` wants it at the start of a sentence. Raises ValueError for a setting that is none, for
    a phrase that no longer one behind `only:` holds, and for one behind `unless:` that holds no phrase.
    """
    spelled, *extras = (piece.strip() for piece in line.split(" · "))
    pattern, arrow, instead = spelled.partition("=>")
    around: dict[str, list[tuple[str, ...]]] = {"unless": [], "only": []}
    at_start = False
    for extra in extras:
        key, _, value = extra.partition(":")
        if key in around:
            around[key] += [words for one in value.split(",") for words in _spellings(one)]
        elif extra == "at: start":
            at_start = True
        else:
            raise ValueError(f"unknown phrase setting {extra!r} in {line!r}")
    found = []
    for words in _spellings(pattern):
        unless, only = (
            tuple((at, longer) for longer in around[key] if (at := _index_of(words, longer)) >= 0)
            for key in ("unless", "only")
        )
        if around["only"] and not only:
            raise ValueError(f"no longer phrase behind only: holds {' '.join(words)!r} in {line!r}")
        found.append(Phrase(words, _filled(instead.strip(), words) if arrow else None, unless, at_start, only))
    idle = [" ".join(one) for one in around["unless"] if all(_index_of(each.words, one) < 0 for each in found)]
    if idle:
        raise ValueError(
            f"what is behind unless: excuses nothing, as it does not hold the phrase: {idle[0]!r} in {line!r}"
        )
    return found


def _filled(instead: str, words: tuple[str, ...]) -> str:
    """A replacement with the words of its phrase in their places."""
    for place, on in reversed(_PLACE.findall(instead)):
        at = int(place) - 1
        instead = instead.replace(f"${place}{on}", " ".join(words[at:] if on else words[at : at + 1]))
    return instead.strip()


def _spellings(pattern: str) -> list[tuple[str, ...]]:
    pieces = _CHOICE.split(pattern.strip().lower())
    choices = [piece.split("|") if at % 2 else [piece] for at, piece in enumerate(pieces)]
    return [tuple("".join(picked).split()) for picked in product(*choices)]


def _index_of(words: tuple[str, ...], longer: tuple[str, ...]) -> int:
    size = len(words)
    return next((at for at in range(len(longer) - size + 1) if longer[at : at + size] == words), -1)


def _examples(lines: list[str], marked: bool) -> list[Example]:
    """Examples of a part: a bullet is a text of one line, a fence a text of several; a fence whose info string starts
    with `=>` is the mended text of the one before it."""
    found: list[Example] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        opened = _FENCE.match(line)
        if opened:
            end = next(i for i in range(at + 1, len(lines)) if lines[i].rstrip() == opened[1])
            text = "\n".join(lines[at + 1 : end]) + "\n"
            if opened[2].startswith("=>"):
                last = found.pop()
                found.append(Example(last.text, last.spans, text, last.settings))
            else:
                found.append(_example(text, None, tuple(_settings(opened[2]))))
            at = end
        elif line.startswith("- "):
            text, arrow, mended = line[2:].partition(" => ")
            found.append(_example(text, mended if arrow else None, ()))
        at += 1
    for example in found:
        if bool(example.spans) != marked:
            raise ValueError(
                f"an example under {'Flagged' if marked else 'Clean'} has the wrong marks: {example.text!r}"
            )
    return found


def _settings(info: str) -> list[tuple[str, str]]:
    return [(key, value) for word in info.split()[1:] for key, _, value in [word.partition("=")]]


def _example(marked: str, mended: str | None, settings: tuple[tuple[str, str], ...]) -> Example:
    spans: list[Span] = []
    opened: list[int] = []
    for removed, match in enumerate(_MARK.finditer(marked)):
        place = match.start() - removed
        if match[0] == "⟦":
            opened.append(place)
        else:
            spans.append(Span(opened.pop(), place))
    return Example(_MARK.sub("", marked), tuple(sorted(spans)), mended, settings)
