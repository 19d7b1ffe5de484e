"""Checks files: finds them, reads them, and gives every rule what it may know. Changes nothing."""

from collections.abc import Sequence
from dataclasses import replace

from inkwright.flows.check_context import Surroundings
from inkwright.flows.check_drafting import drafting
from inkwright.flows.check_paths import Place, places
from inkwright.lint.checklist import checklist
from inkwright.lint.engine import BROKEN
from inkwright.lint.engine import check as check_document
from inkwright.lint.memo import Memo
from inkwright.model.context import Context
from inkwright.model.document import Document, FrontMatter, Source
from inkwright.model.errors import UnreadableError
from inkwright.model.finding import Checked
from inkwright.text.markdown import parse
from inkwright.text.prose import word_count

__all__ = ["Checker", "Memo", "check"]


def check(paths: Sequence[str], today: str, force: bool = False, with_checklist: bool | None = None) -> list[Checked]:
    """What the editor says about each file, in the order named. `today` is ISO.

    `force` shows everything about a post that is still being drafted. `with_checklist` fills the checklist of every
    file, None does so when there is only one. Raises UsageError for a folder without posts, UnreadableError when there
    is nothing that can be read; one unreadable file among others is a finding.
    """
    found = places(paths)
    checker = Checker(found, today, force, len(found) == 1 if with_checklist is None else with_checklist)
    done: list[Checked] = []
    failed: list[UnreadableError] = []
    for place in found:
        try:
            done.append(checker.check(place))
        except UnreadableError as error:
            failed.append(error)
            done.append(checker.unreadable(place, error))
    if failed and len(failed) == len(found):
        raise failed[0]
    return _told_once(done)


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


class Checker:
    """Checks places one by one; what belongs to a workspace is looked up once."""

    def __init__(self, found: Sequence[Place], today: str, force: bool = False, with_checklist: bool = False) -> None:
        self._today = today
        self._force = force
        self._with_checklist = with_checklist
        self._walked = {str(place.workspace.root) for place in found if place.walked}
        self._known: dict[str, Surroundings] = {}

    def surroundings(self, place: Place) -> Surroundings:
        """Those of the workspace a place belongs to."""
        root = str(place.workspace.root)
        if root not in self._known:
            self._known[root] = Surroundings(place.workspace, self._today, root in self._walked)
        return self._known[root]

    def check(self, place: Place) -> Checked:
        """One file as it stands on the disk. Raises UnreadableError."""
        return self.check_text(place, place.workspace.read(place.path))

    def check_text(self, place: Place, source: Source, memo: Memo | None = None) -> Checked:
        """One text, as if the file of its place held it. `memo`, one for each text, makes the next check cheaper."""
        document = parse(source)
        if memo is not None:
            memo.meet(document)
        surroundings = self.surroundings(place)
        context = surroundings.of(document, place.path)
        findings = tuple(check_document(document, context, memo=memo))
        checked = Checked(place.shown, document, findings, word_count(document))
        held = None if self._force else drafting(document, context.metadata, findings)
        if held:
            return replace(checked, findings=held.shown, held=held.held, drafting=held.line)
        if self._with_checklist:
            items = checklist(document, context, findings, surroundings.run_state(document, place.path))
            return replace(checked, checklist=items)
        return checked

    def unreadable(self, place: Place, error: UnreadableError) -> Checked:
        """The finding for a file that cannot be read."""
        document = Document(Source(place.shown, ""), FrontMatter(), ())
        context = Context(path=place.path, unreadable=f"{error.message.rstrip('.')}. {error.hint}".strip())
        return Checked(place.shown, document, tuple(check_document(document, context)))
