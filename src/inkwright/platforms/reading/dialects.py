"""What generators' dialects say in ways of their own and Markdown can say too -> Markdown."""

import re
from collections.abc import Callable

from inkwright.model.imports import Item
from inkwright.model.regex import regex
from inkwright.model.source import Source
from inkwright.model.span import Span
from inkwright.platforms.reading.admonitions import with_callouts
from inkwright.platforms.reading.between import between
from inkwright.platforms.reading.kramdown_math import in_sentences
from inkwright.platforms.reading.page import escaped, linked, titled
from inkwright.text.markdown import parse

_FIGURE = regex(r"\{\{[<%]\s{0,9}(?:figure|img|image)\s([^{}]{0,2000}?)\s{0,9}/?[>%]\}\}")
_HIGHLIGHT = regex(r"\{\{<\s{0,9}highlight\s{1,9}\"?([\w+#-]+)\"?[^<>{}]{0,300}>\}\}\n?")
_END_HIGHLIGHT = r"\{\{<\s{0,9}/\s{0,9}highlight\s{0,9}>\}\}"
_LIQUID_CODE = regex(r"\{%-?\s{0,9}highlight\s{1,9}([\w+#-]+)[^%{}]{0,300}%\}\n?")
_END_LIQUID_CODE = r"\{%-?\s{0,9}endhighlight\s{0,9}-?%\}"
_VIDEO = regex(r"\{\{<\s{0,9}(youtube|vimeo|tweet|x|gist)\s([^<>{}]{0,500}?)\s{0,9}/?>\}\}")
_LEAD = regex(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?")
"""What may stand before a block on its line: indentation, marks of quotes, the mark of a list item."""
_RAW = regex(r"\{%-?\s*(?:end)?raw\s*-?%\}")
_RAW_OPEN = regex(r"\{%-?\s{0,9}raw\s{0,9}-?%\}")
_RAW_END = r"\{%-?\s{0,9}endraw\s{0,9}-?%\}"
_BASE = regex(r"\{\{-?\s*(?:site\.(?:baseurl|url)|page\.baseurl)\s*-?\}\}")
_RELATIVE = regex(r"\{\{-?\s*['\"]([^'\"]+)['\"]\s*\|\s*(?:relative_url|absolute_url|prepend:\s*site\.\w+)\s*-?\}\}")
_IAL = regex(r"(?m)(?:^[ \t]*|(?<=\S))\{:(?!\s*/)[^{}\n]*\}[ \t]*$")
_MORE = regex(r"(?m)^[ \t]*(?:<!--\s*(?:more|truncate)\s*-->|\{/\*\s*truncate\s*\*/\})[ \t]*\n?")
_PAIR = regex(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|`([^`]*)`|(\S+))")


def plain_dialect(text: str, generator: str, items: list[Item]) -> str:
    """A body without what only this generator reads and Markdown can say; what was changed is added to `items`.

    What stands in code, or between Liquid's `raw` and `endraw`, is left alone.
    """
    text = _outside(text, _MORE, lambda found: "")
    if generator == "hugo":
        text = _blocks(text, _HIGHLIGHT, _END_HIGHLIGHT)
        text = _outside(text, _FIGURE, lambda found: _figure(found, items))
        return _outside(text, _VIDEO, lambda found: _player(found, items))
    if generator == "jekyll":
        text = _blocks(text, _LIQUID_CODE, _END_LIQUID_CODE)
        for expression, what, write in _JEKYLL:
            text = _outside(text, expression, _told(items, what, write))
        text = in_sentences(_RAW.sub("", text))
    if generator == "mkdocs":
        text = with_callouts(text, _kept)
    return text


def _outside(text: str, expression: re.Pattern[str], write: Callable[[re.Match[str]], str]) -> str:
    """Replace what matches and does not begin in code or in a raw part."""
    if not expression.search(text):
        return text
    spans = _kept(text)
    return expression.sub(
        lambda found: found[0] if any(one.start <= found.start() < one.end for one in spans) else write(found), text
    )


def _kept(text: str) -> list[Span]:
    """The stretches of code, and those between Liquid's `raw` and `endraw`."""
    document = parse(Source("post.md", text))
    spans = [one.span for one in document.of_kind("code", "math")]
    spans += [one.span for one in document.inlines_of("code", "math")]

    def raw(found: re.Match[str], inner: str) -> None:
        spans.append(Span(found.start(), found.end() + len(inner)))

    between(text, _RAW_OPEN, lambda found: _RAW_END, raw)
    return spans


def _blocks(text: str, opener: re.Pattern[str], closer: str) -> str:
    """Code between two marks of a generator, as fenced code where the marks stand alone on their lines."""
    if not opener.search(text):
        return text
    spans, end = _kept(text), re.compile(closer)

    def fence(found: re.Match[str], inner: str) -> str | None:
        inside = any(one.start < found.start() < one.end for one in spans)  # one that begins here is this very block
        before = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        closing = end.match(text, found.end() + len(inner))
        behind = text[closing.end() :].partition("\n")[0] if closing else ""
        if inside or behind.strip() or not _LEAD.fullmatch(before):
            return None
        return _fence(found[1], inner, "".join(mark if mark in " \t>" else " " for mark in before))

    return between(text, opener, lambda found: closer, fence)


def _told(items: list[Item], what: str, write: Callable[[re.Match[str]], str]) -> Callable[[re.Match[str]], str]:
    def change(found: re.Match[str]) -> str:
        made = write(found)
        items.append(Item(what, "changed", found[0], f"it is {made}" if made else "Markdown needs none"))
        return made

    return change


_JEKYLL: tuple[tuple[re.Pattern[str], str, Callable[[re.Match[str]], str]], ...] = (
    (_RELATIVE, "address", lambda found: found[1]),
    (_BASE, "address", lambda found: ""),
    (_IAL, "attribute", lambda found: ""),
)


def _fence(language: str, code: str, lead: str) -> str:
    """Code in a fence; `lead` stands before each of its lines in the post, `code` begins with its first line."""
    marks = "````" if "```" in code else "```"
    above, _, last = code.rpartition("\n")
    inner = (code if last.strip(" \t>") else above).strip("\n")
    return f"{marks}{language.lower()}\n{inner}\n{lead}{marks}"


def _values(written: str) -> dict[str, str]:
    return {key.lower(): one or two or three or four for key, one, two, three, four in _PAIR.findall(written)}


def _figure(found: re.Match[str], items: list[Item]) -> str:
    said = _values(found[1])
    source = said.get("src") or said.get("link") or ""
    if not source:
        return found[0]
    title = said.get("caption") or said.get("title") or ""
    items += [
        Item("figure option", "lost", f"{key}={said[key]}", "a picture in Markdown has none")
        for key in ("attr", "class", "width", "height", "link", "target") if said.get(key, source) != source
    ]  # fmt: skip
    shown = f' "{titled(title)}"' if title else ""
    target = f"<{source}>" if re.search(r"[\s()]", source) else source
    return f"![{escaped(said.get('alt') or '')}]({target}{shown})"


def _player(found: re.Match[str], items: list[Item]) -> str:
    said = _values(found[2])
    words = [word.strip("\"'`") for word in found[2].split() if "=" not in word]
    key = said.get("id") or (words[0] if words else "")
    forms = {"youtube": "https://www.youtube.com/watch?v={}", "vimeo": "https://vimeo.com/{}"}
    address = forms[found[1]].format(key) if found[1] in forms else ""
    if found[1] == "gist" and len(words) > 1:
        address = f"https://gist.github.com/{words[0]}/{words[1]}"
    if found[1] in ("tweet", "x") and said.get("user") and said.get("id"):
        address = f"https://x.com/{said['user']}/status/{said['id']}"
    if not address or not key:
        return found[0]
    items.append(Item("embed", "changed", found[0], "a link stands there"))
    return linked(address, address.partition("://")[2])
