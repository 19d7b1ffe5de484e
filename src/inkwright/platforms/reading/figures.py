"""Pictures and what belongs to them: captions as titles, links to the large picture dropped, other links kept."""

import re
from typing import Any
from urllib.parse import unquote, urlsplit

from inkwright.model.regex import regex
from inkwright.platforms.reading.export import PICTURES
from inkwright.platforms.reading.page import Page, linked, source_of, words_of

_CAPTION = regex(r"(?:^|[\s_-])(?:fig)?caption(?:[\s_-]|$)|imageCaption|wp-caption-text", re.I)
_FRAME = regex(r"(?:^|\s)(?:wp-caption|captioned-image-container|image-block-wrapper)(?:\s|$)")
_MARKED = ("a", "code", "em", "strong", "i", "b")


def figures(page: Page) -> None:
    """Every `img` as ready Markdown, in its frame of link, figure and caption."""
    for figure in [one for one in page.root.iter("figure", "div") if _is_figure(one)]:
        _figure(page, figure)
    for image in list(page.root.iter("img")):
        _alone(page, image)


def _is_figure(one: Any) -> bool:
    """Whether this is the innermost frame of one picture with a caption of its own."""
    if one.tag == "figure" and not one.xpath(".//pre | .//table | .//figure"):
        return bool(one.xpath(".//img"))
    return bool(
        one.tag == "div" and one.xpath("count(.//img)") == 1
        and _FRAME.search(one.get("class", ""))
        and not one.xpath(".//figure")
    )  # fmt: skip


def _figure(page: Page, figure: Any) -> None:
    """A frame of pictures: one with its caption as title, several one below the other and the caption in italics."""
    if figure.getparent() is None:
        return
    captions = [one for one in figure.iterdescendants() if isinstance(one.tag, str) and _is_caption(one)]
    caption = captions[0] if captions else None
    rich = caption is not None and any(one.tag in _MARKED for one in caption.iter())
    images = list(figure.iter("img"))
    said = words_of(caption) if caption is not None else ""
    for image in images:
        own = said if caption is not None and not rich and len(images) == 1 else ""
        _alone(page, image, own, block=True)
    if caption is None:
        return
    page.note("caption", "kept", said)
    if rich or len(images) > 1:
        page.stand_in(caption, f"*{page.convert(_as_span(caption)).strip('* ')}*", block=True)
    else:
        page.drop(caption)


def _is_caption(one: Any) -> bool:
    """Whether an element is the words below a picture."""
    named = one.tag in ("p", "span", "div") and _CAPTION.search(one.get("class", ""))
    return bool((one.tag == "figcaption" or named) and words_of(one) and not one.xpath(".//img"))


def _as_span(caption: Any) -> Any:
    copy = caption.makeelement("span")
    copy.text = caption.text
    copy.extend([one.__copy__() for one in caption])
    for one in copy.iter("em", "i"):
        one.tag = "span"
    return copy


def _alone(page: Page, image: Any, caption: str = "", block: bool = False) -> None:
    """One picture; a link around it stays when it leads to something else than the picture."""
    if image.getparent() is None:
        return
    address = source_of(image)
    markdown = page.image(image, caption or _title(image))
    frame = _frame(image)
    href = (frame.get("href") or "").strip() if frame.tag == "a" else ""
    if href and not _is_picture(href, address):
        markdown = linked_picture(markdown, href)
    page.stand_in(frame, markdown, block)


def _frame(image: Any) -> Any:
    """The outermost element that only holds this picture, as far as a link around it; else the picture."""
    frame, around = image, image.getparent()
    while around is not None and around.tag in ("picture", "div", "span", "a") and not words_of(around):
        if len(around.xpath(".//img")) != 1 or around.getparent() is None:
            break
        if around.tag in ("picture", "a"):
            frame = around
        if around.tag == "a":
            break
        around = around.getparent()
    return frame


def linked_picture(markdown: str, href: str) -> str:
    """A picture that is a link; only the picture when the address would run something."""
    link = linked(href, "x")
    return f"[{markdown}]{link[3:]}" if link.startswith("[x](") and markdown else markdown


def _title(image: Any) -> str:
    """A title that says more than the alt text or the name of the file."""
    title = " ".join((image.get("title") or "").split())
    name = unquote(source_of(image).rpartition("/")[2]).rpartition(".")[0]
    return "" if title in ((image.get("alt") or "").strip(), name) else title


def _is_picture(href: str, address: str) -> bool:
    """Whether a link leads to the picture itself, perhaps in another size."""
    try:
        path = urlsplit(href).path.lower()
    except ValueError:
        return False
    return href == address or path[path.rfind(".") :] in PICTURES or "/image/fetch/" in path
