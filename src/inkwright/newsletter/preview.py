"""An issue before it is sent: as one made-up reader would get it, and its figures. Pure."""

from base64 import b64encode

from msgspec import Struct
from msgspec.structs import replace

from inkwright.model.mailing import Personal
from inkwright.newsletter.issue import Composed
from inkwright.newsletter.links import preferences_url, unsubscribe_url
from inkwright.newsletter.message import filled, splice

SAMPLE = "https://letters.example/unsubscribe/sample"
"""Where the links to leave lead in a preview while no server of the letter is known."""
READER = Personal(
    "ada@reader.example", "Thu, 01 Jan 2026 08:00:00 +0000", "<0.0.preview@letters.example>", "Ada", SAMPLE, SAMPLE,
    SAMPLE.replace("unsubscribe", "preferences"), "leave@letters.example",
)  # fmt: skip


def reader_at(base: str) -> Personal:
    """The made-up reader of the letter whose server is at `base`, "" where there is none yet."""
    if not base:
        return READER
    leave = unsubscribe_url(base, "sample")
    return replace(READER, unsubscribe=leave, one_click=leave, preferences=preferences_url(base, "sample"))


class Figures(Struct, frozen=True):
    """What an issue weighs and holds. Sizes are bytes: of the HTML and the text before their transfer encoding, of the
    whole message as it is sent, of pictures inside; `links` counts those of the text, `pictures` those shown."""

    html: int
    text: int
    message: int
    inside: int
    links: int
    pictures: int


def figures(issue: Composed, reader: Personal = READER) -> Figures:
    """The figures of an issue."""
    return Figures(
        issue.message.html, issue.message.text, len(splice(issue.message, reader)),
        sum(len(picture.data) for picture in issue.pictures), issue.html.count("<a href="), issue.html.count("<img "),
    )  # fmt: skip


def html_page(issue: Composed, reader: Personal = READER) -> str:
    """The HTML part as a page for a browser, its pictures in it."""
    html = filled(issue.html, "html", reader)
    for picture in issue.pictures:
        data = b64encode(picture.data).decode()
        html = html.replace(f'"cid:{picture.cid}"', f'"data:{picture.kind};base64,{data}"')
    return html


def text_page(issue: Composed, reader: Personal = READER) -> str:
    """The text part."""
    return filled(issue.text, "text", reader)


def source(issue: Composed, reader: Personal = READER) -> bytes:
    """The whole message, as it would go to the relay but for a signature."""
    return splice(issue.message, reader)
