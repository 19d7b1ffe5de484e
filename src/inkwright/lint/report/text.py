"""The report for people: one file after the other, in each the findings that matter most first."""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from inkwright.lint.rates import usual_of
from inkwright.lint.report.json import summary
from inkwright.lint.report.style import Style
from inkwright.model.columns import cells, folded
from inkwright.model.counted import counted
from inkwright.model.document import Document
from inkwright.model.finding import SEVERITIES, Checked, ChecklistItem, Finding
from inkwright.model.net import NO_NETWORK
from inkwright.model.rates import Usual
from inkwright.model.span import Span
from inkwright.model.visible import visible

_COLOURS = {"error": "31;1", "warning": "33;1", "suggestion": "36", "path": "1", "dim": "2"}
_MARKS = {"pass": "pass", "fail": "FAIL", "ask": "ask "}
_STATES = {"pass": "dim", "fail": "error", "ask": "suggestion"}
_EXCERPT = 64
"""Characters of the text shown under a finding."""
_REASONS = 3
"""Reasons named in the line on links of which nothing could be told."""


def report(checked: Sequence[Checked], style: Style) -> str:
    """Findings with place, message, reason and hint, a line for each post being drafted, and one line of counts.

    Within a file the gravest come first, of those equally grave the ones that cut most, then by place. With
    `style.best` only what blocks and so many others are shown, with `style.limit` only so many in all, and one line
    counts the rest; with `style.adapt` another line counts what is usual for the writer.
    """
    lines: list[str] = []
    everything = sum(len(one.findings) for one in checked)
    checked = [_unusual(one) for one in checked] if style.adapt else checked
    usual = everything - sum(len(one.findings) for one in checked)
    shown = _most_worth(_best(checked, style.best), style.limit)
    for one, findings in zip(checked, shown, strict=True):
        if one.drafting:
            lines.append(_placed(one.path, f"{one.drafting}. --force shows them.", style))
        reasons: set[str] = set()
        for finding in findings:
            lines.extend(_finding(one, finding, reasons, style))
        if one.checklist:
            lines.extend(checklist_lines(one.checklist, style))
    lines.extend(_ending(checked, shown, usual, style))
    return "\n".join(lines) + "\n"


def _ending(checked: Sequence[Checked], shown: Sequence[Sequence[Finding]], usual: int, style: Style) -> Iterator[str]:
    """What is not shown, how many there are of each severity, and the links of which nothing could be told."""
    hidden = sum(len(one.findings) for one in checked) - sum(map(len, shown))
    if hidden:
        yield _dim(f"... and {hidden} more; --all shows them.", style)
    if usual:
        count, them = ("1 finding", "it") if usual == 1 else (f"{usual} findings", "them")
        yield _dim(f"{count} held: usual for you; --no-adapt shows {them}.", style)
    yield _fit(_counts(checked, style), style)
    yield from _mends(checked, style)
    yield from _unclear(checked, style)


def checklist_lines(items: Sequence[ChecklistItem], style: Style) -> list[str]:
    """The checklist, one line an item: what stands open first to the eye, with its evidence.

    Where they are wider than a line may be, an item's evidence stands right behind it and hangs below it.
    """
    width = max(len(item.text) for item in items)
    wide = len(_MARKS["pass"]) + 4 + width + max(cells(visible(item.evidence)) for item in items)
    narrow = 0 < style.width < wide
    lines = []
    for item in items:
        mark, evidence = _paint(_MARKS[item.state], _STATES[item.state], style), visible(item.evidence)
        if narrow:
            lines.append(_fit(f"{mark}  {item.text}: {_paint(evidence, 'dim', style)}", style, "      "))
        else:
            lines.append(f"{mark}  {item.text.ljust(width)}  {_paint(evidence, 'dim', style)}")
    return lines


def _unusual(one: Checked) -> Checked:
    """A file without the findings that are usual for its author."""
    beside = ((finding, usual_of(one, finding)) for finding in one.findings)
    return replace(one, findings=tuple(finding for finding, usual in beside if not (usual and usual.held)))


def _best(checked: Sequence[Checked], best: int) -> list[list[Finding]]:
    """Of each file the findings to show, in document order: all, or what blocks and the `best` others of all files."""
    if not best:
        return [list(one.findings) for one in checked]
    others = [
        (_value(finding), file, at)
        for file, one in enumerate(checked)
        for at, finding in enumerate(one.findings)
        if finding.severity != "error"
    ]
    chosen = {(file, at) for _, file, at in sorted(others)[:best]}
    return [
        [finding for at, finding in enumerate(one.findings) if finding.severity == "error" or (file, at) in chosen]
        for file, one in enumerate(checked)
    ]


def _most_worth(found: Sequence[Sequence[Finding]], limit: int) -> list[list[Finding]]:
    """The findings of each file by value; with a limit only so many, those most worth it over all files."""
    ordered = [sorted(findings, key=_value) for findings in found]
    if not limit or sum(map(len, ordered)) <= limit:
        return ordered
    ranks = sorted((_value(one), file, at) for file, findings in enumerate(ordered) for at, one in enumerate(findings))
    kept = {(file, at) for _, file, at in ranks[:limit]}
    return [[one for at, one in enumerate(findings) if (file, at) in kept] for file, findings in enumerate(ordered)]


def _value(finding: Finding) -> tuple[int, int, int, int]:
    """What to look at first: severity, then the findings that cost the reader most characters."""
    length = finding.span.end - finding.span.start
    return SEVERITIES.index(finding.severity), -length, finding.span.start, finding.span.end


