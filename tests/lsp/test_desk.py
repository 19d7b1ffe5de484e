from pathlib import Path

from inkwright.cli.lsp.desk import Desk, Sheet
from inkwright.model.span import Span
from inkwright.text.edits import apply

TEXT = "First.\n\nWe utilize it in order to to win.\n"


def sheet(folder: Path, text: str = TEXT) -> Sheet:
    return Desk(lambda: "2026-01-01").sheet("uri", str(folder / "new" / "post.md"), text, "utf-16")


def test_safe_fixes_come_first_then_the_others_then_allowing(tmp_path: Path) -> None:
    remedies = sheet(tmp_path).remedies(Span(0, len(TEXT)))
    assert [one.safe for one in remedies] == [True, False, False, False, False]
    assert [one.title.startswith("Allow") for one in remedies] == [False, False, False, True, True]
    assert apply(TEXT, remedies[0].edits) == TEXT.replace("to to", "to")


def test_only_what_touches_the_place_is_offered(tmp_path: Path) -> None:
    found = sheet(tmp_path)
    assert found.remedies(Span(2, 2)) == []
    assert [one.finding.rule for one in found.remedies(Span(12, 12))] == ["wordy-phrase", "wordy-phrase"]


def test_overlapping_findings_are_both_told_the_narrowest_first(tmp_path: Path) -> None:
    told = sheet(tmp_path).told(TEXT.index("to to"))
    assert told
    text, span = told
    assert TEXT[span.start : span.end] == "to to"
    assert text.index("repeated-word") < text.index("wordy-phrase")
    assert sheet(tmp_path).told(0) is None


def test_an_unchanged_text_is_not_checked_again(tmp_path: Path) -> None:
    desk = Desk(lambda: "2026-01-01")
    path = str(tmp_path / "post.md")
    first = desk.sheet("uri", path, TEXT, "utf-16")
    assert desk.sheet("uri", path, TEXT, "utf-16") is first
    desk.forget("uri")
    assert desk.sheet("uri", path, TEXT, "utf-16") is not first


def test_an_empty_text_has_nothing_to_remedy(tmp_path: Path) -> None:
    assert sheet(tmp_path, "").remedies(Span(0, 0)) == []
    assert list(tmp_path.iterdir()) == []
