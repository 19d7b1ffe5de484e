"""Writing constructs of other tools: tags are paired, known ones take their shape, others show a placeholder."""

import re
from functools import cached_property

from msgspec.structs import replace

from inkwright.model.document import Block, Document, Inline
from inkwright.model.regex import regex
from inkwright.render.calls import Call, paired, read_call
from inkwright.render.escape import encode_url, escape, escape_smart, is_safe_url
from inkwright.render.opaque import ALWAYS, hidden_div, hides, known
from inkwright.render.options import ImageInfo, RenderOptions
from inkwright.render.shapes import SHAPES, Inside
from inkwright.render.writer import Writer
from inkwright.text.markdown import parse_text

_MARKUP = regex(r"[*_`\[\]<&$~=^!\\{]|https?:")
_TEMPLATE = regex(
    r"\{\{[<%]\s*(?:ref|relref)\s+(?P<ref>.*?)\s*[>%]\}\}|\{%-?\s*(?:post_url|link)\s+(?P<tag>.*?)\s*-?%\}"
    r"|\{\{-?\s*(?P<value>.*?)\s*-?\}\}",
    re.DOTALL,
)
_LITERAL = regex(r"""(?P<quote>["'])(?P<text>.*?)(?P=quote)\s*(?P<filters>\|.*)?\Z""", re.DOTALL)
_NUMBER = regex(r"-?\d+(?:\.\d+)?\Z")
SHOWN_TAG = regex(r"\A(\{\{[<%])/\*(.*)\*/([>%]\}\})\Z", re.DOTALL)
_NAMES = {
    "shortcode": "Shortcode", "liquid": "Liquid tag", "value": "Liquid value", "jsx": "Component",
    "expression": "Expression", "div": "Block",
}  # fmt: skip
_DIV_END = regex(r"^[ \t>]*:{3,}[ \t]*\r?$", re.MULTILINE)
_SHORTCODE_END = regex(r"\{\{[<%]\s*/\s*comment\s*[>%]\}\}", re.IGNORECASE)
_LIQUID_END = regex(r"\{%-?\s*endcomment\s*-?%\}")
_TAG = regex(r"<(?P<close>/?)(?P<name>[a-z][a-z0-9]*)\b[^>]*(?<!/)>\Z")
_BLANK = frozenset({"soft_break", "hard_break", "comment"})


