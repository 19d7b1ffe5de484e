"""Checks files: finds them, reads them, and says what a good editor would mark. Changes nothing."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from inkwright.flows.check_paths import Place, places
from inkwright.flows.checker import NOTHING_ASKED, Answers, Checker, Memo
from inkwright.lint.engine import BROKEN
from inkwright.model.document import Document
from inkwright.model.errors import UnreadableError
from inkwright.model.finding import Checked

__all__ = ["Checker", "Memo", "Place", "check", "check_all", "places"]


def check(
    paths: Sequence[str],
    today: str,
    force: bool = False,
    with_checklist: bool | None = None,
    answers: Answers = NOTHING_ASKED,
    say: Callable[[str], None] = lambda sentence: None,
) -> list[Checked]:
    """What the editor says about each file, in the order named. `today` is ISO.

    `force` shows everything about a post that is still being drafted. `with_checklist` fills the checklist of every
    file, None does so when there is only one. `answers` is what was asked outside. `say` is told what could not be
    looked up. Raises UsageError for a folder without posts, UnreadableError when there is nothing that can be read; one
    unreadable file among others is a finding.
    """
    found = places(paths)
    checklists = len(found) == 1 if with_checklist is None else with_checklist
    checker = Checker(found, today, force, checklists, answers)
    checked = check_all(checker, found)
    for remark in checker.remarks:
        say(remark)
    return checked


def check_all(checker: Checker, found: Sequence[Place], must_read: bool = True) -> list[Checked]:
    """What a checker says about each place, in their order; of several no document keeps its blocks.

    Raises UnreadableError when `must_read` and none can be read.
    """
    done: list[Checked] = []
    failed: list[UnreadableError] = []
    for place in found:
        try:
            one = checker.check(place)
            done.append(one if len(found) == 1 else _light(one))
        except UnreadableError as error:
            failed.append(error)
            done.append(checker.unreadable(place, error))
    if must_read and failed and len(failed) == len(found):
        raise failed[0]
    return _told_once(done)


def _light(one: Checked) -> Checked:
    """The same with a document that has no blocks: those of a thousand posts take a gigabyte."""
    return replace(one, document=Document(one.document.source, one.document.front_matter, ()))


def _told_once(checked: list[Checked]) -> list[Checked]:
    """The same with each fault of a rule told of the first file alone."""
    told: set[str] = set()
    for at, one in enumerate(checked):
        faults = {finding.message for finding in one.findings if finding.rule == BROKEN}
        if faults & told:
            left = (finding for finding in one.findings if finding.rule != BROKEN or finding.message not in told)
            checked[at] = replace(one, findings=tuple(left))
        told |= faults
    return checked
