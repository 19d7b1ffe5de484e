"""Checks files, and again each time one of them is saved, until interrupted."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from inkwright.evidence.results import DATA
from inkwright.flows.check import check_all
from inkwright.flows.check_paths import Place, places
from inkwright.flows.checker import Checker
from inkwright.model.errors import InkwrightError
from inkwright.model.finding import Checked
from inkwright.workspace.settings import SETTINGS_FILE
from inkwright.workspace.watch import changes

_KEPT = "inkwright"
"""The folder of a workspace whose files (dictionary, ignored findings, records) bear on every post."""


class Round(Struct, frozen=True):
    """What one look gave: the places that were checked with what was said, and the files that are gone, as named.
    `trouble` is the sentence that says why nothing could be checked, "" otherwise."""

    places: tuple[Place, ...] = ()
    checked: tuple[Checked, ...] = ()
    gone: tuple[str, ...] = ()
    trouble: str = ""


def rounds(paths: Sequence[str], today: Callable[[], str], force: bool, with_checklist: bool | None) -> Iterator[Round]:
    """All files first, then those that changed, each time some did. Ends with KeyboardInterrupt.

    What goes wrong at the first look is raised as by `check`; later it is the trouble of its round: a file may be gone
    or half-written for a moment. A change of the settings or of what `inkwright/` keeps checks all files again, one of
    data those beside it.
    """

    def look(wanted: Sequence[Place], must_read: bool) -> Round:
        alone = len(known) == 1 if with_checklist is None else with_checklist
        checker = Checker(wanted, today(), force, alone)
        return Round(tuple(wanted), tuple(check_all(checker, wanted, must_read)))

    known = places(paths)
    first = look(known, must_read=True)
    watch = changes(_folders(paths, known), deep=not paths or any(Path(path).is_dir() for path in paths))
    next(watch)
    yield look(known, must_read=True) if _stale(first) else first
    for changed in watch:
        try:
            before, known = known, places(paths)
            whole = any(_bears_on_all(path) for path in changed)
            lost = [one for one in before if _real(one) in changed and not one.workspace.exists(one.path)]
            gone = tuple(one.shown for one in lost)
            data = {Path(path).parent for path in changed if path.endswith(DATA)}
            near = {one for one in known if _real(one) in changed or Path(_real(one)).parent in data}
            here = [one for one in known if one.shown not in gone and (whole or one in near)]
            if here or gone:
                found = look([*here, *lost], must_read=False)
                yield Round(found.places, found.checked, gone)
        except InkwrightError as error:
            yield Round(trouble=str(error))


def _stale(first: Round) -> bool:
    """Whether a file changed between its first check and the moment the watch stood."""
    return any(
        place.workspace.exists(place.path) and place.workspace.read_bytes(place.path) != one.document.text.encode()
        for place, one in zip(first.places, first.checked, strict=True)
    )


def _folders(paths: Sequence[str], known: Sequence[Place]) -> set[Path]:
    """The folders to watch: those named, those of the files named, and those whose files bear on all."""
    found = {Path(path) for path in paths if Path(path).is_dir()}
    found |= {one.workspace.path(one.path).parent for one in known if not one.walked}
    inside = {one.workspace.root for one in known if one.workspace.inside}
    return found | inside | {root / _KEPT for root in inside} | {root / _KEPT / "posts" for root in inside}


def _bears_on_all(path: str) -> bool:
    place = Path(path)
    return place.name == SETTINGS_FILE or _KEPT in (place.parent.name, place.parent.parent.name)


def _real(place: Place) -> str:
    """Where a place really is on the disk, links followed, as a watch names it."""
    return os.path.realpath(place.workspace.path(place.path))