class ConstructWriter(Writer):
    """A writer that understands constructs of other tools."""

    trusted = True
    """Whether HTML in the text is the author's; in an argument of a tag it is shown as text."""

    def __init__(self, document: Document, options: RenderOptions) -> None:
        super().__init__(document, options)
        self._block_ids: set[str] = set()
        if document.source.dialect == "quarto":
            self.escape = escape_smart

    # pairs

    def blocks(self, blocks: tuple[Block, ...]) -> None:
        """Blocks in order; those between the two halves of a pair belong to the pair."""
        if not any(block.kind == "opaque" for block in blocks):
            super().blocks(blocks)
            return
        at = 0
        calls = [self.call_of(block) if block.kind == "opaque" else None for block in blocks]
        pairs = paired(calls)
        while at < len(blocks):
            block, call = blocks[at], calls[at]
            if block.kind != "opaque":
                end = at + 1
                while end < len(blocks) and blocks[end].kind != "opaque":
                    end += 1
                super().blocks(blocks[at:end])
                at = end
                continue
            close = pairs.get(at)
            if block.span.start < self.hidden and not (block.children and block.span.end > self.hidden):
                at += 1
            elif close is None:
                self.single(block, call)
                at += 1
            else:
                source = self.document.text[block.span.end : blocks[close].span.start]
                self.construct(call, Inside(blocks[at + 1 : close], (), source), block, False)
                at = close + 1

    def inlines(self, inlines: tuple[Inline, ...]) -> None:
        """Inlines in order, pairs together."""
        if not any(inline.kind == "opaque" for inline in inlines):
            super().inlines(inlines)
            return
        inlines = without_hidden_spans(inlines)
        calls = self.calls_of(inlines)
        pairs = paired(calls)
        at = 0
        while at < len(inlines):
            inline, call = inlines[at], calls[at]
            if inline.span.start < self.hidden:
                at += 1
                continue
            close = pairs.get(at)
            following = inlines[at + 1] if at + 1 < len(inlines) else None
            if following is not None and following.name == "attributes" and self.with_attributes(inline, following):
                at += 1
            elif inline.kind != "opaque":
                super().inlines((inline,))
            elif close is None:
                self.single_inline(inline, call)
            else:
                self.construct(call, self.inside(inlines, at, close), inline, True)
                at = close
            at += 1

    def with_attributes(self, inline: Inline, attributes: Inline) -> bool:
        """Write an inline together with the attributes behind it; False when they change nothing."""
        return False

    def inside(self, inlines: tuple[Inline, ...], at: int, close: int) -> Inside:
        """What stands between the inlines of a pair."""
        source = self.document.text[inlines[at].span.end : inlines[close].span.start]
        return Inside((), inlines[at + 1 : close], source)

    def block_html(self, block: Block) -> None:
        """The author's HTML; a comment that is not closed in it hides what follows until it is."""
        self.html(block)
        open_comment = "<!--" in block.text and block.text.rfind("<!--") > block.text.rfind("-->")
        if open_comment and self._last_close >= block.span.end:
            self.hidden = self.document.text.find("-->", block.span.end) + 3

    def html(self, block: Block) -> None:
        """Write a block of the author's HTML."""
        super().block_html(block)

    @cached_property
    def _last_close(self) -> int:
        """Where the last comment of the text ends, -1 for none."""
        return self.document.text.rfind("-->")

    def alt(self, inline: Inline) -> str:
        """The alt text of a picture, without what the page does not show."""
        return "".join(
            child.plain() for child in inline.children if child.kind != "opaque" or not hides(self.call_of(child))
        )

    def call_of(self, node: Block | Inline) -> Call | None:
        """The tag that an opaque node is (the first one, when the node holds what is between its tags)."""
        return read_call(node.text or self.document.slice(node.span))

    def calls_of(self, inlines: tuple[Inline, ...]) -> list[Call | None]:
        """The tag that each inline is, None for what is none. An element whose start is JSX, for its attributes, may
        end in what is plain HTML."""
        calls: list[Call | None] = []
        opened: list[str] = []
        for inline in inlines:
            call = self.call_of(inline) if inline.kind == "opaque" else None
            if call is not None and call.family == "jsx" and not (call.closing or call.single):
                opened.append(call.name)
            elif inline.kind == "html" and opened:
                tag = _TAG.match(inline.text)
                if tag is not None and not tag["close"] and tag["name"] in opened:
                    opened.append("")  # its own end comes first
                elif tag is not None and tag["close"] and tag["name"] in opened and opened.pop():
                    call = read_call(inline.text)
            calls.append(call)
        return calls

    # one construct

    def single(self, block: Block, call: Call | None) -> None:
        """An opaque block that is not half of a pair."""
        if call is not None and call.closing:
            return
        if not block.children and hides(call):
            self.hidden = max(self.hidden, hidden_to(self.document.text, block, call))
        self.construct(call, Inside(block.children, block.inlines, self.between(block)), block, False)

    def single_inline(self, inline: Inline, call: Call | None) -> None:
        """An opaque inline that is not half of a pair."""
        if call is not None and call.closing:
            return
        if not inline.children and hides(call):
            self.hidden = max(self.hidden, hidden_to(self.document.text, inline, call))
        self.construct(call, Inside((), inline.children, self.between(inline)), inline, True)

    def between(self, node: Block | Inline) -> str:
        """The source between the tags of a node that holds both; "" for a single tag."""
        return self.document.slice(node.inner) if node.inner != node.span else ""

    def construct(self, call: Call | None, inside: Inside, node: Block | Inline, inline: bool) -> None:
        """The HTML of a construct: the hook's, its shape's, or a placeholder."""
        source = call.source if call is not None else self.document.slice(node.span)
        if self.options.opaque is not None:
            own = self.options.opaque(node, source)
            if own is not None:
                self.out.append(own)
                return
        if node.name == "citation" and isinstance(node, Inline) and (cited := self.citation(node)) is not None:
            self.out.append(cited)
            return
        if node.name == "block-id":
            if source in self._block_ids:
                return  # the first of two blocks with one id has it
            self._block_ids.add(source)
        if node.name in ALWAYS:
            written = escape(SHOWN_TAG.sub(r"\1\2\3", source))
            self.out.append(ALWAYS[node.name].format(written, prefix=escape(self.options.id_prefix)))
            return
        html = self.shaped(call, inside, inline) if call is not None else None
        if html is None:
            if self.options.kept is not None:
                self.options.kept(node, source)
            html = self.placeholder(call, inside, source, inline)
        self.out.append(html)

    def citation(self, inline: Inline) -> str | None:
        """The HTML of a citation by key; None for one of no known work."""
        return None

    def shaped(self, call: Call, inside: Inside, inline: bool) -> str | None:
        """The HTML of a construct that is known and whose arguments suffice; None for any other."""
        if call.family in ("value", "expression"):
            if call.family == "expression" and call.name[:1] in ("#", ":"):
                return self.branch(call, inside, inline)
            value = self.value(call.name) if call.family == "value" else literal(call.name)
            if value is None:
                return None
            return escape(value) if inline else f"<p>{escape(value)}</p>\n" if value.strip() else ""
        entry = known(call)
        return None if entry is None else SHAPES[entry.shape](self, call, entry, inside, inline)

    def branch(self, call: Call, inside: Inside, inline: bool) -> str:
        """One side of a condition of Svelte under what it asks; a page shows every side."""
        if inline:
            return self.captured((), inside.inlines)
        label = f'<p class="tab-label">{escape(call.name.lstrip("#:/"))}</p>\n'
        html = self.captured(inside.blocks, inside.inlines)
        return f'<div class="branch">{label}{html}</div>\n' if html.strip() else label if call.name[0] == ":" else ""

    def placeholder(self, call: Call | None, inside: Inside, source: str, inline: bool) -> str:
        """A label and the source of a construct that we do not know, with what stands inside it rendered."""
        family = _NAMES[call.family] if call is not None else "Construct"
        name = "" if call is None or call.family in ("value", "expression") else call.name
        label = f"{family} {name}".strip()
        if inline:
            inner = self.captured((), inside.inlines)
            return f'<code class="opaque" title="{escape(label)}: not rendered">{escape(source)}</code>{inner}'
        inner = self.captured(inside.blocks, inside.inlines)
        shown = f" <code>{escape(name)}</code>" if name else ""
        body = f"{inner}" if inside.blocks or not inner else f"<p>{inner}</p>\n"
        return (
            f'<div class="opaque"><p class="opaque-label">{family}{shown} (not rendered)</p>\n'
            f"<details><summary>Source</summary><pre><code>{escape(source)}</code></pre></details>\n{body}</div>\n"
        )

    def alone(self, inlines: tuple[Inline, ...]) -> tuple[Inline, Inside, Call | None] | None:
        """The one construct (or pair) that a paragraph consists of; None for any other paragraph."""
        first, last = 0, len(inlines) - 1
        while first <= last and _is_blank(inlines[first]):
            first += 1
        while last > first and _is_blank(inlines[last]):
            last -= 1
        if first > last or inlines[first].kind != "opaque" or inlines[last].kind not in ("opaque", "html"):
            return None
        shown = inlines[first : last + 1]
        calls = self.calls_of(shown)
        if len(shown) == 1:
            return shown[0], Inside((), shown[0].children, self.between(shown[0])), calls[0]
        if paired(calls).get(0) == len(shown) - 1:
            return shown[0], self.inside(shown, 0, len(shown) - 1), calls[0]
        return None

    # values and arguments

    def value(self, expression: str) -> str | None:
        """What `{{ expression }}` stands for; None when the site does not know."""
        quoted = _LITERAL.match(expression)
        if quoted:
            filters = quoted["filters"] or ""
            return self.options.link(quoted["text"]) if "_url" in filters else quoted["text"]
        name = expression.split("|", 1)[0].strip()
        return self.options.values.get(name)

    def filled(self, text: str) -> str:
        """A destination or HTML with the Liquid values and Hugo references in it resolved, as far as they are known."""
        if "{{" not in text and "{%" not in text:
            return text

        def put(match: re.Match[str]) -> str:
            page = match["ref"] or match["tag"]
            if page:
                return self.reference(page.strip("\"' "))
            found = self.value(match["value"] or "")
            return match[0] if found is None else found

        return _TEMPLATE.sub(put, text)

    def reference(self, page: str) -> str:
        """The address of a page that is named as its own tool names pages."""
        found = self.options.page(page) if self.options.page is not None else None
        return found if found is not None else self.options.link(page)

    def said(self, text: str) -> str:
        """Inline Markdown in an argument or a title, as HTML; HTML in it is shown as text."""
        if not self.trusted or not _MARKUP.search(text):
            return self.escape(text)
        document = parse_text(text.strip())
        if len(document.blocks) != 1 or document.blocks[0].kind != "paragraph":
            return escape(text)
        inner = type(self)(document, replace(self.options, anchors=None))
        inner.trusted, inner.escape = False, self.escape
        inner.inlines(document.blocks[0].inlines)
        return "".join(inner.out)

    def image_html(self, target: str, alt: str, title: str = "", width: str = "", height: str = "") -> str:
        """A picture."""
        found = self.options.image(target)
        src = found.src if isinstance(found, ImageInfo) else found
        return f'<img src="{encode_url(src)}" alt="{escape(alt)}" />' if is_safe_url(src) else escape(alt)

    def code_html(self, block: Block) -> str:
        """The HTML of a code block."""
        return self.captured((block,))


