"""A post -> its text as a mail carries it: HTML in pieces, plain text, the pictures that travel with it."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from inkwright.flows.abroad import Abroad
from inkwright.flows.build_notes import Notes
from inkwright.flows.drawing import Draughtsman
from inkwright.flows.load import load_post
from inkwright.flows.newsletter_places import InMail
from inkwright.model.mailing import Inline
from inkwright.model.site import Loss
from inkwright.newsletter.teaser import beginning
from inkwright.render.code import highlighter
from inkwright.render.data_blocks import for_feed
from inkwright.render.mail.film import is_film
from inkwright.render.mail.mailable import Piece, mailable
from inkwright.render.mail.plain_part import plain_part
from inkwright.render.markdown.flavour import Flavour, Places, Shown
from inkwright.render.markdown.rewrite import rewritten
from inkwright.site.article import Renderer
from inkwright.site.asked import Asked
from inkwright.site.card import kept_of, opened_of
from inkwright.site.catalog import make_entry
from inkwright.site.drawings import in_light
from inkwright.site.pictures import in_one_size
from inkwright.text.markdown import parse, parse_text
from inkwright.text.only import only_for

TEXT = Flavour(notes=False, html=False, highlight=("", ""), tables=False)
"""How the text part writes Markdown before it becomes lines."""


class Body(Struct, frozen=True):
    """The text of a post for a mail. `shortened` says that it is only the beginning; `summary` is its description, else
    the first words of what the mail shows."""

    pieces: tuple[Piece, ...]
    text: str
    pictures: Sequence[Inline]
    shortened: bool
    summary: str
    losses: tuple[Loss, ...]


def body_of(post: Abroad, today: str, teaser: bool) -> Body:
    """The text of a post as mail shows it, without what is for the web alone. Raises UnreadableError."""
    path = post.post.file.path
    document = only_for(parse(post.workspace.read(path)), "mail")
    document, shortened = beginning(document) if teaser else (document, False)
    opened = opened_of(load_post(post.found, path, today, document), post.found.generator.name)
    entry = replace(make_entry(kept_of(opened)), place=post.entry.place)
    draughtsman = Draughtsman(post.workspace)
    inside, notes = InMail(post, draughtsman), Notes(post.workspace, draughtsman)
    renderer = Renderer(
        post.shown, Asked(lambda: post.names), highlighter(), notes.lose, notes.size_of, notes.data, inside.kept
    )
    html = in_one_size(in_light(for_feed(renderer.body(entry))))
    pieces = mailable(html, inside.hooks())
    written = rewritten(opened.post.document, TEXT, _places(inside), entry.title)
    text = plain_part(parse_text(written.text, path))
    draughtsman.close(sweep=False)
    told = [Loss(one.what, 1, one.path, one.line) for one in notes.losses]
    told += [Loss(what, count, path) for what, count in inside.lost.items()]
    told += [Loss(what, 1, path) for piece in pieces for what in piece.lost]
    return Body(
        pieces, text, tuple(inside.inside.pictures.values()), shortened, entry.summary, tuple(dict.fromkeys(told))
    )


def _places(inside: InMail) -> Places:
    """As in the HTML, but a picture is only named."""

    def picture(kind: str, source: str, alt: str) -> Shown:
        return Shown("") if "math" in kind else Shown("picture:")

    def link(target: str) -> Shown:
        address = inside.post.original + target if target.startswith("#") and inside.post.original else ""
        return Shown(address) if address else inside.link(target)

    def image(target: str) -> Shown:
        return link(target) if is_film(target) else Shown(target)

    return Places(link, inside.wikilink, image, picture, inside.places().data, inside.post.original)