def _finding(one: Checked, finding: Finding, reasons: set[str], style: Style) -> Iterator[str]:
    """The lines of one finding; a rule's reason is given with its first finding in a file."""
    line, column = one.document.position(finding.span.start)
    place = f"{one.path}:{line}:{column}"
    level = _paint(finding.severity, finding.severity, style)
    name = _paint(f"[{finding.rule}]", "dim", style)
    yield _placed(place, f"{level}: {visible(finding.message)} {name}", style)
    if finding.rule not in reasons:
        reasons.add(finding.rule)
        yield _dim(f"    why: {finding.why}", style)
        usual = usual_of(one, finding)
        if usual:
            yield _dim(f"    usual: {_beside(usual, one.words)}", style)
    if finding.fix:
        before, after = _before_after(one.document, finding)
        yield _fit(f"    - {visible(before)}", style, "  ")
        yield _fit(f"    + {visible(after)}", style, "  ")


def _beside(usual: Usual, words: int) -> str:
    return f"{usual.here} in {words:,} words; you usually have {usual.yours:.1f}, good prose {usual.good:.1f}"


def _before_after(document: Document, finding: Finding) -> tuple[str, str]:
    """The text around the edits of a fix as it is and as it would be, on one line each."""
    edits = finding.fix.edits if finding.fix else ()
    edits = tuple(edit for edit in edits if _touch(edit.span, finding.span)) or edits
    low = min(finding.span.start, *(edit.span.start for edit in edits))
    high = max(finding.span.end, *(edit.span.end for edit in edits))
    start, end = _excerpt(document.text, low, high)
    before, after, at = document.text[start:end], "", start
    for edit in sorted(edits, key=lambda edit: edit.span):
        after += document.text[at : edit.span.start] + edit.text
        at = edit.span.end
    after += document.text[at:end]
    left = "…" if start and document.text[start - 1] not in "\r\n" else ""
    right = "…" if document.text[end : end + 1] not in ("", "\r", "\n") else ""
    return left + " ".join(before.split()) + right, left + " ".join(after.split()) + right


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


def _excerpt(text: str, low: int, high: int) -> tuple[int, int]:
    """Where to cut the text around a place: at words, a few before and after, and not beyond its lines."""
    line_start = max(text.rfind("\n", 0, low), text.rfind("\r", 0, low)) + 1
    line_end = min(at for at in (text.find("\n", high), text.find("\r", high), len(text)) if at >= 0)
    start, end = max(low - _EXCERPT // 2, line_start), min(high + _EXCERPT // 2, line_end)
    if start > line_start:
        start = min(text.find(" ", start, low) + 1 or low, low)
    if end < line_end:
        end = max(text.rfind(" ", high, end), high)
    return start, end


def _counts(checked: Sequence[Checked], style: Style) -> str:
    """What stands in finished files, and apart from it what a draft must settle before it is published."""
    counts = summary([one for one in checked if not one.drafting])
    parts = [
        _paint(f"{number} {name}{'' if number == 1 else 's'}", name, style)
        for name, number in (("error", counts.error), ("warning", counts.warning), ("suggestion", counts.suggestion))
        if number
    ]
    everything = summary(checked)
    where = f"{counted(everything.files, 'file')}, {counted(everything.words, 'word')}"
    ahead = sum(len(one.findings) for one in checked if one.drafting)
    drafts = f"; {ahead} to settle before the draft is published" if ahead else ""
    return f"{', '.join(parts) or 'nothing to mark'} in {where}{drafts}"


def _mends(checked: Sequence[Checked], style: Style) -> Iterator[str]:
    """A line on what mends itself; none where nothing does."""
    fixes = [finding.fix for one in checked if not one.drafting for finding in one.findings if finding.fix]
    safe = sum(fix.safe for fix in fixes)
    asked = len(fixes) - safe
    shown = f"--fix --unsafe mends {asked}{' more' if safe else ''} and shows them first." if asked else ""
    told = "; ".join(filter(None, (f"--fix mends {safe} of these" if safe else "", shown)))
    if told:
        yield _dim(told.removesuffix(".") + ".", style)


def _unclear(checked: Sequence[Checked], style: Style) -> Iterator[str]:
    """One line on the external links of which nothing could be told, the commonest reasons named; none without."""
    reasons = summary(checked).unclear.values()
    if not reasons:
        return
    commonest = Counter(reasons).most_common()
    shown = [f"{why} ({count})" if len(commonest) > 1 else why for why, count in commonest[:_REASONS]]
    others = sum(count for _, count in commonest[_REASONS:])
    shown += [f"other reasons ({others})"] if others else []
    what = f"{len(reasons)} link{'s' * (len(reasons) != 1)}"
    named = "" if {*reasons} == {NO_NETWORK} else f"; --format json names {'it' if len(reasons) == 1 else 'them'}"
    yield _dim(f"could not tell about {what}: {', '.join(shown)}{named}", style)


def _placed(place: str, text: str, style: Style) -> str:
    """A place, never broken, and what is to be said of it."""
    place = f"{_paint(visible(place), 'path', style)}:"
    return _fit(f"{place} {text}", style, "    ", place)


def _dim(text: str, style: Style) -> str:
    return _paint(_fit(text, style, "  "), "dim", style)


def _fit(line: str, style: Style, hanging: str = "  ", whole: str = "") -> str:
    return folded(line, style.width, hanging, whole) if style.width else line


def _paint(text: str, kind: str, style: Style) -> str:
    return f"\x1b[{_COLOURS[kind]}m{text}\x1b[0m" if style.colour else text
