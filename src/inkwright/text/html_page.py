"""A page of the web (HTML) -> Markdown that keeps its code, tables and pictures. Needs the extra `import`.

What is found here: the part of a page that is the article, what the page says of itself, and the mending of HTML that
the converter would lose. Nothing is fetched.
"""

import json
import re
from typing import Any
from urllib.parse import urljoin, urlsplit

from inkwright.model.clip import Page
from inkwright.model.errors import UsageError

LONGEST = 5_000_000
"""Characters of a page that are read."""
_DROPPED = ("script", "style", "template", "noscript", "nav", "aside", "form", "button", "dialog", "object", "svg")
_NOISE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|sidebar|breadcrumbs?|cookie|share|social|related|newsletter|subscribe|comments?|"
    r"advert|promo|banner|toc|table-of-contents|skip-link|sr-only|copy-?button|clipboard)(?:$|[\s_-])", re.I
)  # fmt: skip
_LANGUAGE = re.compile(r"(?:^|\s)(?:language|lang|highlight-source|highlight|brush:?|sourceCode)[-\s]\s*([\w+#.-]+)")
_NO_LANGUAGE = frozenset(
    {"none", "text", "plaintext", "plain", "default", "nohighlight", "highlight", "source", "block"}
)
_GUTTER = re.compile(r"(?:^|[\s_-])(?:gutter|lineno?s?|line-?numbers?|lnt|rouge-gutter|blob-num)(?:$|[\s_-])", re.I)
_LAZY = ("data-src", "data-original", "data-lazy-src", "data-actualsrc")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_TYPES = ("Article", "BlogPosting", "NewsArticle", "TechArticle", "ScholarlyArticle", "Report", "WebPage")


def read_page(html: str, url: str = "") -> Page:
    """A page as Markdown with what it says of itself; `url` makes its links whole. A page without words has text "".

    Raises UsageError where the extra is not installed.
    """
    tools = _tools()
    try:
        root = tools.document(html[:LONGEST])
    except (tools.error, ValueError):
        return Page("")
    data = list(_linked_data(root))
    title, author, date = _said(root, data)
    base = urljoin(url, next(iter(root.xpath("//base/@href")), ""))
    licence = next(iter(root.xpath("//a[@rel='license']/@href | //link[@rel='license']/@href")), "")
    paid = any(str(one.get("isAccessibleForFree", "")).lower() == "false" for one in data)
    main = _main(root)
    _mend(main, base, tools)
    text = tools.convert(tools.html(main)).strip("\n")
    return Page(_without_title(text, title), title, author, date, urljoin(base, licence) if licence else "", paid)


class _Tools:
    """The third-party parts, loaded when a page is read."""

    def __init__(self) -> None:
        import html_to_markdown
        import lxml.etree
        import lxml.html

        self._lxml: Any = lxml.html
        self._convert: Any = html_to_markdown
        self.error: Any = lxml.etree.LxmlError

    def document(self, html: str) -> Any:
        parser = self._lxml.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
        text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]|[\ud800-\udfff]", "", html)
        return self._lxml.document_fromstring(text.encode("utf-8"), parser=parser)

    def element(self, name: str, text: str = "") -> Any:
        made = self._lxml.Element(name)
        made.text = text
        return made

    def html(self, element: Any) -> str:
        return str(self._lxml.tostring(element, encoding="unicode", with_tail=False))

    def convert(self, html: str) -> str:
        options = self._convert.ConversionOptions(
            extract_metadata=False, escape_asterisks=True, escape_underscores=True, compact_tables=True,
            br_in_tables=True, highlight_style="none", include_blockquote_citations=False, expand_abbreviations=False,
            newline_style="backslash", max_depth=400,
        )  # fmt: skip
        return str(self._convert.convert(html, options).content or "")


def _tools() -> _Tools:
    try:
        return _Tools()
    except ImportError as error:
        raise UsageError(
            "reading web pages needs an extra", hint='Install it: pip install "inkwright[import]".'
        ) from error


