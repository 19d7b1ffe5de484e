"""Pictures on pages in the size that a reader's screen needs, each a file of the site under the digest of its bytes."""

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256

from msgspec import Struct

from inkwright.model.post import Page
from inkwright.model.regex import regex
from inkwright.render.options import ImageInfo
from inkwright.render.share_card import ShareCard

FOLDER = "pictures"
"""Where they lie on the site."""
SIZES = "(min-width: 40.5rem) 38rem, calc(100vw - 2.5rem)"
"""How wide the column of text is."""
LARGE = "picture that could be smaller"
"""What is told of a picture that is wider than its page shows it, where nothing resizes."""
MOST = 1824
"""Pixels beyond which nobody is better served."""
LEAST = 480
"""Pixels of the smallest size that is made."""
RESIZED = (".png", ".jpg", ".jpeg", ".webp")
"""Endings of the pictures that may be resized."""
WIDE = 1216
"""Pixels beyond which a picture is wider than a page shows it: the column at two pixels for each of CSS."""
_OURS = regex(rf' srcset="/{FOLDER}/[^"]*" sizes="[^"]*"')


class Variant(Struct, frozen=True):
    """A picture in one size, its bytes as WebP."""

    width: int
    height: int
    data: bytes


MakeCard = Callable[[ShareCard], bytes]
"""The picture of a card as PNG, b"" where there is none."""
Smaller = Callable[[str], "Sequence[Variant] | None"]
"""The sizes of a picture in the workspace, from small to large; None where nothing can make them."""


def as_they_are(path: str) -> Sequence[Variant]:
    """For a build that leaves pictures as they are."""
    return ()


def no_card(card: ShareCard) -> bytes:
    """For a build without cards."""
    return b""


class Pictures:
    """The sizes that the pages of one build show, and the cards that stand for its posts elsewhere."""

    def __init__(self, smaller: Smaller = as_they_are, card: MakeCard = no_card) -> None:
        self._smaller = smaller
        self._card = card
        self._new: dict[str, bytes] = {}
        self._places: set[str] = set()

    def info(self, target: str, source: str, width: int, height: int) -> ImageInfo | None:
        """What a page shows for a picture of that size: the file itself for old browsers, and its other sizes. None
        where nothing makes them."""
        variants = self._smaller(source)
        if variants is None:
            return None
        if not variants:
            return ImageInfo(target, width, height)
        srcset = [f"/{self._place(one.data)} {one.width}w" for one in variants]
        if variants[-1].width < min(width, MOST):
            srcset.append(f"{_in_srcset(target)} {width}w")
        if width < height and variants[-1].width > variants[-1].height:  # a camera that was held upright
            width, height = height, width
        return ImageInfo(target, width, height, ", ".join(srcset), SIZES)

    def card(self, card: ShareCard) -> str:
        """The place of a card, "" where none is made."""
        data = self._card(card)
        return self._place(data, "png") if data else ""

    def _place(self, data: bytes, ending: str = "webp") -> str:
        place = f"{FOLDER}/{sha256(data).hexdigest()[:20]}.{ending}"
        self._new[place] = data
        self._places.add(place)
        return place

    def holds(self, place: str) -> bool:
        """Whether a place is that of a picture that was made in this build."""
        return place in self._places

    def pages(self) -> Iterator[Page]:
        """The files of the pictures that were shown since this was last asked, in a fixed order."""
        for place in sorted(self._new):
            yield Page(place, self._new[place])
        self._new.clear()


def _in_srcset(target: str) -> str:
    return target.replace(" ", "%20").replace(",", "%2C")


def in_one_size(html: str) -> str:
    """HTML with the files themselves only, for readers elsewhere."""
    return _OURS.sub("", html)
