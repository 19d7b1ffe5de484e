"""What a build did, as it is told."""

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from msgspec.structs import replace

from inkwright.model.site import Built, Loss
from inkwright.site.build import alias_troubles
from inkwright.site.catalog import Catalog
from inkwright.site.drawings import DIAGRAM
from inkwright.site.made import Lost
from inkwright.site.pictures import LARGE
from inkwright.site.unfinished import unfinished


class Filled(Protocol):
    """The folder that was filled."""

    name: str
    """As it was named."""
    root: Path
    written: int
    """Files that are new or changed."""
    removed: int
    """Files of an earlier build that are gone."""
    kept: list[str]
    """Files of an earlier build that someone changed by hand."""

    @property
    def files(self) -> int:
        """All files of the site."""


def outcome(shown: Catalog, lost: Iterable[Lost], target: Filled) -> Built:
    """What a build did that showed a catalog and filled a folder; `lost` is what its pages lack, in page order."""
    posts = sum(entry.file.kind == "post" for entry in shown.entries)
    losses = summed(lost)
    diagrams, large = losses.pop(DIAGRAM, None), losses.pop(LARGE, None)
    return Built(
        out=target.name, index=str(target.root / "index.html"), posts=posts, pages=len(shown.entries) - posts,
        files=target.files, written=target.written, removed=target.removed, held_back=tuple(shown.held.items()),
        losses=tuple(losses.values()), troubles=shown.troubles,
        warnings=(*alias_troubles(shown), *unfinished(shown)), kept=tuple(target.kept),
        diagrams=diagrams.count if diagrams else 0, large=large.count if large else 0, feeds=bool(shown.info.base_url),
    )  # fmt: skip


def told_again(built: Built, lost: Iterable[Lost], target: Filled) -> Built:
    """What a build did after which only a few texts changed; `built` is what the one before told."""
    losses = summed(lost)
    diagrams, large = losses.pop(DIAGRAM, None), losses.pop(LARGE, None)
    return replace(
        built, out=target.name, index=str(target.root / "index.html"), files=target.files, written=target.written,
        removed=target.removed, kept=tuple(target.kept), losses=tuple(losses.values()),
        diagrams=diagrams.count if diagrams else 0, large=large.count if large else 0,
    )  # fmt: skip


def summed(lost: Iterable[Lost]) -> dict[str, Loss]:
    """What is lost, counted by what it is, with the first place of each; empty when nothing is."""
    found: dict[str, Loss] = {}
    for what, path, line in lost:
        known = found.get(what, Loss(what, 0, path, line))
        found[what] = Loss(what, known.count + 1, known.path, known.line)
    return found
