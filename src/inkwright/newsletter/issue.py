"""A text and its frame -> the frozen message with what is to be told about it. Pure."""

from collections.abc import Iterator, Sequence
from html import escape

from msgspec import Struct
from msgspec.structs import replace

from inkwright.model.mailing import Frozen, Head, Inline
from inkwright.newsletter.cut import LIMIT, RESERVE, WARN, Cut, cut
from inkwright.newsletter.message import freeze, unmarkable
from inkwright.newsletter.parts import Frame, html_part, inlined, text_part
from inkwright.render.mail.mailable import Piece

ON = "Continue on the web"


class Composed(Struct, frozen=True):
    """An issue that is ready to be frozen. `html` and `text` are the whole parts with marks. `full` is what the HTML
    would take if it were not cut, in bytes; `cut` where it is."""

    message: Frozen
    html: str
    text: str
    full: int
    cut: Cut
    pictures: tuple[Inline, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def cut_at(self) -> str:
        """Where the mail ends before its text does, in words; "" for a whole one."""
        if self.cut.whole:
            return ""
        return f"before “{self.cut.before}”" if self.cut.before else "within a section"


def compose(
    head: Head,
    frame: Frame,
    pieces: Sequence[Piece],
    text: str,
    pictures: Sequence[Inline] = (),
    shortened: bool = False,
) -> Composed:
    """The issue of a text given as pieces of HTML and as text. `shortened` says that the text is only the beginning of
    the post. Pictures that fall behind the cut do not travel."""
    bodies = [inlined(unmarkable(piece.html)) for piece in pieces]
    sizes = [len(body.encode("utf-8", "replace")) for body in bodies]
    more = inlined(_more(frame.web))
    empty = len(html_part(frame, "", more).encode("utf-8", "replace"))
    end = cut(sizes, [piece.heading for piece in pieces], LIMIT - RESERVE - empty)
    short = shortened or not end.whole
    html = html_part(frame, "".join(bodies[: end.kept]), more if short else "")
    plain = text_part(frame, unmarkable(text), frame.web if shortened else "")
    shown = tuple(picture for picture in pictures if f"cid:{picture.cid}" in html)
    message = freeze(head, plain, html, shown)
    made = Composed(message, html, plain, message.html + sum(sizes[end.kept :]), end, shown)
    return replace(made, warnings=tuple(_warnings(made, frame)))


def _more(web: str) -> str:
    link = f'<a href="{escape(web)}">{ON}</a>' if web else f"{ON}."
    return f'<p class="more">{link}</p>\n'


def _warnings(issue: Composed, frame: Frame) -> Iterator[str]:
    """What the writer should know before sending."""
    if issue.cut_at:
        yield f"{issue.full // 1000} KB of HTML are too much for a mail: it is cut {issue.cut_at}"
        if not frame.web:
            yield "the mail is cut, and there is no page to go on: set `base_url` and publish the post"
    elif issue.message.html > WARN:
        size = f"{issue.message.html // 1000} KB of HTML"
        yield f"{size}: above {LIMIT // 1000} KB it is cut, because Gmail hides the rest"