def literal(expression: str) -> str | None:
    """The text of an MDX expression that is a plain string or number; None for any other."""
    bare = expression.strip()
    if bare.startswith("/*") or not bare:
        return ""
    quoted = len(bare) > 1 and bare[0] == bare[-1] and bare[0] in "\"'`" and bare[0] not in bare[1:-1]
    if quoted and "${" not in bare:
        return bare[1:-1]
    return bare if _NUMBER.match(bare) else None


def hidden_to(text: str, node: Block | Inline, call: Call | None) -> int:
    """Where what an opening tag hides ends, for one whose closing tag stands elsewhere in the tree; 0 for a tag that
    hides nothing but itself. A div that is never closed reaches to the end of the text, as in Pandoc."""
    if call is None or call.single or node.inner != node.span:
        return 0
    if call.family == "div":
        closed = _DIV_END.search(text, node.span.end)
        return closed.end() if closed else len(text)
    if call.name.lower() != "comment":
        return 0
    closed = (_SHORTCODE_END if call.family == "shortcode" else _LIQUID_END).search(text, node.span.end)
    return closed.end() if closed else 0


def without_hidden_spans(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Inlines without Pandoc's spans `[text]{.content-hidden}` that have no place on a page."""
    if not any(inline.name == "attributes" and _hides_span(inline) for inline in inlines):
        return inlines
    shown: list[Inline] = []
    for inline in inlines:
        if inline.name == "attributes" and _hides_span(inline) and shown and shown[-1].plain().endswith("]"):
            _drop_span(shown)
        else:
            shown.append(inline)
    return tuple(shown)


def _hides_span(inline: Inline) -> bool:
    return hidden_div((value for key, value in inline.attrs if key == "class"), dict(inline.attrs))


def _drop_span(shown: list[Inline]) -> None:
    """Take the bracketed text that ends a list of inlines off it."""
    depth = 0
    while shown:
        inline = shown.pop()
        if inline.kind != "text":
            continue
        for at in range(len(inline.text) - 1, -1, -1):
            depth += (inline.text[at] == "]") - (inline.text[at] == "[")
            if not depth:
                if at:
                    shown.append(replace(inline, text=inline.text[:at]))
                return


def _is_blank(inline: Inline) -> bool:
    return inline.kind in _BLANK or (inline.kind == "text" and not inline.text.strip())
