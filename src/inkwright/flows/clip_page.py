"""An address -> the page there as a clip, or one sentence that says why there is none."""

import re
from collections.abc import Callable

from inkwright.flows.for_later import with_later
from inkwright.model.clip import Clip, ClipKind
from inkwright.model.errors import NetError, UsageError
from inkwright.model.net import Reply
from inkwright.model.regex import regex
from inkwright.net.client import Client
from inkwright.text.html_page import read_page

Get = Callable[[str], Reply]
FEWEST = 20
"""Words that a page must have to be worth a note."""
_COPY = "Copy the passage that you need and give it on standard input: inkwright clip - --kind paragraph --url {url}"
_REFUSALS = {
    401: "this page wants you to sign in", 402: "this page is for paying readers", 403: "this site refuses programs",
    404: "there is no such page", 407: "this page wants you to sign in", 410: "this page is gone",
    429: "this site has too many requests just now", 451: "this page may not be shown, for legal reasons",
}  # fmt: skip
_WANTED = {"accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5"}
_CHARSET = regex(r"charset\s*=\s*[\"']?([\w:.-]{1,40})", re.I)


def page_clip(url: str, kind: ClipKind, get: Get | None = None) -> Clip:
    """The page at an address. Raises UsageError for what is no readable page, NetError when nothing comes."""
    try:
        reply = (get or _fetch)(url)
    except NetError as error:
        raise with_later(error, url) from error
    hint = _COPY.format(url=url)
    if reply.status != 200:
        said = _REFUSALS.get(reply.status) or (
            "this site cannot answer just now" if reply.status >= 500 else "this address gives no page"
        )
        raise UsageError(f"{said} (HTTP {reply.status})", path=url, hint=hint)
    media = reply.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media == "application/pdf" or reply.body[:5] == b"%PDF-":
        raise UsageError("this is a PDF, not a page", path=url, hint=_pdf_hint(url))
    text = _decoded(reply)
    if media.startswith("text/") and media != "text/html":
        return _checked(Clip(kind, text, url=reply.url), url)
    if media and "html" not in media and not text.lstrip()[:15].lower().startswith(("<!doctype", "<html")):
        raise UsageError(f"this is no page but {media}", path=url, hint="Save it and name the file, or clip a passage.")
    return read_html(text, reply.url, kind, url, FEWEST)


def read_html(html: str, url: str, kind: ClipKind, name: str, fewest: int = 1) -> Clip:
    """A page's HTML as a clip. Raises UsageError when it has no words, is for payment, or the extra is missing."""
    page = read_page(html, url)
    hint = _COPY.format(url=url or "ADDRESS")
    if page.paid:
        raise UsageError("this page says that only paying readers may read it", path=name, hint=hint)
    made = Clip(kind, page.text, page.title, url, page.author, page.date, page.licence)
    return _checked(made, name, hint, fewest)


def _checked(clip: Clip, name: str, hint: str = "", fewest: int = FEWEST) -> Clip:
    if len(clip.text.split()) < fewest and "```" not in clip.text and "\n|" not in clip.text:
        said = f"this page has no text to keep ({len(clip.text.split())} words)"
        raise UsageError(f"{said}; it may be made by a script or stand behind a form", path=name, hint=hint)
    return clip


def _fetch(url: str) -> Reply:
    return Client().get(url, _WANTED)


def _pdf_hint(url: str) -> str:
    found = re.search(r"arxiv\.org/pdf/([\w./-]+?)(?:\.pdf)?(?:[?#]|\Z)", url)
    if found:
        return f"Keep it as a paper: inkwright paper add arXiv:{found[1]}"
    return "Keep it as a paper by its DOI (`inkwright paper add DOI`), or clip the passage that you need."


def _decoded(reply: Reply) -> str:
    """The text of an answer in the encoding that its header or its first lines name, UTF-8 else."""
    named = _CHARSET.search(reply.headers.get("content-type", "")) or _CHARSET.search(
        reply.body[:2048].decode("ascii", "ignore")
    )
    try:
        return reply.body.decode(named[1] if named else "utf-8", "replace")
    except (LookupError, ValueError):  # no such encoding, or one that is not for texts
        return reply.body.decode("utf-8", "replace")
