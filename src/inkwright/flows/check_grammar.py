"""Asks Harper about the prose of files: each text once, all in as few starts of the program as can be, answers kept."""

import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from inkwright.flows.check_paths import Place, places
from inkwright.lint.grammar_batch import batches
from inkwright.lint.grammar_report import shown_rules
from inkwright.lint.plain_prose import plain_prose
from inkwright.model.errors import UnreadableError, UsageError
from inkwright.model.grammar import Slip
from inkwright.process.harper import Harper, find_harper
from inkwright.text.markdown import parse
from inkwright.workspace.folder import open_workspace
from inkwright.workspace.slips import kept_slips

AT_ONCE = 32
"""Batches of texts that one start of the program is given."""
MISSING = "the grammar checker Harper is not installed"
HINT = 'Install it: pip install "inkwright[grammar]" (for Linux on x86-64, macOS and Windows)'
Slips = dict[str, tuple[Slip, ...]]


def ask_grammar(
    paths: Sequence[str],
    wanted: bool | None,
    say: Callable[[str], None],
    find: Callable[[], Harper | None] = find_harper,
) -> Slips:
    """What the grammar checker says about the prose of the named files, by plain text.

    `wanted` None leaves it to the setting of the workspace; {} where it is not wanted. `say` is told why there is no
    answer. Raises UsageError as `places` does, and when it is wanted outright and not installed.
    """
    if not (_is_set(paths) if wanted is None else wanted):
        return {}
    checker = find()
    if checker is None:
        if wanted:
            raise UsageError(MISSING, hint=HINT)
        say(f"{MISSING}, so [check] grammar = true had no effect. {HINT}.")
        return {}
    try:
        return _answers(places(paths), checker)
    except UnreadableError as error:
        say(f"{error.message.rstrip('.')}; everything else was checked.")
        return {}


def _is_set(paths: Sequence[str]) -> bool:
    """Whether the workspace of the first named path wants it, without paths that of the current folder."""
    start = paths[0] if paths and Path(paths[0]).exists() else "."
    return open_workspace(start).settings.check.grammar


def _answers(chosen: Sequence[Place], checker: Harper) -> Slips:
    """The slips of all texts of some files, kept in the workspace of the first."""
    edition = "\n".join((checker.version, *shown_rules()))
    with kept_slips(chosen[0].workspace, edition) as kept:
        known = {text: kept.get(text) for text in _texts(chosen)}
        found = {text: slips for text, slips in known.items() if slips is not None}
        for text, slips in _asked([text for text, slips in known.items() if slips is None], checker):
            found[text] = slips
            kept.keep(text, slips)
    return found


def _texts(found: Iterable[Place]) -> Iterator[str]:
    for place in found:
        with contextlib.suppress(UnreadableError):  # the check itself tells of it
            yield from (text.text for text in plain_prose(parse(place.workspace.read(place.path))))


def _asked(texts: Sequence[str], checker: Harper) -> Iterator[tuple[str, tuple[Slip, ...]]]:
    """The slips of texts of which nothing is known yet."""
    lots = list(batches(texts))
    for start in range(0, len(lots), AT_ONCE):
        lot = lots[start : start + AT_ONCE]
        for batch, slips in zip(lot, checker.ask([one.joined for one in lot], shown_rules()), strict=True):
            yield from batch.shared_out(slips).items()
