"""Medium, the reading side: one page for each post below `posts/`, drafts and responses among them.

**Source:** the export of Settings > Security > Download your information, as its files stand (microformats `h-entry`).
"""

import re
from pathlib import PurePosixPath
from typing import Any

from inkwright.model.errors import UnreadableError
from inkwright.model.imports import Arrival, Incoming, Item
from inkwright.model.regex import regex
from inkwright.platforms.reading.build import dated, front_of, incoming, slug_in, subscriber_lists, tagged
from inkwright.platforms.reading.embeds import embed
from inkwright.platforms.reading.export import Export, Importer
from inkwright.platforms.reading.html_body import body_of
from inkwright.platforms.reading.page import Page, words_of
from inkwright.platforms.reading.tidy import plain

_ID = regex(r"[-/]([0-9a-f]{8,16})(?:[?#].*)?\Z")
_POST = regex(r"class=[\"'][^\"']*\b(?:e-content|h-entry)\b")


def read(export: Export) -> Arrival:
    """All posts of an export. Raises UnreadableError when it is none."""
    posts: list[Incoming] = []
    troubles: list[tuple[str, str]] = []
    lists, items = subscriber_lists(export, export.ending(".csv", ".txt"))
    pages = export.ending(".html", ".htm")
    for name in pages:
        try:
            text = export.text(name)
        except UnreadableError as error:
            troubles.append((name, error.message))
            continue
        if not _POST.search(text):
            items.append(Item("page of the account", "lost", name, "it holds no post; it stays in the export"))
            continue
        found = _Entry(export, name, text)
        if found.is_response:
            items.append(Item("comment", "lost", found.title, f"a response to somebody's post; it stays in {name}"))
        else:
            posts.append(found.post())
    if not posts and not lists and not items and not troubles:
        raise UnreadableError(
            "this holds no pages of Medium", path=export.name, hint="Give the zip that Medium sent, or its folder."
        )
    return Arrival(tuple(posts), tuple(items), lists, tuple(troubles))


class _Entry:
    """One page of the export."""

    def __init__(self, export: Export, name: str, text: str) -> None:
        self.export, self.name = export, name
        self.page = Page(text, name)
        self.title = self._words("p-name")
        self.subtitle = self._words("p-summary")
        self.content = self._first("e-content")

    @property
    def is_response(self) -> bool:
        """Whether this answers somebody else's post: its title is the beginning of its only paragraph."""
        if self.content is None or self.subtitle or self.content.xpath(".//*[contains(@class, 'graf--title')]"):
            return False
        grafs = [one for one in self.content.xpath(".//*[contains(@class, 'graf')]") if words_of(one)]
        said = words_of(grafs[0]) if grafs else ""
        stem = self.title.rstrip("….")
        return bool(grafs) and len(grafs) <= 2 and bool(stem) and said.startswith(stem)

    def post(self) -> Incoming:
        """The post."""
        items: list[Item] = []
        html = self.page.tools.html(self.content) if self.content is not None else ""
        canonical = self._href("p-canonical")
        permalink = next((link for link in self._links() if re.search(r"medium\.com/p/[0-9a-f]+", link)), "")
        number = _ID.search(permalink) or _ID.search(canonical)
        draft = not canonical and self._first("dt-published") is None
        stem = PurePosixPath(self.name).stem
        body = body_of(html, self.name, lambda page: _prepare(page, self.title, self.subtitle), self.title)
        slug = re.sub(r"(?:^|-)[0-9a-f]{8,}$|^\d+$", "", slug_in(canonical)) if canonical else ""
        if stem.startswith("draft_"):
            draft = True
        time = self._first("dt-published")
        front = front_of(
            ("subtitle", self.subtitle if self.subtitle != self.title else ""),
            ("date", dated(time.get("datetime") if time is not None else "", items)), ("draft", draft),
            ("tags", tagged([words_of(one) for one in self._all("p-tag") if one.tag == "a"], items)),
            ("authors", tuple(filter(None, [self._words("p-author")]))),
        )  # fmt: skip
        return incoming(
            f"medium:{number[1] if number else stem}", self.title or stem, body, export=self.export, near=self.name,
            items=items, front=front, slug=slug, urls=(canonical,) if canonical and not draft else (),
        )  # fmt: skip

    def _all(self, name: str) -> list[Any]:
        test = f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"
        return list(self.page.root.xpath(f".//*[{test}]"))

    def _first(self, name: str) -> Any:
        return next(iter(self._all(name)), None)

    def _words(self, name: str) -> str:
        found = self._first(name)
        return plain(words_of(found)) if found is not None else ""

    def _href(self, name: str) -> str:
        return next((one.get("href") or "" for one in self._all(name)), "")

    def _links(self) -> list[str]:
        return [one.get("href") or "" for one in self.page.root.xpath(".//footer//a")]


def _prepare(page: Page, title: str, subtitle: str) -> None:
    """What only Medium writes: title and subtitle once more, rules before each section, cards of links."""
    for name, said in (("graf--title", title), ("graf--subtitle", subtitle)):
        for one in page.root.xpath(f".//*[contains(@class, '{name}')]"):
            if words_of(one).casefold() == said.casefold():
                page.drop(one)
    dividers = page.root.xpath(".//div[contains(@class, 'section-divider')]")
    if dividers and not _words_before(page, dividers[0]):
        page.drop(dividers[0])
    for one in page.root.xpath(".//*[contains(@class, 'graf--mixtapeEmbed')]"):
        link = next(iter(one.iter("a")), None)
        if link is not None and link.get("href"):
            strong = next((words_of(each) for each in link.iter("strong")), "")
            embed(page, one, link.get("href"), strong or words_of(link))
    for one in page.root.xpath(".//iframe[contains(@src, 'medium.com/media/')]"):
        figure = next((each for each in one.iterancestors("figure")), None)
        caption = words_of(figure) if figure is not None else ""
        embed(page, one, one.get("src"), caption or "what was shown here on Medium")
    for pre in page.root.iter("pre"):
        pre.set("data-lang", pre.get("data-code-block-lang") or "")
    for one in page.root.xpath(".//*[contains(@class, 'graf--pullquote')]"):
        one.tag = "blockquote"


def _words_before(page: Page, element: Any) -> bool:
    """Whether anything is said or shown before an element."""
    for one in page.root.iter():
        if one is element:
            return False
        if (isinstance(one.tag, str) and (one.text or "").strip()) or one.tag == "img":
            return True
    return False


IMPORTER = Importer(
    name="medium", label="Medium", read=read,
    takes="the zip of Download your information, its folder, or some of its pages",
    carries=("post", "draft", "picture", "date", "redirect", "tag", "embed", "comment", "subscriber"),
)  # fmt: skip
