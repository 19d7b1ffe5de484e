"""Where the pictures, links and formulas of a post are found by who reads it in a mail."""

import posixpath
from urllib.parse import unquote

from inkwright.flows.abroad import Abroad
from inkwright.flows.crosspost_places import AtHome
from inkwright.flows.drawing import Draughtsman
from inkwright.flows.newsletter_inside import Inside, Kept
from inkwright.model.diagram import Drawing
from inkwright.render.diagrams.safe_svg import safe_svg
from inkwright.render.mail.mailable import Hooks
from inkwright.render.markdown.flavour import Shown
from inkwright.site.names import Target
from inkwright.workspace.public import leads_out

_POSTERS = (".png", ".jpg", ".jpeg", ".webp", ".gif")


class InMail(AtHome):
    """As at home for what the site holds; everything else travels inside the mail. Why: see decision 0049."""

    def __init__(self, post: Abroad, draughtsman: Draughtsman) -> None:
        super().__init__(post, draughtsman)
        self.inside = Inside(draughtsman)
        self.kept = Kept(draughtsman)
        self.lost: dict[str, int] = {}

    def hooks(self) -> Hooks:
        """What the HTML asks."""
        return Hooks(self.link_address, self.image_address, self.poster, self.formula)

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

    def poster(self, film: str) -> str:
        """The picture that lies beside a film under its name, inside the mail; "" for none. No page of the site needs
        it, so it has no address there."""
        workspace, bare = self.post.workspace, unquote(film).rpartition(".")[0]
        for ending in _POSTERS:
            place = posixpath.normpath(posixpath.join(posixpath.dirname(self.post.post.file.path), bare + ending))
            if bare and not place.startswith("..") and workspace.exists(place) and not leads_out(workspace, place):
                return self._inside(place).address
        return ""

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
        return self._inside(name)

    def drawing(self, light: Drawing) -> Shown:
        """A drawing inside the mail."""
        return self.inside.drawing(light)

    def formula(self, tex: str, display: bool) -> str:
        """The HTML of a formula."""
        html = self.inside.formula(tex, display)
        if self.inside.why:
            self._lose(f"formula as a picture ({self.inside.why})")
        return html

    def _inside(self, name: str) -> Shown:
        return self.inside.file(name, self.post.workspace.read_bytes(name))

    def _lose(self, what: str) -> None:
        self.lost[what] = self.lost.get(what, 0) + 1
