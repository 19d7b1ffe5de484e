"""The texts that a post may have been copied from: clips, notes, papers, own older posts."""

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from inkwright.flows.check_shelf import Shelf
from inkwright.model.errors import InkwrightError
from inkwright.model.post import Metadata
from inkwright.model.sources import SourceText
from inkwright.platforms.metadata import metadata_of
from inkwright.text.front_matter import read_front_matter


class Sources:
    """The sources of one post: those of the shelf without the post itself, its earlier versions and later posts."""

    def __init__(self, shelf: Shelf, path: str, metadata: Metadata) -> None:
        self._shelf = shelf
        self._path = path
        self._names = _names(path, metadata.slug)
        self._date = metadata.date

    def near(self, fingerprints: frozenset[int]) -> Sequence[str]:
        """Paths of texts that share at least two fingerprints, those that share most first."""
        known = self._shelf.by_fingerprint
        counts = Counter(path for one in fingerprints for path in known.get(one, ()) if path != self._path)
        return [path for path, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])) if count > 1]

    def source(self, path: str) -> SourceText | None:
        """A text with its kind and address; None for an earlier version, a post that is not older, or no text."""
        try:
            text = self._shelf.workspace.read(path).text
        except InkwrightError:
            return None
        data = read_front_matter(text).data
        kind = self._shelf.kinds[path]
        metadata = metadata_of(data)
        if self._names & _names(path, metadata.slug):
            return None
        if kind == "post" and not (metadata.date and (not self._date or metadata.date < self._date)):
            return None
        address = next((str(data[key]) for key in ("url", "source") if str(data.get(key, "")).startswith("http")), "")
        return SourceText(path, text, kind, address if kind != "post" else "")


def _names(path: str, slug: str) -> frozenset[str]:
    """What a text is known by: its slug, and the name of its file or folder without a date."""
    place = PurePosixPath(path)
    name = place.parent.name if place.stem in ("index", "_index", "README") else place.stem
    return frozenset(filter(None, (slug, name, name[11:] if name[:4].isdigit() and name[4:5] == "-" else "")))
