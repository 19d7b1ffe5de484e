"""Where the pictures of a page are that needs nothing but itself: in the page."""

import base64
import mimetypes

from inkwright.flows.crosspost_places import AtHome
from inkwright.model.diagram import Drawing
from inkwright.render.diagrams.picture import can_make_png, png
from inkwright.render.markdown.flavour import Shown
from inkwright.site.names import Target
from inkwright.workspace.public import public_bytes

_MARK = "inkwright-picture-"


class Inside(AtHome):
    """As at home, but the pictures of the workspace stand in the page itself, under short names until it is written."""

    def __init__(self, *given: object) -> None:
        super().__init__(*given)  # type: ignore[arg-type]
        self.held: dict[str, str] = {}

    def file(self, found: Target) -> Shown:
        """A picture of the workspace, as data."""
        if not found.source:
            return super().file(found)
        kind = mimetypes.guess_type(found.source)[0] or "application/octet-stream"
        return self._hold(kind, public_bytes(self.post.workspace, found.source))

    def drawing(self, light: Drawing) -> Shown:
        """A drawing as PNG, which every editor takes."""
        if can_make_png():
            return self._hold("image/png", png(light))
        return self._hold("image/svg+xml", light.svg.encode("utf-8", "replace"))

    def picture(self, kind: str, source: str, alt: str) -> Shown:
        """A diagram or a formula."""
        light, _, fault = self.draw(kind, source)
        if light is None:
            return Shown("", fault.message if fault else "nothing here draws it; install inkwright[diagrams]")
        return self.drawing(light)

    def _hold(self, kind: str, data: bytes) -> Shown:
        name = f"{_MARK}{len(self.held)}"
        self.held[name] = f"data:{kind};base64,{base64.b64encode(data).decode()}"
        return Shown(name)
