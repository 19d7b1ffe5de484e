"""The Liquid tags of dev.to in a text -> links and Markdown. **Source:** dev.to/p/editor_guide."""

import re

from inkwright.model.imports import Item
from inkwright.model.regex import regex
from inkwright.model.source import Source
from inkwright.platforms.reading.between import between
from inkwright.platforms.reading.page import linked
from inkwright.text.markdown import parse

_TAG = regex(r"\{%-?\s{0,9}(\w{1,40})\s{0,9}([^{}%\n]{0,500}?)\s{0,9}-?%\}")
_RAW = regex(r"\{%-?\s{0,9}raw\s{0,9}-?%\}")
_KATEX = regex(r"\{%-?\s{0,9}katex(\s{1,9}inline)?\s{0,9}-?%\}")
_DETAILS = regex(r"\{%-?\s{0,9}(?:details|collapsible|spoiler)([^{}%\n]{0,300}?)-?%\}")
_FORMS = {
    "youtube": "https://www.youtube.com/watch?v={}", "vimeo": "https://vimeo.com/{}", "tweet": "https://x.com/i/status/{}",
    "twitter": "https://x.com/i/status/{}", "github": "https://github.com/{}", "user": "https://dev.to/{}",
    "tag": "https://dev.to/t/{}", "stackblitz": "https://stackblitz.com/edit/{}", "post": "https://dev.to/{}",
    "codesandbox": "https://codesandbox.io/s/{}", "spotify": "https://open.spotify.com/{}", "link": "https://dev.to/{}",
    "wikipedia": "{}", "codepen": "{}", "gist": "{}", "embed": "{}", "replit": "https://replit.com/{}",
}  # fmt: skip


def plain_tags(text: str, items: list[Item]) -> str:
    """A text without tags; embeds are links, formulas `$...$`. What stands in code is left alone."""
    text = between(text, _RAW, lambda found: _end("raw"), lambda found, inner: _hidden(inner))
    text = between(text, _KATEX, lambda found: _end("katex"), lambda found, inner: _formula(found, inner, items))
    text = between(text, _DETAILS, lambda found: _end(r"\w{1,20}"), lambda found, inner: _open(found, inner, items))
    if "{%" in text:
        document = parse(Source("post.md", text))
        spans = [one.span for one in document.of_kind("code")] + [one.span for one in document.inlines_of("code")]
        text = _TAG.sub(
            lambda found: (
                found[0] if any(one.start <= found.start() < one.end for one in spans) else _link(found, items)
            ),
            text,
        )
    return text.replace("\ue035", "")


def _end(name: str) -> str:
    return rf"\{{%-?\s{{0,9}}end{name}\s{{0,9}}-?%\}}"


def _hidden(text: str) -> str:
    """What stands between `raw` and `endraw`, so that no tag is seen in it."""
    return text.replace("{%", "{\ue035%").replace("{{", "{\ue035{")


def _formula(found: re.Match[str], inner: str, items: list[Item]) -> str:
    tex = inner.strip()
    items.append(Item("formula", "kept", tex[:200]))
    return f"${tex}$" if found[1] else f"\n$$\n{tex}\n$$\n"


def _open(found: re.Match[str], inner: str, items: list[Item]) -> str:
    head = found[1].strip()
    items.append(Item("fold", "changed", head, "it stands open"))
    return f"**{head}**\n\n{inner.strip()}\n"


def _link(found: re.Match[str], items: list[Item]) -> str:
    name, said = found[1].lower(), found[2].split()
    value = said[0].strip("\"'") if said else ""
    address = value if value.startswith(("http://", "https://")) else _FORMS.get(name, "").format(value)
    if not value or not address.startswith("http"):
        items.append(Item("tag of dev.to", "changed", found[0], "it stays as it is written"))
        return found[0]
    items.append(Item("embed", "changed", address, "a link stands there"))
    return linked(address, address.partition("://")[2])
