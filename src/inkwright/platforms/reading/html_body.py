"""A post in HTML -> clean Markdown: pictures with captions, code, tables, footnotes, math, embeds as links."""

import re
from collections.abc import Callable
from typing import Any

from msgspec import Struct

from inkwright.model.imports import Attached, Item
from inkwright.model.regex import regex
from inkwright.model.source import Source
from inkwright.platforms.reading.embeds import embeds
from inkwright.platforms.reading.figures import figures
from inkwright.platforms.reading.footnotes import footnotes
from inkwright.platforms.reading.page import Page, words_of
from inkwright.platforms.reading.tidy import tidied
from inkwright.text.html_mend import ESCAPE, mend
from inkwright.text.markdown import parse

_RAISED = ("sup", "sub", "mark", "kbd")
_STARTS = regex(r"\s*(?:#{1,6}(?=\s)|[-+](?=\s)|\d{1,9}(?=[.)]\s)|>|~~~|```|\|)")
_LANGUAGE = regex(r"(?:^|\s)(?:language|lang|highlight-source|brush:?)[-\s]\s*([\w+#.-]+)|(?:^|\s)highlight-(\w+)")


class Body(Struct, frozen=True):
    """What a page became: Markdown with tokens for the files that it names, these files, and the account."""

    text: str
    attached: tuple[Attached, ...] = ()
    items: tuple[Item, ...] = ()


def body_of(
    html: str, near: str = "", prepare: Callable[[Page], None] | None = None, title: str = "", first: int = 0
) -> Body:
    """Convert a post. `prepare` does first what only this platform needs; `near` is the file that it stands in; `first`
    the number of its first attached file.

    A first heading that only repeats `title` is left out. Raises UsageError without the extra `import`.
    """
    page = Page(html, near, first)
    if prepare:
        prepare(page)
    _without_title(page, title)
    _fallbacks(page)
    footnotes(page)
    _equations(page)
    figures(page)
    embeds(page)
    codes, tables = _codes(page), _tables(page)
    _inline(page)
    _blocks(page)
    _headings(page)
    return _account(page, _written(page), codes, tables)


def _without_title(page: Page, title: str) -> None:
    first = next((one for one in page.root.iter("h1", "h2", "h3", "p") if words_of(one)), None)
    if title and first is not None and first.tag != "p" and words_of(first).casefold() == title.casefold():
        page.drop(first)


def _fallbacks(page: Page) -> None:
    """What is shown without scripts: dropped beside the same picture, else taken for the picture itself. The other
    forms of a picture go; its parser takes the picture for a part of them."""
    for one in page.root.xpath(".//picture//source"):
        one.drop_tag()
    for one in list(page.root.iter("noscript")):
        around = one.getparent()
        if around is None or not one.xpath(".//img"):
            continue
        if any(image not in list(one.iter("img")) for image in around.iter("img")):
            page.drop(one)
        else:
            one.tag = "div"


def _equations(page: Page) -> None:
    """Formulas that carry their TeX, as `$...$` or `$$...$$`."""
    for note in page.root.xpath(".//annotation[@encoding='application/x-tex']"):
        frame, display = note, False
        for one in note.iterancestors():
            if one.tag == "body":
                break
            named = one.get("class", "")
            if one.tag == "math" or "katex" in named or "equation" in named or "MathJax" in named:
                frame = one
                display = display or "display" in named or one.get("display") == "block" or one.tag == "figure"
        if frame.getparent() is not None and frame is not note:
            tex = (note.text or "").strip()
            page.note("formula", "kept", tex)
            page.stand_in(frame, f"$$\n{tex}\n$$" if display else f"${tex}$", block=display)


def _codes(page: Page) -> int:
    """Tell each block of code its language in the way that mending knows; how many there are."""
    found = [one for one in page.root.iter("pre") if words_of(one)]
    for pre in found:
        near = [pre, *pre.iter("code"), *(one for _, one in zip(range(3), pre.iterancestors(), strict=False))]
        said = next((name for name in map(_language, near) if name), "")
        if said and said.lower() not in ("auto", "undefined", "null", "no-highlight", "nohighlight"):
            pre.set("data-lang", said.lower())
    return len(found)


def _language(one: Any) -> str:
    for key in ("data-lang", "data-language", "data-code-block-lang", "lang"):
        if one.get(key) and one.tag in ("pre", "code", "div", "figure"):
            return str(one.get(key))
    found = _LANGUAGE.search(one.get("class", "")) if one.tag in ("pre", "code", "div", "figure") else None
    return (found[1] or found[2]) if found else ""


def _tables(page: Page) -> int:
    """How many tables there are, those that only lay out and those inside others not counted."""
    tables = [one for one in page.root.iter("table") if words_of(one)]
    for table in tables:
        if table.xpath(".//*[@colspan > 1 or @rowspan > 1]"):
            page.note("merged cells", "changed", words_of(table)[:60], "each stands once, beside empty cells")
    return sum(1 for one in tables if not one.xpath("ancestor::table"))


