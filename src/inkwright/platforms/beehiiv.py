"""beehiiv, the reading side: `posts.csv` with a post's HTML in each row, and lists of subscribers.

**Source:** the files of Settings > Export data, as they stand; beehiiv publishes no description of them.
"""

from inkwright.model.errors import UnreadableError
from inkwright.model.imports import Arrival, Incoming, Item
from inkwright.platforms.metadata import words
from inkwright.platforms.reading.build import cover, dated, front_of, incoming, slug_in, subscriber_lists, tagged
from inkwright.platforms.reading.export import Export, Importer
from inkwright.platforms.reading.html_body import body_of
from inkwright.platforms.reading.page import Page
from inkwright.platforms.reading.tables import first_of, rows_of
from inkwright.platforms.reading.tidy import plain

_PICTURES = "https://beehiiv-images-production.s3.amazonaws.com/"


def read(export: Export) -> Arrival:
    """All posts of an export. Raises UnreadableError when it is none."""
    posts: list[Incoming] = []
    others = []
    for name in export.ending(".csv"):
        rows = rows_of(export.text(name))
        if rows and "content_html" in rows[0]:
            posts += [_post(export, name, row) for row in rows]
        else:
            others.append(name)
    lists, items = subscriber_lists(export, others)
    if not posts and not lists:
        raise UnreadableError("this holds no posts of beehiiv", path=export.name, hint="Give the .csv of its export.")
    return Arrival(tuple(posts), tuple(items), lists)


def _post(export: Export, name: str, row: dict[str, str]) -> Incoming:
    items: list[Item] = []
    title, address = plain(first_of(row, "web_title", "title", "email_subject_line")), first_of(row, "url")
    status, audience = first_of(row, "status").lower(), first_of(row, "audience").lower()
    draft = status not in ("confirmed", "published", "sent", "")
    if audience in ("premium", "paid"):
        items.append(Item("paywall", "changed", title, "once published here, everyone can read it"))
    body = body_of(first_of(row, "content_html"), name, _prepare, title)
    attached = list(body.attached)
    picture = first_of(row, "thumbnail_url")
    front = front_of(
        ("subtitle", plain(first_of(row, "web_subtitle"))),
        ("date", dated(first_of(row, "displayed_date", "publish_date", "created_at"), items)), ("draft", draft),
        ("description", plain(first_of(row, "email_preview_text"))),
        ("tags", tagged(words(first_of(row, "content_tags"), ";"), items)),
        ("image", cover(f"{_PICTURES}{picture}" if picture.startswith("uploads/") else picture, attached)),
    )  # fmt: skip
    return incoming(
        f"beehiiv:{first_of(row, 'id') or address or title}", title, body, export=export, near=name, items=items,
        front=front, attached=attached, slug=slug_in(address), urls=() if draft else (address,),
    )  # fmt: skip


def _prepare(page: Page) -> None:
    """Tables that only lay a mail out are taken apart; a table of data has headings."""
    for table in [one for one in page.root.iter("table") if not one.xpath("./thead | ./tr/th | ./tbody/tr/th")]:
        for part in [table, *table.xpath("./tbody | ./tr | ./tbody/tr | ./tr/td | ./tbody/tr/td")]:
            part.tag = "div"


IMPORTER = Importer(
    name="beehiiv", label="beehiiv", read=read, takes="the .csv of its posts, or a folder or zip with it and its lists",
    carries=("post", "draft", "picture", "date", "redirect", "tag", "embed", "subscriber"),
)  # fmt: skip