def _linked_data(root: Any) -> Any:
    """What a page says of itself in JSON-LD, one mapping at a time."""
    for script in root.xpath("//script[@type='application/ld+json']"):
        try:
            waiting = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue
        for _ in range(200):
            if not waiting:
                break
            one = waiting.pop(0)
            if isinstance(one, list):
                waiting += one[:50]
            elif isinstance(one, dict):
                yield one
                waiting += [one["@graph"]] if "@graph" in one else []


def _said(root: Any, data: list[dict[str, Any]]) -> tuple[str, str, str]:
    """Title, author and ISO date that a page gives itself, "" where it is silent."""
    articles = [one for one in data if any(kind in str(one.get("@type", "")) for kind in _TYPES)]
    title = _meta(root, "og:title", "citation_title") or _first(root, "//article//h1 | //h1") or _first(root, "//title")
    author = _meta(root, "citation_author", "author", "article:author", "twitter:creator")
    if not author or author.startswith("http"):
        author = next(filter(None, (_name(one.get("author")) for one in articles)), "") or _first(
            root, "//*[@rel='author' or @itemprop='author']"
        )
    dates = [_meta(root, "article:published_time", "citation_publication_date", "date", "dc.date"),
             *(str(one.get("datePublished", "")) for one in articles),
             *map(str, root.xpath("//article//time/@datetime | //main//time/@datetime"))]  # fmt: skip
    date = next((found[0] for found in map(_DATE.search, (one.replace("/", "-") for one in dates)) if found), "")
    return title, author, date


def _meta(root: Any, *names: str) -> str:
    """The content of the first of some `meta` elements, case folded, that says anything."""
    known: dict[str, str] = {}
    for one in root.xpath("//meta[@content]"):
        name = (one.get("property") or one.get("name") or "").lower()
        known.setdefault(name, _line(one.get("content")))
    return next((known[name] for name in names if known.get(name)), "")


def _first(root: Any, path: str) -> str:
    return next((text for text in (_line(one.text_content()) for one in root.xpath(path)[:5]) if text), "")


def _name(value: Any) -> str:
    """The names in a JSON-LD `author`."""
    found = value if isinstance(value, list) else [value]
    names = [one.get("name", "") if isinstance(one, dict) else one for one in found[:5]]
    return ", ".join(_line(name) for name in names if isinstance(name, str) and name)


def _line(text: str | None) -> str:
    return " ".join((text or "").split())


def _main(root: Any) -> Any:
    """The part that is the article: the `article` or `main` with most text, else what readability finds, else all."""
    body = next(iter(root.xpath("//body")), root)
    whole = len(_line(body.text_content())) or 1
    found = root.xpath("//*[@itemprop='articleBody'] | //article | //main | //*[@role='main']")
    sized = sorted(
        ((len(_line(one.text_content())), -at, one) for at, one in enumerate(found)), key=lambda one: one[:2]
    )
    if sized and sized[-1][0] >= min(200, whole // 4):
        best = sized[-1][2]
        inner = [one for size, _, one in sized if size >= 0.7 * sized[-1][0] and best in one.iterancestors()]
        return inner[0] if inner else best
    return body


def _mend(main: Any, base: str, tools: _Tools) -> None:
    """Drop what is no content, put code, tables and pictures so that the converter keeps them."""
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
        _code(pre, tools)
    for image in list(main.iter("img")):
        _picture(image)
    _links(main, base, tools)


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


def _code(pre: Any, tools: _Tools) -> None:
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
    code = tools.element("code", text.strip("\n"))
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


def _links(main: Any, base: str, tools: _Tools) -> None:
    """Whole addresses; frames and media as links; addresses that would run something are dropped."""
    for one in list(main.iter("iframe", "embed", "video", "audio")):
        source = one.get("src") or next(iter(one.xpath("./source/@src")), "")
        link = tools.element("a", source)
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


def _without_title(text: str, title: str) -> str:
    """Markdown without a first heading that only repeats the title."""
    found = re.match(r"#{1,2} +(.+?)\s*(?:\n+|\Z)", text)
    if found and _letters(found[1]) and _letters(found[1]) == _letters(title):
        return text[found.end() :]
    return text


def _letters(text: str) -> str:
    return "".join(char for char in re.sub(r"\]\([^)]*\)", "", text).lower() if char.isalnum())