def _inline(page: Page) -> None:
    """Raised, lowered, marked words and keys as HTML, which Markdown allows; underlines have no place."""
    for one in [one for one in page.root.iter(*_RAISED) if one.getparent() is not None]:
        words = words_of(one)
        if any(parent.tag in ("pre", "code") for parent in one.iterancestors()) or not words:
            continue
        if len(one) == 0 and len(words) < 200:
            page.stand_in(one, f"<{one.tag}>{words.replace('&', '&amp;').replace('<', '&lt;')}</{one.tag}>")
    under = [one for one in page.root.iter("u", "ins") if words_of(one) and one.getparent() is not None]
    for one in under:
        page.note("underline", "changed", words_of(one)[:60], "the words stand without it")
        one.drop_tag()


def _blocks(page: Page) -> None:
    """Rules, folded parts, and lines that would read as structure."""
    for rule in list(page.root.iter("hr")):
        page.stand_in(rule, "---", block=True)
    for fold in list(page.root.iter("details")):
        head = next(iter(fold.iter("summary")), None)
        page.note("fold", "changed", words_of(head) if head is not None else "", "it stands open")
        fold.tag = "div"
        if head is not None:
            head.tag = "p"
            strong = head.makeelement("strong")
            strong.text, head.text = head.text, None
            strong.extend(list(head))
            head.append(strong)
    for block in page.root.iter("p", "li", "div", "td"):
        found = _STARTS.match(block.text or "")
        if found and not any(one.tag in ("pre", "code") for one in block.iterancestors()) and block.text:
            at = found.end() if found[0].strip().isdecimal() else found.end() - len(found[0].lstrip())
            block.text = block.text[:at] + ESCAPE + block.text[at:]
    for aside in list(page.root.iter("aside")):
        aside.tag = "blockquote"
    for quote in list(page.root.iter("blockquote")):
        gap = quote.makeelement("p")
        gap.text = page.pieces.token("")
        quote.addprevious(gap)
    for end in [one for one in page.root.iter("br") if not (one.tail or "").strip() and one.getnext() is None]:
        _last_break(end)


def _last_break(end: Any) -> None:
    """A line break that ends marked words comes after them, so that the marks close where the words end."""
    around = end.getparent()
    if around is not None and around.tag in ("strong", "em", "b", "i", "del", "s") and around.getparent() is not None:
        around.remove(end)
        end.tail = around.tail
        around.tail = None
        around.addnext(end)


def _headings(page: Page) -> None:
    """Headings begin at level 2, as the title is level 1."""
    found = [one for one in page.root.iter("h1", "h2", "h3", "h4", "h5", "h6") if words_of(one)]
    if not found:
        return
    by = 2 - min(int(one.tag[1]) for one in found)
    if by:
        for one in found:
            one.tag = f"h{min(int(one.tag[1]) + by, 6)}"
        page.note("heading levels", "changed", f"{len(found)} headings", f"moved by {by:+d}, so that the first is ##")
    for one in found:
        if len(one) == 1 and one[0].tag in ("strong", "b") and not (one.text or "").strip() and not one[0].tail:
            one[0].drop_tag()


def _written(page: Page) -> str:
    """The page and its notes as Markdown."""
    notes = [(one.get("data-inkwright-note"), one) for one in page.root.xpath(".//*[@data-inkwright-note]")]
    for _, holder in notes:
        around = holder.getparent()
        page.drop(holder)
        while around is not None and around is not page.root and not words_of(around) and not around.xpath(".//img"):
            parent = around.getparent()
            page.drop(around)
            around = parent
    _bare(page.root)
    text = _converted(page, page.root)
    written = sorted(((int(label), _note(page, label, holder)) for label, holder in notes), key=lambda one: one[0])
    return tidied(page.pieces.fill("\n\n".join((text, *(note for _, note in written)))))


def _note(page: Page, label: str, holder: Any) -> str:
    holder.tag = "div"
    _bare(holder)
    words = _converted(page, holder).strip()
    return f"[^{label}]: " + re.sub(r"\n(?=[^\n])", "\n    ", words)


def _bare(root: Any) -> None:
    """Take names off elements that hold no code: some names make mending drop what they are on."""
    pres = list(root.iter("pre"))
    coded = {near for pre in pres for near in (*pre.iterancestors(), *pre.iter())}
    for one in root.iter():
        if isinstance(one.tag, str) and one.tag != "code" and one not in coded:
            for key in ("class", "id", "role", "style", "hidden", "data-inkwright-note"):
                one.attrib.pop(key, None)


def _converted(page: Page, element: Any) -> str:
    mend(element, "")
    return page.tools.convert(page.tools.html(element)).strip("\n").replace(ESCAPE, "\\")


def _account(page: Page, text: str, codes: int, tables: int) -> Body:
    """What the finished text shows: files whose token is gone, blocks of code and tables that are not there."""
    document = parse(Source("post.md", text))
    fences = len([one for one in document.of_kind("code") if one.name != "indented"])
    shown = len(document.of_kind("table"))
    attached = []
    for one in page.attached:
        if one.token in text:
            attached.append(one)
        else:
            page.note(one.kind, "lost", one.address, "the place where it stood could not be kept")
    for kind, had, has, why in (
        ("code block", codes, fences, "its text stands without a fence"),
        ("table", tables, shown, "its cells stand one below the other"),
    ):
        page.items += [Item(kind, "kept", f"{kind} {at + 1}") for at in range(min(had, has))]
        page.items += [Item(kind, "changed", f"{kind} {at + 1}", why) for at in range(min(had, has), had)]
    return Body(text, tuple(attached), tuple(page.items))
