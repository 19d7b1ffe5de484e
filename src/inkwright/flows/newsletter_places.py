"""Where the pictures, links and formulas of a post are found by who reads it in a mail."""

import mimetypes

from inkwright.flows.abroad import Abroad
from inkwright.flows.crosspost_places import AtHome
from inkwright.flows.drawing import Draughtsman
from inkwright.flows.newsletter_inside import Inside, Kept
from inkwright.model.diagram import Drawing
from inkwright.render.diagrams.safe_svg import safe_svg
from inkwright.render.mail.mailable import Hooks
from inkwright.render.markdown.flavour import Shown
from inkwright.site.names import Target

MOST = 1_000_000
"""Bytes of a picture that travels inside a mail. **Source:** own choice: each reader's mailbox keeps a copy."""


class InMail(AtHome):
    """As at home for what the site holds; everything else travels inside the mail. Why: see decision 0049."""

    def __init__(self, post: Abroad, draughtsman: Draughtsman) -> None:
        super().__init__(post, draughtsman)
        self.inside = Inside(draughtsman)
        self.kept = Kept(draughtsman)
        self.lost: dict[str, int] = {}

    def hooks(self) -> Hooks:
        """What the HTML asks."""
        return Hooks(self.link_address, self.image_address, self.formula)

    def link_address(self, target: str) -> str:
        """The address behind a link, "" for none; a place in the post is one on its page."""
        if target.startswith("#"):
            return f"{self.post.original}{target}" if self.post.original else ""
        shown = self.link(target)
        if not shown.address and target:
            self._lose(f"link to {target} ({shown.why})")
        return shown.address

    def image_address(self, target: str) -> str:
        """The address of a picture, or its name inside the mail; "" for none."""
        drawn = self.kept.drawn.get(target.lstrip("/"))
        shown = self.drawing(drawn) if drawn else self.image(target)
        if not shown.address:
            self._lose(f"picture {target} ({shown.why})")
        return shown.address

    def file(self, found: Target) -> Shown:
        """A picture by its address at home where readers can fetch it, else inside; SVG as PNG."""
        name = found.source
        if name.lower().endswith(".svg"):
            try:
                return self.drawing(safe_svg(self.post.workspace.read(name).text))
            except ValueError as error:
                return Shown("", str(error))
        if not name or (self.post.info.base_url and not self.post.why_held):
            return super().file(found)
        data = self.post.workspace.read_bytes(name)
        if len(data) > MOST:
            return Shown("", f"it has {len(data) // 1000:,} KB, and the post has no public page yet")
        return self.inside.hold(mimetypes.guess_type(name)[0] or "application/octet-stream", data)

    def drawing(self, light: Drawing) -> Shown:
        """A drawing inside the mail."""
        return self.inside.drawing(light)

    def formula(self, tex: str, display: bool) -> str:
        """The HTML of a formula."""
        html = self.inside.formula(tex, display)
        if self.inside.why:
            self._lose(f"formula as a picture ({self.inside.why})")
        return html

    def _lose(self, what: str) -> None:
        self.lost[what] = self.lost.get(what, 0) + 1
