"""Where the pictures and links of a post lead when it moves into another repository: files go along, posts stay."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import PurePosixPath

from inkwright.flows.abroad import Abroad
from inkwright.flows.abroad_luggage import Luggage
from inkwright.flows.beside import read_beside
from inkwright.flows.drawing import Draughtsman
from inkwright.model.document import Block
from inkwright.model.export import ExportFile
from inkwright.render.calls import page_named, without_site
from inkwright.render.data_blocks import draw
from inkwright.render.markdown.flavour import Places, Shown
from inkwright.site.paths import has_scheme

_HIDDEN = Shown("", "it is not published")


class Carried:
    """Takes along the files that a post shows. `address` stands before their names in the text ("" for beside it)."""

    def __init__(self, post: Abroad, draughtsman: Draughtsman, address: str = "") -> None:
        self._post = post
        self._draw = draughtsman
        self._luggage = Luggage(post.workspace, address)

    def places(self) -> Places:
        """What rewriting asks."""
        return Places(self.link, self.wikilink, self.image, self.picture, self._data, self._post.original)

    def files(self) -> Iterator[ExportFile]:
        """The files that go along, by the name that they have there. Raises UnreadableError."""
        return self._luggage.files()

    def link(self, target: str) -> Shown:
        """A file that goes along, an address at home, or the destination as it is written."""
        names, page, target = self._post.names, page_named(target), without_site(target)
        found = names.page(self._post.entry, page) if page else names.find(self._post.entry, target)
        if found.kind == "hidden":
            return _HIDDEN
        if found.kind == "as written":
            return Shown(target)
        if found.source:
            return Shown(self._luggage.carry(found.source) + found.tail)
        own = found.place == self._post.entry.place
        return Shown(found.tail if own and found.tail else self._post.address(found.place) + found.tail)

    def wikilink(self, target: str) -> Shown:
        """As `link`, by the name of a note."""
        found = self._post.names.wiki(self._post.entry, target)
        if found.kind != "place":
            return Shown("", "nothing that is published answers to it")
        if found.source:
            return Shown(self._luggage.carry(found.source))
        own = found.place == self._post.entry.place
        return Shown(found.tail if own and found.tail else self._post.address(found.place) + found.tail)

    def image(self, target: str) -> Shown:
        """A picture that goes along: a file, a drawing's export, or the drawing made here."""
        target = without_site(target)
        if has_scheme(target):
            return Shown(target)
        drawn = self._draw.shown(self._post.post.file.path, target)
        if isinstance(drawn, str):
            return Shown(self._luggage.carry(drawn))
        if drawn is not None and drawn.light is not None:
            name = f"{PurePosixPath(target).name.split('.')[0] or 'drawing'}.svg"
            return Shown(self._luggage.keep(name, drawn.light.svg.encode("utf-8", "replace")))
        found = self._post.names.find(self._post.entry, target)
        if not found.source:
            found = self._post.names.wiki(self._post.entry, target)
        return Shown(self._luggage.carry(found.source)) if found.source else Shown("", "there is no such file")

    def picture(self, kind: str, source: str, alt: str) -> Shown:
        """A diagram or formula as an SVG beside the post."""
        light, _, fault = self._draw(kind, source)
        if light is None:
            return Shown("", fault.message if fault else "nothing here draws it; install inkwright[diagrams]")
        digest = sha256(source.encode("utf-8", "replace")).hexdigest()[:8]
        return Shown(self._luggage.keep(f"{kind}-{digest}.svg", light.svg.encode("utf-8", "replace")))

    def _data(self, block: Block) -> str:
        return draw(block, lambda name: read_beside(self._post.workspace, self._post.post.file.path, name))
