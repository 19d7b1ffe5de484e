"""A construct of another tool read from its source: Hugo shortcode, Liquid tag, JSX element, Pandoc div."""

import re
from collections.abc import Mapping, Sequence
from html import unescape
from typing import Literal

from msgspec import Struct, field

from inkwright.model.regex import regex

Family = Literal["shortcode", "liquid", "value", "jsx", "expression", "div"]
"""`value` is Liquid's `{{ ... }}`, `expression` MDX's `{...}`."""


class Call(Struct, frozen=True):
    """One tag. `name` is as the author wrote it (Liquid's includes as "include youtube"); `closing` is set for the
    second half of a pair, `single` for a tag that closes itself. `source` is the whole text, `classes` are those of
    a div."""

    family: Family
    name: str
    positional: tuple[str, ...] = ()
    named: Mapping[str, str] = field(default_factory=dict)
    closing: bool = False
    single: bool = False
    source: str = ""
    classes: tuple[str, ...] = ()

    def get(self, *keys: str | int) -> str:
        """The first argument that is there, by name or position; "" for none."""
        for key in keys:
            if isinstance(key, int):
                if key < len(self.positional):
                    return self.positional[key]
            elif self.named.get(key):
                return self.named[key]
        return ""


MAX_TAG = 20_000
"""Characters beyond which a text is not read as a tag."""

_SHORTCODE = regex(r"\{\{([<%])\s*(/?)\s*([\w./-]+)(.*?)(/?)\s*[>%]\}\}\Z", re.DOTALL)
_LIQUID = regex(r"\{%-?\s*(\w+)\s*(.*?)\s*-?%\}\Z", re.DOTALL)
_VALUE = regex(r"\{\{-?\s*(.*?)\s*-?\}\}\Z", re.DOTALL)
_INCLUDE = regex(r"(?:include\w*)\s+[\"']?([\w./-]+)[\"']?", re.DOTALL)
_JSX = regex(r"<(/?)\s*([A-Za-z][\w.:-]*|)(.*?)(/?)>\Z", re.DOTALL)
_DIV = regex(r"(:{3,})[ \t]*(.*)\Z", re.DOTALL)
_DIV_WORD = regex(r"(\w[\w-]*)(?:\[([^\]\n]*)\])?[ \t]*(.*)", re.DOTALL)
_ARGUMENT = regex(
    r"""(?:(?P<key>[\w:.-]+)\s*=\s*)?(?:"(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>(?:[^'\\]|\\.)*)'"""
    r"""|`(?P<raw>[^`]*)`|(?P<brace>\{)|(?P<bare>[^\s"'`{}]+))""",
    re.DOTALL,
)
_ESCAPED = regex(r"\\(.)", re.DOTALL)
_ATTRIBUTE_WORD = regex(r"([.#])([\w-]+)")


_PAGE = regex(
    r"\s*(?:\{\{[<%]\s*(?:ref|relref)\s+(?P<ref>.*?)\s*[>%]\}\}|\{%-?\s*(?:post_url|link)\s+(?P<page>.*?)\s*-?%\})\s*",
    re.DOTALL,
)
_SITE = regex(r"\A\s*\{\{-?\s*(?:site\.(?:baseurl|url)\s*)+-?\}\}")


def page_named(target: str) -> str:
    """The page that a destination names as Hugo's `ref` and Jekyll's `link` and `post_url` do; "" for any other."""
    match = _PAGE.fullmatch(target)
    return (match["ref"] or match["page"] or "").strip("\"'` ") if match else ""


def without_site(target: str) -> str:
    """A destination without Jekyll's `{{ site.baseurl }}` before it."""
    return _SITE.sub("", target)


def read_call(source: str) -> Call | None:
    """The tag that a source text is; None for text that is none. Never raises."""
    bare = source.strip()
    if len(bare) > MAX_TAG:
        return None
    if bare.startswith(("{{<", "{{%")):
        return _shortcode(bare)
    if bare.startswith("{%"):
        return _liquid(bare)
    if bare.startswith("{{"):
        match = _VALUE.match(bare)
        return Call("value", match[1], source=source) if match else None
    if bare.startswith("<"):
        return _jsx(bare)
    if bare.startswith(":::"):
        return _div(bare)
    if bare.startswith("{") and bare.endswith("}"):
        return Call("expression", bare[1:-1].strip(), source=source)
    return None


def _shortcode(source: str) -> Call | None:
    match = _SHORTCODE.match(source)
    if match is None:
        return None
    positional, named = arguments(match[4])
    return Call("shortcode", match[3].lower(), positional, named, bool(match[2]), bool(match[5]), source)


