"""Findings that the author wants left alone: kept by fingerprint in the post's record, so that they stay away."""

from collections.abc import Sequence

from msgspec.structs import replace

from inkwright.flows.check_always import ignore_always
from inkwright.flows.check_paths import Place, places
from inkwright.flows.checker import NOTHING_ASKED, Answers, Checker
from inkwright.lint.fingerprint import fingerprints
from inkwright.lint.rule import find_rule
from inkwright.model.document import Document
from inkwright.model.errors import UsageError
from inkwright.model.finding import Checked, Finding
from inkwright.workspace.records import load_record, record_path, save_record


def ignore(
    paths: Sequence[str], wanted: Sequence[str], today: str, answers: Answers = NOTHING_ASKED, always: bool = False
) -> tuple[list[Finding], list[str]]:
    """Leave alone the findings of one post that `wanted` names as `LINE:RULE`, or `LINE` for all of a line.

    With `always` their words are never reported again in the workspace. Gives those findings and the paths of the
    files that now hold them. Raises UsageError where there is not one post of a workspace or nothing to ignore
    (nothing is kept then), UnreadableError, UnwritableError.
    """
    place = _place(paths)
    checker = Checker([place], today, force=True, answers=answers)
    checked = checker.check(place)
    found = [finding for one in wanted for finding in _named(checked, one)]
    if always:
        return found, ignore_always(place.workspace, checked.document, found)
    return found, [ignore_here(checker, place, checked.document, found)]


def ignore_here(checker: Checker, place: Place, document: Document, findings: Sequence[Finding]) -> str:
    """Leave alone these findings of a file for good; the path of the record that now holds them."""
    id_ = checker.surroundings(place).id_of(place.path)
    record = load_record(place.workspace, id_)
    kept = {*record.ignores, *fingerprints(document, findings)}
    save_record(place.workspace, replace(record, ignores=tuple(sorted(kept))))
    return record_path(id_)


def _place(paths: Sequence[str]) -> Place:
    found = places(paths) if paths else []
    if len(found) != 1:
        raise UsageError(
            "--ignore and --ignore-always go with one post",
            hint="For example `inkwright check POST --ignore 12:long-sentence`",
        )
    if not found[0].workspace.inside:
        hint = "Write `<!-- inkwright: allow RULE -->` above the sentence, or make one: `inkwright init`"
        raise UsageError("ignored findings are kept in a workspace and this file is in none", path=paths[0], hint=hint)
    return found[0]


def _named(checked: Checked, wanted: str) -> list[Finding]:
    """The findings that start in a line, of one rule where one is named. Raises UsageError when there are none."""
    number, _, name = wanted.partition(":")
    if not number.isdecimal():
        raise UsageError(f"`{wanted}` names no finding", hint="Write LINE:RULE, for example 12:long-sentence")
    rule = find_rule(name).name if name else ""
    line = int(number)
    there = [finding for finding in checked.findings if checked.document.position(finding.span.start).line == line]
    found = [finding for finding in there if rule in ("", finding.rule)]
    if not found:
        others = ", ".join(sorted({finding.rule for finding in there}))
        hint = f"This line has {others}." if others else "`inkwright check` shows the lines."
        said = f"there is no {rule} here" if rule else "there is no finding here"
        raise UsageError(said, path=checked.path, line=line, hint=hint)
    return found
