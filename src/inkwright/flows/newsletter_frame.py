"""What stands around a post in its mail: the head that all readers share, greeting, sign-off, earlier posts."""

from collections.abc import Iterator
from email.utils import parseaddr
from html import escape

from inkwright.flows.abroad import Abroad
from inkwright.model.errors import UsageError
from inkwright.model.mailing import Head
from inkwright.model.regex import regex
from inkwright.newsletter.headers import checked, named_mailbox
from inkwright.newsletter.parts import Earlier, Frame
from inkwright.render.html import RenderOptions, render
from inkwright.render.mail.mailable import Hooks, mailable
from inkwright.render.mail.plain_part import plain_part
from inkwright.render.plain import clip
from inkwright.text.markdown import parse_text

_LANGUAGE = regex(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_ADDRESS = regex(r"https?://[!-;=?-~]+")
NOBODY = "Your name <you@example.org>"
"""Stands for the sender while none is set."""
EXCERPT = 140
"""Characters of an earlier post's first words."""


def head_of(post: Abroad, marked: str = "") -> Head:
    """The headers of the issue; `marked` stands before the subject. Raises UsageError for a sender that no mail can
    have."""
    settings, info = post.workspace.settings.newsletter, post.info
    sender = settings.sender or NOBODY
    try:
        list_id = settings.list_id or checked(parseaddr(sender)[1]).rpartition("@")[2]
        named_mailbox(settings.reply_to or sender)
    except ValueError as error:
        hint = "Letters beyond ASCII may stand in the name and in the domain, not before the @."
        raise UsageError("`newsletter.sender` or `reply_to` cannot be written in a mail", hint=hint) from error
    archive = info.base_url if _ADDRESS.fullmatch(info.base_url) else ""
    language = info.language if _LANGUAGE.fullmatch(info.language) else ""
    return Head(sender, marked + _title(post), settings.reply_to, _name(post), list_id, archive, language)


def frame_of(post: Abroad, summary: str) -> Frame:
    """What stands around the text; `summary` is the line that a list of mails shows where there is no subtitle."""
    settings, metadata = post.workspace.settings.newsletter, post.post.metadata
    web = post.original if post.original.startswith(("https://", "http://")) else ""
    return Frame(
        _title(post), _name(post), metadata.subtitle, metadata.subtitle or summary, web,
        post.info.base_url, post.info.language, settings.greeting, settings.greeting_unnamed,
        _words_of(settings.sign_off), settings.cadence, settings.postal, tuple(_earlier(post)),
        bool(settings.url) or not settings.bounces,
    )  # fmt: skip


def _title(post: Abroad) -> str:
    return post.post.metadata.title or post.entry.title


def _name(post: Abroad) -> str:
    info = post.info
    return post.workspace.settings.newsletter.name or info.title or info.base_url.partition("://")[2] or "this letter"


def _earlier(post: Abroad) -> Iterator[Earlier]:
    """The posts before this one, the newest first; none where they have no public address."""
    own, most = post.entry, post.workspace.settings.newsletter.recent if post.info.base_url else 0
    for entry in post.shown.posts:
        if most and entry.place != own.place and not (own.when and entry.when and entry.when > own.when):
            most -= 1
            yield Earlier(entry.title, post.address(entry.place), clip(entry.summary, EXCERPT))


def _words_of(markdown: str) -> tuple[str, str]:
    """A few lines of Markdown from the settings, as HTML and as text."""
    document = parse_text(markdown)
    plain = Hooks(lambda target: target, lambda target: "", lambda target: "", lambda tex, display: escape(tex))
    html = "".join(piece.html for piece in mailable(render(document, RenderOptions(profile="site")), plain))
    return html, plain_part(document).rstrip("\n")
