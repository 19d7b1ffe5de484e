"""Where the pictures and links of a post are found by readers of a copy: all of them at home."""

from inkwright.flows.abroad import Abroad
from inkwright.flows.beside import read_beside
from inkwright.flows.drawing import Draughtsman
from inkwright.model.diagram import Drawing
from inkwright.model.document import Block
from inkwright.render.data_blocks import draw
from inkwright.render.markdown.flavour import Places, Shown
from inkwright.site.drawings import Drawings
from inkwright.site.names import Target
from inkwright.site.paths import has_scheme

NO_HOME = Shown("", "it has no public address: set `base_url` and publish the post there")
HIDDEN = Shown("", "it is not published")


class AtHome:
    """Answers with absolute addresses; `used` collects those of pictures that the writer's own site must hold."""

    def __init__(self, post: Abroad, draughtsman: Draughtsman) -> None:
        self.post = post
        self.draw = draughtsman
        self._drawings = Drawings()
        self.used: list[str] = []

    def places(self) -> Places:
        """What rewriting asks."""
        return Places(self.link, self.wikilink, self.image, self.picture, self._data, self.post.original)

    def link(self, target: str) -> Shown:
        """A destination as readers elsewhere need it."""
        if not target or target.startswith("#") or has_scheme(target):
            return Shown(target)
        return self._at(self.post.names.find(self.post.entry, target), target)

    def wikilink(self, target: str) -> Shown:
        """As `link`, by the name of a note."""
        found = self.post.names.wiki(self.post.entry, target)
        return self._at(found, "") if found.kind == "place" else Shown("", "nothing that is published answers to it")

    def image(self, target: str) -> Shown:
        """The picture at home: the file, a drawing's export, or the drawing that the site makes."""
        if has_scheme(target):
            return Shown(target)
        drawn = self.draw.shown(self.post.post.file.path, target)
        if drawn is not None and not isinstance(drawn, str) and drawn.light is not None:
            return self._used(self.drawing(drawn.light))
        name = drawn if isinstance(drawn, str) else target
        found = self.post.names.find(self.post.entry, f"/{name}" if isinstance(drawn, str) else name)
        if found.kind == "as written":
            found = self.post.names.wiki(self.post.entry, name)
        return self._used(self.file(found)) if found.kind == "place" else Shown("", "there is no such file")

    def picture(self, kind: str, source: str, alt: str) -> Shown:
        """A diagram as the site at home shows it; it shows formulas as text."""
        if kind in ("math", "inlinemath"):
            return Shown("", "no picture of it is at home")
        light, _, fault = self.draw(kind, source)
        if light is None:
            return Shown("", fault.message if fault else "nothing here draws it; install inkwright[diagrams]")
        return self._used(self.drawing(light))

    def drawing(self, light: Drawing) -> Shown:
        """A drawing that the site at home makes too."""
        if not self.post.info.base_url:
            return NO_HOME
        return Shown(self.post.address(self._drawings.place(light)))

    def file(self, found: Target) -> Shown:
        """A file that the site at home holds."""
        return self._at(found, "")

    def _used(self, shown: Shown) -> Shown:
        self.used += [shown.address] if shown.address else []
        return shown

    def _at(self, found: Target, written: str) -> Shown:
        if found.kind == "hidden":
            return HIDDEN
        if not self.post.info.base_url:
            return NO_HOME
        if found.kind == "place":
            return Shown(self.post.address(found.place) + found.tail)
        if written.startswith("/"):
            return Shown(self.post.info.base_url + written)
        return Shown(self.post.address(self.post.entry.place).rsplit("/", 1)[0] + f"/{written}")

    def _data(self, block: Block) -> str:
        return draw(block, lambda name: read_beside(self.post.workspace, self.post.post.file.path, name))
