"""The author's HTML with constructs of other tools in it: known ones take their shape, the rest leaves no trace.

A template left half done shows its seams (a picture without an address, a list of `{{ note.title }}`); so what is not
known is taken off the page, with the attribute or the picture it belongs to, and the caller is told through `kept`.
"""

import re
from collections.abc import Sequence

from inkwright.model.document import Block, Inline
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.render.calls import Call, paired, read_call
from inkwright.render.constructs import SHOWN_TAG, ConstructWriter
from inkwright.render.escape import encode_url, escape
from inkwright.render.opaque import hides
from inkwright.render.shapes import Inside
from inkwright.text.dialects.construct import Construct
from inkwright.text.scan import constructs_in

_LOOPS = frozenset({"for", "tablerow"})
"""Liquid tags that repeat what stands between them for each of something that we do not know."""
_ADDRESSES = frozenset({"ref", "relref", "post_url", "link"})
_GONE = "\0"
"""Stands where something unknown was taken out, until its surroundings are mended."""
_PARTS = frozenset({"else", "elsif", "when", "break", "continue"})
"""Liquid tags that mean nothing on their own."""
_PROGRAMS = regex(
    r"<(?P<tag>script|style|textarea)\b[^>]*>(?P<code>.*?)(?:</(?P=tag)\s*>|\Z)", re.DOTALL | re.IGNORECASE
)
_CODE = regex(r"<(pre|code)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_WIKILINK = regex(r"(?<!!)\[\[([^\[\]|<>{}\n]+)(?:\|([^\[\]<>{}\n]*))?\]\](?![^<>]*>)")
_LOST_ELEMENT = regex(r"<(?:img|source|iframe|embed|track)\b[^<>]*\0[^<>]*>", re.IGNORECASE)
_LOST_ATTRIBUTE = regex(r"""\s[\w:.-]+\s*=\s*(?:"[^"<>]*\0[^"<>]*"|'[^'<>]*\0[^'<>]*'|[^\s"'<>]*\0[^\s"'<>]*)""")


class EmbeddedWriter(ConstructWriter):
    """A writer that reads the author's HTML for constructs too."""

    raw_at = 0
    """Where in the source the HTML begins that is being written."""

    def filled_html(self, html: str) -> str:
        """HTML with every construct in it resolved, or taken out and told of."""
        if self.options.html_wikilinks and "[[" in html:
            html = _WIKILINK.sub(self._wikilink, html)
        if "{{" not in html and "{%" not in html and "%%" not in html:
            return html
        programs = [match.span("code") for match in _PROGRAMS.finditer(html)]
        code = [match.span() for match in _CODE.finditer(html)]
        found = [
            one
            for one in constructs_in(html)
            if (not _within(programs, one.start) or self._has_value(html[one.start : one.end]))
            and (one.name != "obsidian" or not _within(code, one.start))
        ]
        made = _Pieces(self, html, found).between(0, len(found), 0, len(html))
        if _GONE not in made:
            return made
        made = _LOST_ATTRIBUTE.sub(lambda lost: "", _LOST_ELEMENT.sub("", made))
        return made.replace(_GONE, "")

    def _wikilink(self, match: re.Match[str]) -> str:
        """A link by name, where a note answers to it."""
        resolve = self.options.wikilink
        target = resolve(match[1], match[2] or match[1]) if resolve is not None else None
        return match[0] if target is None else f'<a href="{encode_url(target)}">{match[2] or match[1]}</a>'

    def _has_value(self, source: str) -> bool:
        """Whether it is a value that is known: all that a script or a style sheet is filled with."""
        call = read_call(source)
        return call is not None and call.family == "value" and self.value(call.name) is not None

    def lost(self, source: str) -> str:
        """Tell the caller of a construct that is taken out; what stands for it until then."""
        if self.options.kept is not None:
            at = max(self.document.text.find(source, self.raw_at), self.raw_at)
            span = Span(at, at + len(source))
            self.options.kept(Inline("opaque", span, span, source), source)
        return _GONE


class _Pieces:
    """One stretch of HTML and its constructs in reading order."""

    def __init__(self, writer: EmbeddedWriter, html: str, found: Sequence[Construct]) -> None:
        self._writer = writer
        self._html = html
        self._found = found
        self._calls = [self._call(one) for one in found]
        self._pairs = paired(self._calls)

    def _call(self, one: Construct) -> Call | None:
        """The tag that a construct is or begins with."""
        if one.kind == "comment" or one.name == "literal":
            return None
        return read_call(self._html[one.start : one.inner[0] if one.inner != (0, 0) else one.end])

    def between(self, first: int, last: int, start: int, end: int) -> str:
        """The HTML from one offset to another, given the constructs in it by number."""
        out: list[str] = []
        while first < last:
            one, call, close = self._found[first], self._calls[first], self._pairs.get(first)
            out.append(self._html[start : one.start])
            if close is None:
                out.append(self._single(one, call))
                start, first = one.end, first + 1
                continue
            stop = self._found[close]
            unseen = hides(call) or _repeats(call)
            inside = "" if unseen else self.between(first + 1, close, one.end, stop.start)
            out.append(self._shown(one, call, inside, self._html[one.end : stop.start], stop.end))
            start, first = stop.end, close + 1
        out.append(self._html[start:end])
        return "".join(out)

    def _single(self, one: Construct, call: Call | None) -> str:
        source = self._html[one.start : one.end]
        if one.name == "literal":
            return escape(SHOWN_TAG.sub(r"\1\2\3", source))
        if one.kind == "comment" or (call is not None and call.closing):
            return ""
        inner = self._html[one.inner[0] : one.inner[1]]
        if one.kind == "code":
            text = inner.replace("\r\n", "\n").removeprefix("\n")
            span = Span(one.start, one.end)
            return self._writer.code_html(Block("code", span, span, info=one.info, text=text, attrs=one.attrs))
        return self._shown(one, call, "", inner, one.end)

    def _shown(self, one: Construct, call: Call | None, html: str, source: str, end: int) -> str:
        """A tag with what stands between it and its other half, as HTML and as source."""
        writer, written = self._writer, self._html[one.start : one.end]
        if call is None:
            return writer.lost(written)
        if call.family == "liquid" and call.name in _PARTS:
            return ""
        in_tag = self._html.rfind("<", 0, one.start) > self._html.rfind(">", 0, one.start)
        if call.family == "value":
            value = writer.value(call.name)
            return writer.lost(written) if value is None else escape(value)
        if in_tag:
            if call.name in _ADDRESSES:
                return encode_url(writer.reference(call.get("path", 0))) or _GONE
            return "" if hides(call) else writer.lost(written)
        span = Span(one.start, end)
        blocks = (Block("html", span, span, text=html),) if html.strip() else ()
        for inline in (True, False) if self._html[: one.start].rpartition("\n")[2].strip() else (False, True):
            shaped = writer.shaped(call, Inside(blocks, (), source), inline)
            if shaped is not None:
                return shaped
        return writer.lost(written) + html


def _repeats(call: Call | None) -> bool:
    return call is not None and call.family == "liquid" and call.name in _LOOPS


def _within(spans: Sequence[tuple[int, int]], offset: int) -> bool:
    return any(start <= offset < end for start, end in spans)
