"""Footnotes in HTML, however a platform writes them: a mark and a note that link to each other.

What is found: pairs of links that lead to each other (Substack, WordPress, Ghost, kramdown, Pandoc, Markdown-it and
others), and marks of footnotes whose note is missing.
"""

import re
from typing import Any
from urllib.parse import unquote

from inkwright.model.regex import regex
from inkwright.platforms.reading.page import Page, words_of

_NAMED = regex(r"(?:^|[\s_-])(?:foot|end)?(?:note|fn)(?:ref|s)?(?:[\s_:-]|\d|$)|footnote|fnref", re.I)
_HOLDERS = ("li", "dd", "aside", "div", "p", "section", "td")
_ARROWS = regex(r"[\s\u21a9\u2191\u2934\ufe0e\ufe0f^]*")


def footnotes(page: Page) -> None:
    """Put `[^1]` for each mark, and mark each note with its label in `data-inkwright-note`, still in its place."""
    ids = {one.get("id") or one.get("name"): one for one in page.root.iter() if isinstance(one.tag, str)
           and (one.get("id") or (one.tag == "a" and one.get("name")))}  # fmt: skip
    order = {one: at for at, one in enumerate(page.root.iter())}
    holders: dict[Any, str] = {}
    for mark in list(page.root.iter("a")):
        if mark.getparent() is None or not _in_page(mark):
            continue
        href = unquote((mark.get("href") or "").strip())
        name = href[1:] if href.startswith("#") else ""
        target = ids.get(name) if name else None
        if target is None:
            if name and _is_mark(mark) and not _inside(mark, holders):
                _missing(page, mark)
            continue
        holder = _holder(target, page.root)
        if holder is None or _holds(holder, mark) or order.get(holder, 0) < order.get(mark, 0):
            continue
        back = [one for one in holder.iter("a") if _leads_to(one, mark, ids)]
        if not back and not (_is_mark(mark) and _is_mark(target)):
            continue
        if holder not in holders:
            holders[holder] = str(len(holders) + 1)
        _put(page, mark, holders[holder])
    for holder, label in holders.items():
        _strip(page, holder)
        holder.set("data-inkwright-note", label)
        page.note("footnote", "kept", f"[^{label}] {words_of(holder)[:80]}")


def _in_page(element: Any) -> bool:
    return any(one.tag == "body" for one in element.iterancestors())


def _inside(element: Any, holders: dict[Any, str]) -> bool:
    return any(one in holders for one in element.iterancestors())


def _is_mark(element: Any) -> bool:
    """Whether the element or one close around it is named as part of a footnote."""
    near = [element, *(one for _, one in zip(range(2), element.iterancestors(), strict=False) if one.tag != "body")]
    said = " ".join(f"{one.get('class', '')} {one.get('id', '')} {one.get('data-component-name', '')}" for one in near)
    return bool(_NAMED.search(said))


def _holder(target: Any, root: Any) -> Any:
    """The element that holds a whole note, given what its mark leads to; None when there is none."""
    around = [target, *target.iterancestors()]
    for one in around:
        if one is root:
            return None
        if one.tag == "div" and "footnote-content" in one.get("class", ""):
            continue
        if one.tag in _HOLDERS:
            return one
    return None


def _holds(holder: Any, element: Any) -> bool:
    return any(one is holder for one in element.iterancestors())


def _leads_to(link: Any, mark: Any, ids: dict[Any, Any]) -> bool:
    """Whether a link leads to a mark, or to what is closely around or in it."""
    href = unquote((link.get("href") or "").strip())
    target = ids.get(href[1:]) if href.startswith("#") and len(href) > 1 else None
    if target is None:
        return False
    near = [mark, *(one for _, one in zip(range(3), mark.iterancestors(), strict=False)), *mark.iter()]
    return any(one is target for one in near)


def _put(page: Page, mark: Any, label: str) -> None:
    """`[^label]` in the place of a mark, and of the raised frame that holds nothing else."""
    around = mark.getparent()
    frame = around if around is not None and around.tag in ("sup", "span") and _only(around, mark) else mark
    page.stand_in(frame, f"[^{label}]")


def _only(frame: Any, inner: Any) -> bool:
    bare = words_of(frame).strip("[]() ")
    return bare == words_of(inner).strip("[]() ") and len(frame) == 1


def _strip(page: Page, holder: Any) -> None:
    """Take the number in front of a note and the arrow back out of it."""
    for link in list(holder.iter("a")):
        href = link.get("href") or ""
        words = words_of(link).strip("[]().: ")
        if href.startswith("#") and (words.isdecimal() or _ARROWS.fullmatch(link.text_content()) or _is_back(link)):
            around = link.getparent()
            alone = (
                around is not None and around is not holder and around.tag in ("sup", "span") and _only(around, link)
            )
            page.drop(around if alone else link)


def _is_back(link: Any) -> bool:
    return bool(re.search(r"back|return|reverse", f"{link.get('class', '')} {link.get('rel', '')}", re.I))


def _missing(page: Page, mark: Any) -> None:
    words = words_of(mark)
    page.note("footnote", "lost", f"the note that {words or 'a mark'} leads to", "the source has no text for it")
    page.stand_in(mark, f"\\[{words}\\]" if words.isdecimal() else words)
