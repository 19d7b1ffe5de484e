"""Checks one place after the other, giving every rule what it may know; what several need is looked up once."""

from collections.abc import Iterable

from msgspec.structs import replace

from inkwright.flows.check_context import Surroundings
from inkwright.flows.check_drafting import drafting, in_session
from inkwright.flows.check_paths import Place
from inkwright.lint.checklist import checklist
from inkwright.lint.engine import check as check_document
from inkwright.lint.external import unclear
from inkwright.lint.grammar_report import without_echoes
from inkwright.lint.memo import Memo
from inkwright.lint.rates import usual
from inkwright.model.answers import Answers
from inkwright.model.context import Context
from inkwright.model.document import Document, FrontMatter, Source
from inkwright.model.errors import UnreadableError
from inkwright.model.finding import Checked
from inkwright.text.markdown import parse
from inkwright.text.prose import word_count

__all__ = ["NOTHING_ASKED", "Answers", "Checker", "Memo"]

NOTHING_ASKED = Answers()


class Checker:
    """Checks places one by one; what belongs to a workspace is looked up once. `answers` as in `Answers`."""

    def __init__(
        self,
        found: Iterable[Place],
        today: str,
        force: bool = False,
        with_checklist: bool = False,
        answers: Answers = NOTHING_ASKED,
    ) -> None:
        self._today = today
        self._force = force
        self._with_checklist = with_checklist
        self._answers = answers
        self._walked = {str(place.workspace.root) for place in found if place.walked}
        self._known: dict[str, Surroundings] = {}

    @property
    def remarks(self) -> list[str]:
        """Sentences about what could not be looked up, so that the check did without it."""
        return [remark for known in self._known.values() for remark in known.remarks]

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
        document = memo.read(source) if memo else parse(source)
        surroundings = self.surroundings(place)
        context = replace(surroundings.of(document, place.path), answers=self._answers.links, slips=self._answers.slips)
        findings = without_echoes(check_document(document, context, memo=memo))
        words = word_count(document)
        beside = usual(findings, words, context.rates)
        checked = Checked(place.shown, document, findings, words, unclear=unclear(document, context), usual=beside)
        writing = not self._force and in_session(place.workspace, surroundings.id_of(place.path), self._today)
        held = None if self._force else drafting(document, context.metadata, findings, writing)
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
