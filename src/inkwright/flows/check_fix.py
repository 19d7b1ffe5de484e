"""Applies fixes: pass after pass until nothing is left to mend, then writes only what still is as it was read."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from inkwright.flows.check_paths import Place, places
from inkwright.flows.checker import NOTHING_ASKED, Answers, Checker
from inkwright.model.errors import UnreadableError
from inkwright.model.finding import Checked, Edit, Finding
from inkwright.model.source import Source
from inkwright.text.edits import Fitting, apply, unified_diff

PASSES = 10
"""Rounds of fixing at most: a fix may uncover another, but none may go on for ever."""
FIGURES = "stale-number"  # its fixes are shown, for nobody sees a digit change by itself


class Mended(Struct, frozen=True):
    """A text with its fixes applied, not written yet. `fixed` counts findings, `diff` shows the change; `figures` says
    that figures are among what changed."""

    place: Place
    before: str
    after: str
    fixed: int
    diff: str
    figures: bool = False


def mend(
    paths: Sequence[str], today: str, unsafe: bool = False, force: bool = False, answers: Answers = NOTHING_ASKED
) -> list[Mended]:
    """The files that fixes would change, with safe fixes applied, or all with `unsafe`. Writes nothing.

    A file that cannot be read is passed over: the check that follows reports it. Raises as `check` does for a folder
    without posts.
    """
    found = places(paths)
    checker = Checker(found, today, force, answers=answers)
    done = []
    for place in found:
        try:
            mended = mend_place(checker, place, unsafe)
        except UnreadableError:
            continue
        if mended.after != mended.before:
            done.append(mended)
    return done


def write(mended: Mended) -> None:
    """Put the mended text in its file. Raises ConflictError when the file changed meanwhile, UnwritableError."""
    workspace = mended.place.workspace
    workspace.write(mended.place.path, mended.after, expected=workspace.hash_of(mended.before))


def mend_place(checker: Checker, place: Place, unsafe: bool) -> Mended:
    """One file with its fixes applied, pass after pass. Writes nothing. Raises UnreadableError."""
    return mend_text(checker, place, place.workspace.read(place.path), unsafe)


def mend_text(checker: Checker, place: Place, source: Source, unsafe: bool) -> Mended:
    """One text with its fixes applied, as if the file of its place held it."""
    text, mended = source.text, list[Finding]()
    checked = checker.check_text(place, source)
    left = len(checked.findings)
    for _ in range(PASSES):
        edits, findings = _fitting(checked, unsafe)
        if not edits:
            break
        changed = apply(text, edits)
        checked = checker.check_text(place, replace(source, text=changed))
        if len(checked.findings) >= left:
            break  # a fix that mends nothing is not made
        text, left = changed, len(checked.findings)
        mended += findings
    diff = unified_diff(place.shown, source.text, text)
    return Mended(place, source.text, text, len(mended), diff, any(one.rule == FIGURES for one in mended))


def _fitting(checked: Checked, unsafe: bool) -> tuple[list[Edit], list[Finding]]:
    """The edits of as many findings as fit together, whole fixes only, and those findings."""
    taken, mended = Fitting(), list[Finding]()
    for finding in checked.findings:
        fix = finding.fix if finding.fix and (finding.fix.safe or unsafe) else None
        if fix and all(map(taken.fits, fix.edits)):
            for edit in fix.edits:
                taken.take(edit)
            mended.append(finding)
    return taken.edits, mended
