"""The HTML of an article, put so that a converter to Markdown loses nothing and makes nothing that runs.

Works on the elements of lxml, which the caller has parsed.
"""

import re
from typing import Any
from urllib.parse import urljoin, urlsplit

from inkwright.model.regex import regex

_DROPPED = ("script", "style", "template", "noscript", "nav", "aside", "form", "button", "dialog", "object", "svg")
_NOISE = regex(
    r"(?:^|[\s_-])(?:nav|navbar|menu|sidebar|breadcrumbs?|cookie|share|social|related|newsletter|subscribe|comments?|"
    r"advert|promo|banner|toc|table-of-contents|skip-link|sr-only|copy-?button|clipboard)(?:$|[\s_-])", re.I
)  # fmt: skip
_LANGUAGE = regex(r"(?:^|\s)(?:language|lang|highlight-source|highlight|brush:?|sourceCode)[-\s]\s*([\w+#.-]+)")
_NO_LANGUAGE = frozenset(
    {"none", "text", "plaintext", "plain", "default", "nohighlight", "highlight", "source", "block"}
)
_GUTTER = regex(r"(?:^|[\s_-])(?:gutter|lineno?s?|line-?numbers?|lnt|rouge-gutter|blob-num)(?:$|[\s_-])", re.I)
_LAZY = ("data-src", "data-original", "data-lazy-src", "data-actualsrc")
ESCAPE = "\ue01a"
"""Stands for a backslash until the converter, which would double one, is done."""
_MARKUP = regex(r"<(?=[a-zA-Z/!?])")
_LINKED = regex(r"\]([(:])")


def mend(main: Any, base: str) -> None:
    """Drop what is no content, put code, tables and pictures so that the converter keeps them. `base` makes addresses
    whole, "" leaves them. In place; what is converted from it holds `ESCAPE` for each backslash that is ours."""
    for one in list(main.iter(*_DROPPED)):
        if one.tag == "noscript" and one.xpath(".//img"):
            one.tag = "div"
        elif one is not main:
            one.drop_tree()
    for one in list(main.xpath(".//*[@class or @id or @role]")):
        named = f"{one.get('class', '')} {one.get('id', '')} {one.get('role', '')}"
        noisy = _NOISE.search(named) and not one.xpath(".//pre | .//table | .//article") and one.tag != "pre"
        if noisy and one is not main and one.getparent() is not None and not _inside_code(one):
            one.drop_tree()
    for table in list(main.iter("table")):
        _flatten(table)
    for pre in list(main.iter("pre")):
        _code(pre)
    for image in list(main.iter("img")):
        _picture(image)
    _links(main, base)
    _shield(main)


def _inside_code(one: Any) -> bool:
    return any(parent.tag in ("pre", "code") for parent in one.iterancestors())


def _flatten(table: Any) -> None:
    """A table that holds code, or one column of blocks, is layout: its cells stand one below the other."""
    rows = table.xpath("./tr | ./*/tr")
    columns = max((len(row.xpath("./td | ./th")) for row in rows), default=0)
    holds_code = bool(table.xpath(".//pre"))
    blocks = table.xpath(".//td/p | .//td/div | .//td/ul | .//td/ol | .//td/h2 | .//td/table")
    if table.getparent() is None or not (holds_code or (columns == 1 and blocks and not table.xpath(".//th"))):
        return
    for cell in table.xpath(".//td | .//th"):
        bare = cell.text_content().split()
        gutter = _GUTTER.search(cell.get("class", "")) or (holds_code and bare and all(one.isdecimal() for one in bare))
        if gutter and len(cell.getparent()) > 1:
            cell.drop_tree()
        else:
            cell.tag = "div"
    for part in table.xpath(".//tr | .//thead | .//tbody | .//tfoot | .//colgroup"):
        part.tag = "div"
    table.tag = "div"


def _code(pre: Any) -> None:
    """A block of code as one `pre` with one `code`: line numbers gone, line breaks kept, the language where said."""
    for one in list(pre.iter()):
        if one is not pre and one.get("class") and _GUTTER.search(one.get("class")) and not one.xpath(".//pre"):
            digits = one.text_content().split()
            if all(word.isdecimal() for word in digits):
                one.drop_tree()
    for line in pre.iter("br"):
        line.tail = "\n" + (line.tail or "")
    text = pre.text_content()
    around = [one for _, one in zip(range(3), pre.iterancestors(), strict=False)]
    named = [pre, *pre.iter("code"), *around]
    language = next(filter(None, (_language(one) for one in named)), "")
    for child in list(pre):
        pre.remove(child)
    pre.text = None
    pre.attrib.clear()
    code = pre.makeelement("code")
    code.text = text.strip("\n")
    if language:
        code.set("class", f"language-{language}")
    pre.append(code)


def _language(one: Any) -> str:
    found = _LANGUAGE.search(one.get("class", "")) if one.tag in ("pre", "code", "div", "figure", "td") else None
    name = one.get("data-lang") or one.get("data-language") or (found[1] if found else "")
    name = name.lower().strip()
    return "" if name in _NO_LANGUAGE or not re.fullmatch(r"[\w+#.-]{1,30}", name) else name


def _picture(image: Any) -> None:
    """The real address of a picture that a script would load later."""
    source = image.get("src", "")
    if not source or source.startswith("data:"):
        later = next(filter(None, map(image.get, _LAZY)), "") or (image.get("srcset") or image.get("data-srcset") or "")
        source = later.split(",")[0].split()[0] if later.split() else source
        image.set("src", source)
    if not source:
        image.drop_tree()


def _links(main: Any, base: str) -> None:
    """Whole addresses; frames and media as links; addresses that would run something are dropped."""
    for one in list(main.iter("iframe", "embed", "video", "audio")):
        source = one.get("src") or next(iter(one.xpath("./source/@src")), "")
        link = one.makeelement("a")
        link.text = source
        link.set("href", source)
        link.tail = one.tail
        one.getparent().replace(one, link) if one.getparent() is not None else None
    for one in main.iter("a", "img"):
        key = "href" if one.tag == "a" else "src"
        written = (one.get(key) or "").strip()
        try:
            whole = urljoin(base, written) if base else written
            scheme = urlsplit(whole).scheme.lower()
        except ValueError:
            whole, scheme = "", "broken"
        if scheme not in ("", "http", "https", "mailto", "data") or (scheme == "data" and key == "href"):
            one.attrib.pop(key, None)
        elif written:
            one.set(key, whole)


def _shield(main: Any) -> None:
    """Words that would read as HTML or as a link once they are Markdown are made to read as what they are."""
    inside = {inner for code in main.iter("pre", "code") for inner in code.iter()}
    for one in main.iter():
        if one.text and one not in inside:
            one.text = _literal(one.text)
        if one.tail and one is not main and one.getparent() not in inside:
            one.tail = _literal(one.tail)
        for key in ("alt", "title"):
            if one.get(key):
                one.set(key, " ".join(re.sub(r"[\[\]<>`\\]", " ", one.get(key)).split()))


def _literal(text: str) -> str:
    return _MARKUP.sub(rf"{ESCAPE}\g<0>", _LINKED.sub(rf"]{ESCAPE}\1", text))
