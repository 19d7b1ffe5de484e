"""The texts that are open in the writer's program, each with what the editor says about it. Knows no protocol."""

import gc
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import Literal

from msgspec import Struct

from inkwright.cli.lsp.positions import Encoding, Positions
from inkwright.flows.check import Checker, Memo
from inkwright.flows.check_allow import allow
from inkwright.flows.check_always import ignore_always
from inkwright.flows.check_ignore import ignore_here
from inkwright.flows.check_paths import Place
from inkwright.flows.rule import rule_page, rule_text
from inkwright.lint.fingerprint import fingerprint
from inkwright.lint.ignores import words_key
from inkwright.model.finding import Checked, Edit, Finding
from inkwright.model.source import DIALECTS, Source
from inkwright.model.span import Span
from inkwright.workspace.folder import open_workspace

Ignored = Literal["", "once", "always"]
"""How a finding is left alone from now on: not at all, this one wherever it moves, or its words in every post."""


class Remedy(Struct, frozen=True):
    """Something to do about a finding: edits of the text, or a line in a file of the workspace that ignores it.

    `safe` is what cannot change what the author says.
    """

    title: str
    finding: Finding
    edits: tuple[Edit, ...] = ()
    safe: bool = False
    ignored: Ignored = ""


class Sheet(Struct, frozen=True):
    """One text as it was checked."""

    text: str
    checked: Checked
    positions: Positions
    place: Place

    def touching(self, span: Span) -> list[Finding]:
        """The findings that share a character with a span or touch it, in document order."""
        return [one for one in self.checked.findings if one.span.start <= span.end and span.start <= one.span.end]

    def remedies(self, span: Span) -> list[Remedy]:
        """What can be done about the findings at a span: fixes first, safe ones before others, then allowing them,
        then, in a workspace, ignoring them."""
        found = self.touching(span)
        fixes = [Remedy(one.fix.title, one, one.fix.edits, one.fix.safe) for one in found if one.fix]
        by_rule = sorted({one.rule: one for one in reversed(found)}.items())
        allowed = [Remedy(f"Allow {rule} here", one, (allow(self.checked.document, one),)) for rule, one in by_rule]
        ignored = [self._ignoring(one) for one in found] if self.place.workspace.inside else []
        return sorted(fixes, key=lambda remedy: not remedy.safe) + allowed + [one for both in ignored for one in both]

    def name(self, finding: Finding) -> str:
        """What a finding is called between client and server: its fingerprint."""
        return fingerprint(self.checked.document, finding)

    def _ignoring(self, finding: Finding) -> list[Remedy]:
        document = self.checked.document
        once = Remedy(f"Ignore this {finding.rule} for good", finding, ignored="once")
        if not words_key(document, finding):
            return [once]
        words = document.slice(finding.span)
        spelt = finding.rule == "misspelling"
        title = f"Add “{words}” to the dictionary" if spelt else f"Never report “{words}” ({finding.rule}) again"
        return [Remedy(title, finding, ignored="always"), once]

    def told(self, offset: int) -> tuple[str, Span] | None:
        """The pages of the rules at an offset as Markdown, with the span of the narrowest finding; None without."""
        found = [one for one in self.checked.findings if offset == one.span.start or offset in one.span]
        if not found:
            return None
        found.sort(key=lambda one: one.span.end - one.span.start)
        return "\n\n---\n\n".join(map(_page, found)), found[0].span


class Desk:
    """The open texts by URI. `today` gives the day in a time zone, ISO."""

    def __init__(self, today: Callable[[str], str]) -> None:
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
            place = _place(path)
            checked = self._checker(place).check_text(place, _source(place, text), self._memos.setdefault(uri, Memo()))
            known = self._sheets[uri] = Sheet(text, checked, Positions(text, encoding), place)
        return known

    def ignore(self, uri: str, name: str, always: bool) -> None:
        """Write down that the finding with a fingerprint is to be left alone; nothing for one that is gone.

        Raises UsageError, UnreadableError, UnwritableError, ConflictError.
        """
        sheet = self._sheets.get(uri)
        found = [one for one in sheet.checked.findings if sheet.name(one) == name] if sheet else []
        if not sheet or not found:
            return
        document = sheet.checked.document
        if always:
            ignore_always(sheet.place.workspace, document, found[:1])
        else:
            ignore_here(self._checker(sheet.place), sheet.place, document, found)
        self.look_anew()

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

    def _checker(self, place: Place) -> Checker:
        """The checker of a workspace, kept for the day."""
        day, root = self._today(place.workspace.capture.timezone), str(place.workspace.root)
        known = self._checkers.get(root)
        if known is None or known[0] != day:
            known = self._checkers[root] = (day, Checker((place,), day))
        return known[1]


def _place(path: str) -> Place:
    workspace = open_workspace(_folder(path))
    return Place(path, workspace, workspace.relative(path))


def _source(place: Place, text: str) -> Source:
    return Source(place.path, text, DIALECTS.get(PurePath(place.path).suffix.lower(), "markdown"))


def _folder(path: str) -> Path:
    """The nearest folder above a path that is there: a new file may lie in a folder that is not made yet."""
    return next((folder for folder in Path(path).absolute().parents if folder.is_dir()), Path())


def _page(finding: Finding) -> str:
    """What was found and the rule's page, as the reference shows it."""
    page = rule_page(finding.rule)
    why = finding.why if finding.why and finding.why not in page.why else ""
    parts = (f"**{page.name}** · {finding.severity} · {finding.message}", why, rule_text(page))
    return "\n\n".join(part for part in parts if part)
