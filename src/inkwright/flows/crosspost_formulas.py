"""The places of a copy whose platform keeps pictures: formulas are drawn for it."""

from hashlib import sha256

from inkwright.flows.abroad import Abroad
from inkwright.flows.crosspost_places import AtHome
from inkwright.flows.drawing import Draughtsman
from inkwright.platforms.writing.copies import Picture
from inkwright.platforms.writing.formulas import MARK
from inkwright.render.diagrams.math import below_line
from inkwright.render.diagrams.picture import can_make_png, png
from inkwright.render.markdown.flavour import Shown


class WithFormulas(AtHome):
    """As at home, but formulas are pictures under short names; `drawn` holds them by name."""

    def __init__(self, post: Abroad, draughtsman: Draughtsman) -> None:
        super().__init__(post, draughtsman)
        self.drawn: dict[str, Picture] = {}

    def picture(self, kind: str, source: str, alt: str) -> Shown:
        """A diagram at home, or a formula that goes along."""
        if kind not in ("math", "inlinemath"):
            return super().picture(kind, source, alt)
        light, _, fault = self.draw(kind, source)
        if light is None or not can_make_png():
            return Shown("", fault.message if fault else "nothing here draws it; install inkwright[diagrams]")
        data = png(light)
        name = f"{MARK}{sha256(data).hexdigest()[:20]}.png"
        below = below_line(light) if kind == "inlinemath" else None
        self.drawn[name] = Picture(name, data, source, light.width, light.height, below)
        return Shown(name)
