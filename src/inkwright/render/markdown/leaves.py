"""The edits that rewrite single links, pictures, formulas, drawings and fences; none reaches into another node."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from inkwright.model.document import Block, Document, Inline
from inkwright.model.finding import Edit
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.render.calls import read_call, without_site
from inkwright.render.code_info import read_info
from inkwright.render.markdown.flavour import Flavour, Places, Shown
from inkwright.render.markdown.jsx import jsx_of
from inkwright.render.markdown.tables import columns, markdown_table
from inkwright.text.diagrams import diagrams, kind_of, kind_of_file
from inkwright.text.drawn import drawn_as
from inkwright.text.info_string import parse_info
from inkwright.text.public import more_mark, public_info, without_comments

VIDEOS = (".mp4", ".webm", ".mov", ".ogv", ".m4v")
_FIGURE = regex(r"""\b(?:src|image|url)\s*=\s*["']?([^"'\s>}]+)""")
_SOURCE = regex(r"""(?P<head>\b(?:src|href|poster)\s*=\s*)(?P<quote>["'])(?P<target>.*?)(?P=quote)""", re.I)
_CALL = regex(r"(\{\{[<%])(?!/\*)(.*?)([>%]\}\})", re.S)
_TAGS = {
    "shortcode": regex(r"\{\{[<%]\s*/?\s*(?P<name>[^\s/>%]+).*?[>%]\}\}", re.S),
    "liquid": regex(r"\{%-?\s*(?:end|include(?:_relative|_cached)?\s+)?(?P<name>[\w/-]+).*?%\}", re.S),
}
"""Calls that stand in raw HTML, by their family."""
_CELL = regex(r"\{+\s*\.?([\w+#-]+)[^{}]*\}+\Z")
"""The info string of a cell that Quarto runs, and of Pandoc's attributes."""
_ESCAPED = regex(r"(?<!\\)[{}<]")


@dataclass
class Leaves:
    """Collects the edits of one document for one platform, and the losses as (what, offset)."""

    document: Document
    flavour: Flavour
    places: Places
    lost: list[tuple[str, int]] = field(default_factory=list)
    unnamed: dict[str, str] = field(default_factory=dict)
    """Losses that name something that is not published, without its name."""

    def edits(self) -> Iterator[Edit]:
        """The edits of all nodes in no order; a whole block comes before what lies in it."""
        self._alts = {one.block.span: one.alt for one in diagrams(self.document)}
        nodes: list[Block | Inline] = [*self.document.all_blocks, *self.document.all_inlines]
        # Behind a callout of indented lines indented code would be the callout's.
        self._swallows = self.flavour.callouts == "indented" and bool(self.document.of_kind("callout"))
        self._amid = {
            one.span for block in self.document.blocks if len(block.inlines) > 1 for one in block.inlines
        }  # of top-level paragraphs: Kramdown displays only a formula that is a block of its own
        self._raw = [node.inner for node in nodes if node.name == "liquid" and self._called(node) == "raw"]
        for block in self.document.all_blocks:
            act = getattr(self, f"_{block.kind}", None)
            if act is not None:
                yield from act(block)
        for inline in self.document.all_inlines:
            act = getattr(self, f"_in_{inline.kind}", None)
            if act is not None:
                yield from act(inline)

    def _lose(self, what: str, node: Block | Inline, name: str = "") -> None:
        self.lost.append((what, node.span.start))
        if name:
            self.unnamed[what] = " ".join(what.replace(name, "").split())

    def _source(self, node: Block | Inline) -> str:
        return self.document.slice(node.span)

    # blocks

    def _code(self, block: Block) -> Iterator[Edit]:
        if drawn_as(block):
            yield Edit(block.span, self._drawn_data(block))
        elif kind_of(block):
            yield from self._diagram(block)
        elif block.name == "fenced":
            yield from self._fence(block)
        elif block.name == "indented" and (self.flavour.mdx or self._swallows):
            yield self._fenced(block, "")
        elif block.name in _TAGS and block.name not in self.flavour.constructs:
            yield self._fenced(block, read_info(block.info).language)

    def _fenced(self, block: Block, info: str) -> Edit:
        """Code between tags of another generator, or code that is known by its indentation, as a fence."""
        fence = "`" * max([3, *(len(run) + 1 for run in re.findall(r"`{3,}", block.text))])
        text = block.text if block.text.endswith("\n") or not block.text else f"{block.text}\n"
        line = self.document.text.rfind("\n", 0, block.span.start) + 1
        before = re.match(r"[>\s]*", self.document.text[line : block.span.start])
        kept = before[0] if before else ""
        cut = 4 if block.name == "indented" and kept.endswith("    ") else 0
        kept = kept[: len(kept) - cut]
        made = f"{fence}{info}\n{text}{fence}".replace("\n", f"\n{kept}")
        return Edit(Span(block.span.start - cut, block.span.end), made)

    def _drawn_data(self, block: Block) -> str:
        """A table or chart as a Markdown table of its numbers."""
        if drawn_as(block) == "chart":
            self._lose("chart shown as the table of its numbers", block)
        return self._indented(markdown_table(self.places.data(block)), block)

    def _diagram(self, block: Block) -> Iterator[Edit]:
        kind, form = kind_of(block), self.flavour.mermaid
        if kind == "mermaid" and form != "picture":
            info = "{mermaid}" if form == "cell" else "mermaid"
            if block.name in _TAGS:
                yield self._fenced(block, info)
            else:
                yield from self._info(block, info)
            return
        alt = self._alts.get(block.span, "") or f"{kind.capitalize()} diagram"
        shown = self.places.picture(kind, block.text, alt)
        if shown.address:
            yield Edit(block.span, f"![{_label(alt)}]({shown.address})")
        elif self.places.original:
            self._lose(f"{kind} diagram shown as a link to the post ({shown.why})", block)
            yield Edit(block.span, f"[{_label(alt)} (in the original post)]({self.places.original})")
        else:
            self._lose(f"{kind} diagram shown as its source ({shown.why})", block)
            if block.name in _TAGS:
                yield self._fenced(block, kind)

    def _fence(self, block: Block) -> Iterator[Edit]:
        parsed = parse_info(block.info)
        info = self._info_there(block)
        if parsed.options.get("source"):
            self._lose("where an excerpt of code was taken from", block)
        yield from self._info(block, info)
        if self.flavour.shortcodes and ("{{<" in block.text or "{{%" in block.text):
            yield from self._disarmed(block)
        if self._read_by_liquid(block):
            yield Edit(Span(block.span.start, block.span.start), self._indented("{% raw %}\n", block))
            yield Edit(Span(block.span.end, block.span.end), self._indented("\n{% endraw %}", block))

    def _info_there(self, block: Block) -> str:
        """The info string that the platform understands."""
        info = public_info(block.info)
        cell = _CELL.match(info)
        if self.flavour.info == "cells":
            return info
        info = cell[1] if cell else "" if "=" in info.partition(" ")[0] else info
        said = read_info(block.info)
        if self.flavour.info in ("words", "titled"):
            file = parse_info(block.info).options.get("file") if self.flavour.info == "titled" else ""
            return f'{info} title="{file}"'.strip() if file else info
        given = {"title": said.title, "hl_lines": " ".join(map(str, sorted(said.marked)))}
        options = " ".join(f'{key}="{_quoted(value)}"' for key, value in given.items() if value)
        language = info.split()[0] if info and not info.startswith("{") else said.language
        if not options or self.flavour.info == "bare" or not language:
            return language
        return f"{language} {{{options}}}" if self.flavour.info == "braces" else f"{language} {options}"

    def _read_by_liquid(self, code: Block | Inline) -> bool:
        """Whether Liquid would take code for its own: not where the author has said already that it must not."""
        own = self.flavour.liquid and ("{{" in code.text or "{%" in code.text)
        return own and not any(raw.start <= code.span.start and code.span.end <= raw.end for raw in self._raw)

    def _disarmed(self, block: Block) -> Iterator[Edit]:
        """Calls of shortcodes in code, marked as written to be shown. **Source:** gohugo.io/content-management/
        shortcodes (escaping)."""
        for call in _CALL.finditer(self.document.text, block.inner.start, block.inner.end):
            yield Edit(Span(*call.span()), f"{call[1]}/*{call[2]}*/{call[3]}")

    def _info(self, block: Block, info: str) -> Iterator[Edit]:
        if info != block.info and block.info:
            at = self.document.text.find(block.info, block.span.start, max(block.inner.start, block.span.start + 1))
            if at >= 0:
                yield Edit(Span(at, at + len(block.info)), info)

    def _table(self, block: Block) -> Iterator[Edit]:
        if not self.flavour.tables:
            self._lose("table shown as text in columns", block)
            rows = [[" ".join(cell.plain().split()) for cell in row.children] for row in block.children]
            yield Edit(block.span, self._indented(columns(rows), block))

    def _definition(self, block: Block) -> Iterator[Edit]:
        source, shown = self._source(block), self.places.link(block.text)
        at = source.find(block.text, source.find("]:"))
        if shown.address and shown.address != block.text and at >= 0:
            start = block.span.start + at
            yield Edit(Span(start, start + len(block.text)), shown.address)

    def _html(self, block: Block) -> Iterator[Edit]:
        if not self.flavour.html and not block.text.lstrip().startswith("<!--"):
            self._lose("raw HTML, which the site leaves out unless it is set to show it", block)
        yield from self._tags(block)

    def _comment(self, block: Block) -> Iterator[Edit]:
        if more_mark(block.text):
            yield Edit(block.span, self.flavour.more)

    def _opaque(self, block: Block) -> Iterator[Edit]:
        yield from self._construct(block, block.info, alone=True)

    def _inside(self, node: Block | Inline) -> bool:
        return bool(node.children) and node.inner != node.span

    def _understood(self, node: Block | Inline) -> bool:
        """Whether the platform knows the shortcode, tag or component that a construct calls."""
        name = self._called(node)
        return not name or self._knows(name) or (node.name == "jsx" and name[0].islower())

    def _called(self, node: Block | Inline) -> str:
        """The name of what a construct calls, "" for none."""
        call = read_call(node.text or self._source(node))
        return call.name.removeprefix("include ") if call else ""

    def _knows(self, name: str) -> bool:
        return self.flavour.calls is None or name in self.flavour.calls

    def _construct(self, node: Block | Inline, called: str, alone: bool) -> Iterator[Edit]:
        if node.name in ("tag", "literal") or (node.name in self.flavour.constructs and self._understood(node)):
            return
        if node.name in ("anchor", "block-id", "attributes"):
            yield Edit(node.span, "")
            return
        source = self._source(node)
        figure = _FIGURE.search(source) if called.lower() in ("figure", "img", "image") else None
        if figure:
            shown = self.places.image(figure[1])
            alt = re.search(r"""\b(?:alt|caption)\s*=\s*"([^"]*)\"""", source)
            yield Edit(node.span, f"![{_label(alt[1]) if alt else ''}]({shown.address or figure[1]})")
            return
        if self._inside(node):
            if node.name != "div" and self._called(node) != "raw":
                self._lose(f"{node.name} {called}, of which only what it holds is shown".replace("  ", " "), node)
            yield Edit(Span(node.span.start, node.inner.start), "")
            yield Edit(Span(node.inner.end, node.span.end), "")
            return
        self._lose(f"{node.name} {called}".strip(), node)
        named = f"[{_label(called or node.name)} (in the original post)]({self.places.original})"
        yield Edit(node.span, named if alone and self.places.original else "")

    # inlines

    def _in_opaque(self, inline: Inline) -> Iterator[Edit]:
        yield from self._construct(inline, inline.target, alone=False)

    def _in_comment(self, inline: Inline) -> Iterator[Edit]:
        if more_mark(inline.text):
            yield Edit(inline.span, self.flavour.more)

    def _in_code(self, inline: Inline) -> Iterator[Edit]:
        if self._read_by_liquid(inline):
            yield Edit(inline.span, f"{{% raw %}}{self._source(inline)}{{% endraw %}}")

    def _in_text(self, inline: Inline) -> Iterator[Edit]:
        if not self.flavour.mdx:
            return
        for found in _ESCAPED.finditer(self.document.text, inline.span.start, inline.span.end):
            yield Edit(Span(*found.span()), "&lt;" if found[0] == "<" else f"\\{found[0]}")

    def _in_html(self, inline: Inline) -> Iterator[Edit]:
        if not self.flavour.html:
            self._lose("raw HTML, which the site leaves out unless it is set to show it", inline)
        yield from self._tags(inline)

    def _tags(self, node: Block | Inline) -> Iterator[Edit]:
        """Addresses in HTML as the copy carries them, and empty elements closed for MDX."""
        source, start = self._source(node), node.span.start
        new = _SOURCE.sub(lambda found: self._attribute(found), self._without_calls(node, without_comments(source)))
        if self.flavour.mdx:
            new = jsx_of(new)
        if new != source:
            yield Edit(Span(start, node.span.end), new)

    def _without_calls(self, node: Block | Inline, html: str) -> str:
        """HTML without the calls in it that the platform does not know; some builds end over one."""
        for family, tags in _TAGS.items():
            for tag in [*tags.finditer(html)]:
                if family not in self.flavour.constructs or not self._knows(tag["name"]):
                    self._lose(f"{family} {tag['name']} in HTML", node)
                    html = html.replace(tag[0], "", 1)
        return html

    def _attribute(self, found: re.Match[str]) -> str:
        ask = self.places.link if found["head"].lower().startswith("href") else self.places.image
        return f"{found['head']}{found['quote']}{ask(found['target']).address or found['target']}{found['quote']}"

    def _in_highlight(self, inline: Inline) -> Iterator[Edit]:
        before, after = self.flavour.highlight
        yield Edit(Span(inline.span.start, inline.inner.start), before)
        yield Edit(Span(inline.inner.end, inline.span.end), after)

    def _in_math(self, inline: Inline) -> Iterator[Edit]:
        display, source = inline.name == "display", self._source(inline)
        pair = self.flavour.display if display else self.flavour.math
        tex = inline.text.strip()
        if pair is None:
            yield from self._formula(inline, tex, display)
        elif display and self.flavour.math == ("$$", "$$") and inline.span in self._amid:
            yield Edit(inline.span, f"\n\n$$\n{tex}\n$$\n\n")
        elif not (source.startswith("$") and pair[0].startswith("$")) or pair[0] == "$$":
            yield Edit(inline.span, self._indented(f"{pair[0]}{tex}{pair[1]}", inline))

    def _math(self, block: Block) -> Iterator[Edit]:
        if self.flavour.display is None:
            yield from self._formula(block, block.text.strip(), True)
        elif not self.flavour.display[0].startswith("$"):
            before, after = self.flavour.display
            yield Edit(block.span, self._indented(f"{before}{block.text.strip()}{after}", block))

    def _formula(self, node: Block | Inline, tex: str, display: bool) -> Iterator[Edit]:
        shown = self.places.picture("math" if display else "inlinemath", tex, tex)
        if shown.address:
            self._lose("formula shown as a picture, its TeX as alternative text", node)
            yield Edit(node.span, f"![{_literal(tex)}]({shown.address})")
        else:
            self._lose(f"formula shown as its TeX ({shown.why})", node)
            yield Edit(
                node.span, f"`{tex}`" if "\n" not in tex and "`" not in tex else f"`` {' '.join(tex.split())} ``"
            )

    def _in_wikilink(self, inline: Inline) -> Iterator[Edit]:
        label = self._words(inline)
        shown = self.places.wikilink(inline.target)
        if not shown.address:
            self._lose(f"link to {inline.target} ({shown.why})", inline, f"to {inline.target}")
        yield Edit(inline.span, f"[{label}]({shown.address})" if shown.address else label)

    def _words(self, inline: Inline) -> str:
        written = self._source(inline)
        named = written[written.find("[[") + 2 : -2].partition("|")[2].strip()
        return named or _label(inline.target.partition("#")[0] or inline.target)

    def _in_embed(self, inline: Inline) -> Iterator[Edit]:
        label, target = self._words(inline), inline.target
        if "." not in target.rpartition("/")[2]:
            self._lose(f"note {target} shown in place, now a link", inline, target)
            yield from self._in_wikilink(inline)
            return
        label = _label(target.rpartition("/")[2].partition(".")[0]) if re.fullmatch(r"\d+(x\d+)?", label) else label
        yield Edit(inline.span, self._shown(inline, target, label))

    def _in_image(self, inline: Inline) -> Iterator[Edit]:
        label = self.document.slice(inline.inner)
        if inline.target.lower().endswith(VIDEOS):
            yield Edit(inline.span, self._shown(inline, inline.target, label))
            return
        yield from self._destination(inline, self._image(inline, inline.target).address or without_site(inline.target))

    def _shown(self, inline: Inline, target: str, label: str) -> str:
        shown = self._image(inline, target)
        address = shown.address or target
        if target.lower().endswith(VIDEOS):
            return f"[Video: {label or target}]({address})"
        return f"![{label}]({address})"

    def _image(self, inline: Inline, target: str) -> Shown:
        shown = self.places.image(target)
        if not shown.address:
            what = "drawing" if kind_of_file(target) else "picture"
            self._lose(f"{what} {target} ({shown.why})", inline)
        return shown

    def _in_link(self, inline: Inline) -> Iterator[Edit]:
        if inline.name == "autolink" and self.flavour.mdx:
            yield Edit(inline.span, f"[{inline.target}]({inline.target})")
            return
        if inline.name != "inline":
            return
        shown = self.places.link(inline.target)
        if not shown.address and inline.target:
            self._lose(f"link to {inline.target} ({shown.why})", inline, f"to {inline.target}")
            yield Edit(Span(inline.span.start, inline.inner.start), "")
            yield Edit(Span(inline.inner.end, inline.span.end), "")
        elif shown.address != inline.target:
            yield from self._destination(inline, shown.address)

    def _destination(self, inline: Inline, address: str) -> Iterator[Edit]:
        """The destination of an inline link or picture; a title stays."""
        if inline.name != "inline" or address == inline.target:
            return
        title = f' "{inline.title.replace(chr(34), "&quot;")}"' if inline.title else ""
        yield Edit(Span(inline.inner.end, inline.span.end), f"]({_destination(address)}{title})")

    def _indented(self, text: str, node: Block | Inline) -> str:
        """A text of several lines with what begins the line of a node before each further one."""
        start = self.document.text.rfind("\n", 0, node.span.start) + 1
        found = re.match(r"[>\s]*", self.document.text[start : node.span.start])
        return text.replace("\n", f"\n{found[0] if found else ''}")


def _quoted(text: str) -> str:
    return text.replace('"', "'")


def _label(text: str) -> str:
    """Words as the label of a link or picture."""
    return re.sub(r"([\\\[\]])", r"\\\1", " ".join(text.split()))


def _literal(tex: str) -> str:
    """TeX as the label of a picture: none of its signs means anything to Markdown."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", " ".join(tex.split()))


def _destination(address: str) -> str:
    return f"<{address}>" if re.search(r"[\s()]", address) else address
