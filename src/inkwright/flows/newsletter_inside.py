"""What travels inside a mail: drawings and formulas as PNG, and the pictures of a post that has no public page yet."""

import mimetypes
from hashlib import sha256
from html import escape

from inkwright.flows.drawing import Draughtsman
from inkwright.model.diagram import Drawing
from inkwright.model.mailing import Inline
from inkwright.render.diagrams.picture import DrawingError, can_make_png, png
from inkwright.render.mail.formula import styled
from inkwright.render.mail.mailable import COLUMN
from inkwright.render.markdown.flavour import Shown
from inkwright.site.drawings import Drawings

MOST = 1_000_000
"""Bytes of a picture that travels inside a mail. **Source:** own choice: each reader's mailbox keeps a copy."""
_SMALLER = 0.85
"""A formula is drawn a little above the text of a page; the text of a mail is smaller."""
_MISSING = "nothing here makes a PNG of it; install inkwright[diagrams]"


class Kept(Drawings):
    """The drawings of one post, by the place that each would have on the site."""

    def __init__(self, draughtsman: Draughtsman) -> None:
        super().__init__(draughtsman, draughtsman.shown)
        self.drawn: dict[str, Drawing] = {}

    def place(self, drawing: Drawing) -> str:
        """As on the site."""
        place = super().place(drawing)
        self.drawn[place] = drawing
        return place


class Inside:
    """Collects what travels inside one mail; `why` says of the last formula shown as its TeX why it is."""

    def __init__(self, draughtsman: Draughtsman) -> None:
        self._draw = draughtsman
        self.pictures: dict[str, Inline] = {}
        self.why = ""

    def hold(self, kind: str, data: bytes) -> Shown:
        """A picture of a MIME type, by its name inside the mail; the same bytes travel once."""
        cid = f"{sha256(data).hexdigest()[:20]}@inkwright"
        self.pictures[cid] = Inline(cid, kind, data)
        return Shown(f"cid:{cid}")

    def file(self, name: str, data: bytes) -> Shown:
        """A picture by the name of its file; one that is too large stays out."""
        if len(data) > MOST:
            return Shown("", f"it has {len(data) // 1000:,} KB, too many to travel inside, and no public address")
        return self.hold(mimetypes.guess_type(name)[0] or "application/octet-stream", data)

    def drawing(self, light: Drawing) -> Shown:
        """A drawing as PNG: the site holds it as SVG only, which few mail programs show."""
        if not can_make_png():
            return Shown("", _MISSING)
        try:
            return self.hold("image/png", png(light))
        except DrawingError as error:
            return Shown("", error.fault.message)

    def formula(self, tex: str, display: bool) -> str:
        """The HTML of a formula: text where one line can show it, else a picture, else its TeX."""
        around = ('<span class="eq">', "</span>") if display else ("", "")
        html, self.why = styled(tex), ""
        if html is None:
            light, _, fault = self._draw("math" if display else "inlinemath", tex)
            shown = self.drawing(light) if light else Shown("", fault.message if fault else _MISSING)
            if light and shown.address:
                width = min(round(light.width * _SMALLER), COLUMN)
                html = f'<img class="tex" src="{shown.address}" alt="{escape(tex)}" width="{width}">'
            else:
                html, self.why = f"<code>{escape(tex)}</code>", shown.why
        return html.join(around)