def _liquid(source: str) -> Call | None:
    match = _LIQUID.match(source)
    if match is None:
        return None
    name, rest = match[1], match[2]
    if name.startswith("end"):
        return Call("liquid", name[3:], closing=True, source=source)
    if name.startswith("include"):
        file = _INCLUDE.match(f"include {rest}")
        if file:
            positional, named = arguments(f"include {rest}"[file.end() :])
            stem = file[1].rsplit("/", 1)[-1].removesuffix(".html").removesuffix(".md").removesuffix(".liquid")
            return Call("liquid", f"include {stem}", positional, named, source=source)
    positional, named = arguments(rest)
    return Call("liquid", name, positional, named, source=source)


def _jsx(source: str) -> Call | None:
    match = _JSX.match(source)
    if match is None:
        return None
    positional, named = arguments(match[3])
    named = {**{word: "true" for word in positional if word.isidentifier()}, **named}
    return Call("jsx", match[2], (), named, bool(match[1]), bool(match[4]), source)


def _div(source: str) -> Call | None:
    match = _DIV.match(source.split("\n", 1)[0].strip())
    if match is None:
        return None
    rest = match[2].strip().rstrip(":").strip()
    if not rest:
        return Call("div", "", closing=True, source=source)
    if rest.startswith("{"):
        inside = rest.strip("{} \t")
        names = [name for mark, name in _ATTRIBUTE_WORD.findall(_ARGUMENT.sub(_no_values, inside)) if mark == "."]
        _, named = arguments(inside)
        return Call("div", names[0] if names else "", tuple(names), named, source=source, classes=tuple(names))
    word = _DIV_WORD.match(rest)
    if word is None:
        return Call("div", rest, source=source)
    title, named = (word[2] or "").strip(), {}
    if "=" in word[3]:
        _, named = arguments(word[3].strip("{} "))
    elif word[3].strip() and not word[3].startswith("{"):
        title = title or word[3].strip()
    name = word[1].lower()
    more = tuple(found for mark, found in _ATTRIBUTE_WORD.findall(word[3]) if mark == "." and word[3].startswith("{"))
    return Call("div", name, (title,) if title else (), named, source=source, classes=(name, *more))


def _no_values(match: re.Match[str]) -> str:
    return " " if match["key"] else match[0]


def arguments(text: str) -> tuple[tuple[str, ...], dict[str, str]]:
    """Positional and named arguments of a tag's text, quotes and JSX braces taken off; empty for none."""
    positional: list[str] = []
    named: dict[str, str] = {}
    at = 0
    while (match := _ARGUMENT.search(text, at)) is not None:
        at = match.end()
        if match["brace"]:
            end = _closing_brace(text, at)
            value = _literal(text[at:end])
            at = end + 1
        else:
            value = next((part for part in match.group("double", "single", "raw", "bare") if part is not None), "")
            if match["double"] is not None or match["single"] is not None:
                value = unescape(_ESCAPED.sub(r"\1", value)) if "\\" in value or "&" in value else value
        key = match["key"]
        if key:
            named.setdefault(key, value)
        else:
            positional.append(value)
    return tuple(positional), named


def _closing_brace(text: str, at: int) -> int:
    """Where the brace that was opened before `at` is closed; the end of the text when it is not."""
    depth = 1
    for place in range(at, len(text)):
        char = text[place]
        depth += (char == "{") - (char == "}")
        if not depth:
            return place
    return len(text)


def _literal(expression: str) -> str:
    """A JavaScript literal's value; the expression itself for anything else."""
    bare = expression.strip()
    if len(bare) > 1 and bare[0] == bare[-1] and bare[0] in "\"'`":
        return _ESCAPED.sub(r"\1", bare[1:-1])
    return bare


def paired(calls: Sequence[Call | None]) -> dict[int, int]:
    """Which tag closes which, by place: a closing tag takes the last open one of its family and name (a div's has no
    name). Tags that were opened in between and never closed stay single."""
    found: dict[int, int] = {}
    opened: list[tuple[str, str, int]] = []
    for at, call in enumerate(calls):
        if call is None or call.single:
            continue
        key = "" if call.family == "div" else call.name
        if not call.closing:
            opened.append((call.family, key, at))
            continue
        for place in range(len(opened) - 1, -1, -1):
            if opened[place][:2] == (call.family, key):
                found[opened[place][2]] = at
                del opened[place:]
                break
    return found
