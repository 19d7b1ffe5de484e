"""The texts that are open in the writer's program, each with what the editor says about it. Knows no protocol."""

import gc
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePath

from inkwright.cli.lsp.positions import Encoding, Positions
from inkwright.flows.check import Checker, Memo
from inkwright.flows.check_allow import allow
from inkwright.flows.check_paths import Place
from inkwright.flows.rule import rule_page, rule_text
from inkwright.model.finding import Checked, Edit, Finding
from inkwright.model.source import DIALECTS, Source
from inkwright.model.span import Span
from inkwright.workspace.folder import open_workspace


@dataclass(frozen=True, slots=True)
class Remedy:
    """Something to do about a finding: `safe` is what cannot change what the author says."""

    title: str
    finding: Finding
    edits: tuple[Edit, ...]
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One text as it was checked."""

    text: str
    checked: Checked
    positions: Positions

    def touching(self, span: Span) -> list[Finding]:
        """The findings that share a character with a span or touch it, in document order."""
        return [one for one in self.checked.findings if one.span.start <= span.end and span.start <= one.span.end]

    def remedies(self, span: Span) -> list[Remedy]:
        """What can be done about the findings at a span: fixes first, safe ones before others, then allowing them."""
        found = self.touching(span)
        fixes = [Remedy(one.fix.title, one, one.fix.edits, one.fix.safe) for one in found if one.fix]
        allowed = {one.rule: one for one in reversed(found)}
        return sorted(fixes, key=lambda remedy: not remedy.safe) + [
            Remedy(f"Allow {rule} here", one, (allow(self.checked.document, one),))
            for rule, one in sorted(allowed.items())
        ]

    def told(self, offset: int) -> tuple[str, Span] | None:
        """The pages of the rules at an offset as Markdown, with the span of the narrowest finding; None without."""
        found = [one for one in self.checked.findings if offset == one.span.start or offset in one.span]
        if not found:
            return None
        found.sort(key=lambda one: one.span.end - one.span.start)
        return "\n\n---\n\n".join(map(_page, found)), found[0].span


class Desk:
    """The open texts by URI. `today` gives the day, ISO."""

    def __init__(self, today: Callable[[], str]) -> None:
        self._today = today
        self._checkers: dict[str, tuple[str, Checker]] = {}
        self._sheets: dict[str, Sheet] = {}
        self._memos: dict[str, Memo] = {}

    def sheet(self, uri: str, path: str, text: str, encoding: Encoding) -> Sheet:
        """A text checked as if the file of `path` held it, from memory when it was checked before.

        Raises SettingsError when the settings of its workspace are wrong.
        """
        known = self._sheets.get(uri)
        if known is None or known.text != text:
            known = self._sheets[uri] = Sheet(text, self._check(uri, path, text), Positions(text, encoding))
        return known

    def forget(self, uri: str) -> None:
        """Drop what is known of one text."""
        self._sheets.pop(uri, None)
        self._memos.pop(uri, None)

    def rest(self) -> None:
        """Nobody waits now: collect garbage. What the first check leaves, rules and words, stays out of it for good."""
        gc.collect()
        if not gc.get_freeze_count():
            gc.freeze()

    def look_anew(self) -> None:
        """Files changed: what was looked up on the disk is looked up again on the next check."""
        self._checkers.clear()
        self._sheets.clear()

    def _check(self, uri: str, path: str, text: str) -> Checked:
        workspace = open_workspace(_folder(path))
        place = Place(path, workspace, workspace.relative(path))
        day, root = self._today(), str(workspace.root)
        known = self._checkers.get(root)
        if known is None or known[0] != day:
            known = self._checkers[root] = (day, Checker((place,), day))
        dialect = DIALECTS.get(PurePath(path).suffix.lower(), "markdown")
        memo = self._memos.setdefault(uri, Memo())
        return known[1].check_text(place, Source(place.path, text, dialect), memo)


def _folder(path: str) -> Path:
    """The nearest folder above a path that is there: a new file may lie in a folder that is not made yet."""
    return next((folder for folder in Path(path).absolute().parents if folder.is_dir()), Path())


def _page(finding: Finding) -> str:
    """What was found and the rule's page, as the reference shows it."""
    page = rule_page(finding.rule)
    why = finding.why if finding.why and finding.why not in page.why else ""
    parts = (f"**{page.name}** · {finding.severity} · {finding.message}", why, rule_text(page))
    return "\n\n".join(part for part in parts if part)
