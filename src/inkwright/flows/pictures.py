"""A workspace's pictures in the sizes that pages show, and the cards of its posts, each made once: they are kept."""

from collections.abc import Sequence
from functools import cached_property
from hashlib import sha256

from inkwright.model.errors import InkwrightError
from inkwright.model.when_needed import when_needed
from inkwright.process.stamp import stamp
from inkwright.render import share_card
from inkwright.render.share_card import ShareCard
from inkwright.site.image_size import image_size
from inkwright.site.pictures import Pictures, Variant, as_they_are, no_card
from inkwright.site.recipe import digest
from inkwright.workspace.blobs import Blobs
from inkwright.workspace.folder import Workspace
from inkwright.workspace.public import public_bytes

with when_needed(__name__):
    from inkwright.render import resize


def site_pictures(workspace: Workspace, write: bool = True) -> Pictures:
    """What makes the pictures of a site under the workspace's settings; without `write` nothing is put on the disk."""
    room, wanted = Darkroom(workspace, write), workspace.settings.site
    return Pictures(room.smaller if wanted.resize else as_they_are, room.card if wanted.cards else no_card)


class Darkroom:
    """Makes pictures for one workspace."""

    def __init__(self, workspace: Workspace, write: bool = True) -> None:
        self._workspace = workspace
        state = workspace.try_state() if workspace.inside and write else workspace.state
        self._blobs = Blobs(state / "cache" / "pictures" if workspace.inside else None, write)
        self._painter = digest(share_card.EDITION, *map(stamp, ("resvg_py", "ziafont", "PIL")))

    @cached_property
    def _able(self) -> bool:
        return resize.can_resize()

    @cached_property
    def _maker(self) -> str:
        return digest(resize.EDITION, stamp("PIL"))[:8]

    def smaller(self, path: str) -> Sequence[Variant] | None:
        """The sizes of a picture; none for one that is small enough, None where nothing can make them."""
        if not self._able:
            return None
        try:
            data = public_bytes(self._workspace, path)
        except InkwrightError:
            return ()  # the page leads to what is not there, as it is written
        name = f"{sha256(data).hexdigest()[:32]}-{self._maker}"
        kept = self._blobs.get(name)
        if kept is None:
            kept = [one.data for one in resize.resized(data)]
            self._blobs.put(name, kept)
        return [Variant(*image_size(one), one) for one in kept]

    def card(self, card: ShareCard) -> bytes:
        """A card as PNG, b"" where nothing can draw it."""
        name = f"card-{digest(self._painter, card.title, card.site, card.below)}"
        kept = self._blobs.get(name)
        if not kept:
            made = share_card.card_png(card)
            kept = [made] if made else [b""]
            self._blobs.put(name, kept if made else [])
        return kept[0]
