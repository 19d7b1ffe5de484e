"""Buttondown, the reading side: `emails.csv` with `emails/<slug>.md`, and lists of subscribers.

**Source:** docs.buttondown.com (Exporting your emails).
"""

from pathlib import PurePosixPath

from inkwright.model.errors import UnreadableError
from inkwright.model.imports import Arrival, Incoming, Item
from inkwright.model.regex import regex
from inkwright.platforms.metadata import words
from inkwright.platforms.reading.build import cover, dated, front_of, incoming, subscriber_lists, tagged
from inkwright.platforms.reading.export import Export, Importer
from inkwright.platforms.reading.html_body import Body, body_of
from inkwright.platforms.reading.markdown_body import markdown_body
from inkwright.platforms.reading.tables import first_of, rows_of
from inkwright.platforms.reading.tidy import plain

_MODE = regex(r"\A\s*<!--\s*buttondown-editor-mode:\s*(\w+)\s*-->")
_TAG = regex(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}")


def read(export: Export) -> Arrival:
    """All mails of an export. Raises UnreadableError when it is none."""
    texts = {PurePosixPath(name).stem: name for name in export.ending(".md")}
    rows: list[dict[str, str]] = []
    others = []
    for name in export.ending(".csv"):
        found = rows_of(export.text(name))
        if found and "subject" in found[0]:
            rows += found
        else:
            others.append(name)
    lists, items = subscriber_lists(export, others)
    known = {first_of(row, "slug") for row in rows}
    rows += [{"slug": stem} for stem in sorted(texts.keys() - known)]
    if not rows and not lists:
        raise UnreadableError("this holds no mails of Buttondown", path=export.name, hint="Give the zip of its export.")
    return Arrival(tuple(_post(export, row, texts) for row in rows), tuple(items), lists)


def _post(export: Export, row: dict[str, str], texts: dict[str, str]) -> Incoming:
    items: list[Item] = []
    slug = first_of(row, "slug")
    name = texts.get(slug, "")
    title = plain(first_of(row, "subject")) or plain(slug.replace("-", " ").capitalize())
    text = export.text(name) if name else first_of(row, "body")
    if not text:
        items.append(Item("text", "lost", slug or title, "the export has no text for it"))
    items += [Item("tag of Buttondown", "changed", tag, "it stays as it is written") for tag in _TAG.findall(text)]
    draft = first_of(row, "status").lower() in ("draft", "scheduled") or not first_of(row, "publish_date")
    body = _body(text, name, title)
    attached = list(body.attached)
    front = front_of(
        ("date", dated(first_of(row, "publish_date"), items)), ("draft", draft),
        ("description", plain(first_of(row, "description"))), ("tags", tagged(words(first_of(row, "tags")), items)),
        ("image", cover(first_of(row, "image"), attached)), ("canonical_url", first_of(row, "canonical_url")),
    )  # fmt: skip
    address = first_of(row, "absolute_url") or (f"/archive/{slug}/" if slug and not draft else "")
    return incoming(
        f"buttondown:{first_of(row, 'id') or slug}", title, body, export=export, near=name, items=items, front=front,
        attached=attached, slug=slug, urls=(address,),
    )  # fmt: skip


def _body(text: str, name: str, title: str) -> Body:
    """A mail as it was written: in Markdown, or in the HTML of the other editor."""
    mode = _MODE.match(text)
    words_ = text[mode.end() :] if mode else text
    if mode and mode[1] == "fancy":
        return body_of(words_, name, title=title)
    return markdown_body(words_.lstrip("\n"), name or "post.md")


IMPORTER = Importer(
    name="buttondown", label="Buttondown", read=read, takes="the zip of its export (emails.csv, emails/*.md)",
    carries=("post", "draft", "picture", "footnote", "date", "redirect", "embed", "subscriber"),
)  # fmt: skip
