from pathlib import Path

from inkwright.cli.lsp.desk import Desk, Sheet
from inkwright.model.span import Span
from inkwright.text.edits import apply

TEXT = "First.\n\nWe utilize it in order to to win.\n"


def sheet(folder: Path, text: str = TEXT) -> Sheet:
    return Desk(lambda zone: "2026-01-01").sheet("uri", str(folder / "new" / "post.md"), text, "utf-16")


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
    desk = Desk(lambda zone: "2026-01-01")
    path = str(tmp_path / "post.md")
    first = desk.sheet("uri", path, TEXT, "utf-16")
    assert desk.sheet("uri", path, TEXT, "utf-16") is first
    desk.forget("uri")
    assert desk.sheet("uri", path, TEXT, "utf-16") is not first


def test_an_empty_text_has_nothing_to_remedy(tmp_path: Path) -> None:
    assert sheet(tmp_path, "").remedies(Span(0, 0)) == []
    assert list(tmp_path.iterdir()) == []


def shelf(folder: Path) -> tuple[Desk, str]:
    (folder / "inkwright.toml").write_text('title = "Notes"\n', encoding="utf-8")
    return Desk(lambda zone: "2026-01-01"), str(folder / "post.md")


def ignore(desk: Desk, path: str, text: str, rule: str, how: str) -> list[str]:
    """Ignore the first finding of a rule as a client would; the rules that are reported then."""
    found = desk.sheet("uri", path, text, "utf-16")
    remedy = next(one for one in found.remedies(Span(0, len(text))) if (one.finding.rule, one.ignored) == (rule, how))
    assert remedy.edits == ()
    desk.ignore("uri", found.name(remedy.finding), how == "always")
    return [one.rule for one in desk.sheet("uri", path, text, "utf-16").checked.findings]


def test_one_finding_is_ignored_for_good_and_its_twin_stays(tmp_path: Path) -> None:
    desk, path = shelf(tmp_path)
    text = "We utilize it now.\n\nThey utilize it too.\n"
    assert ignore(desk, path, text, "wordy-phrase", "once") == ["wordy-phrase"]
    again = Desk(lambda zone: "2026-01-01").sheet("uri", path, "New.\n\n" + text, "utf-16")
    assert [again.text[one.span.start :][:12] for one in again.checked.findings] == ["utilize it t"]


def test_words_are_ignored_in_every_post(tmp_path: Path) -> None:
    desk, path = shelf(tmp_path)
    assert ignore(desk, path, "We utilize it now.\n\nThey utilize it too.\n", "wordy-phrase", "always") == []
    other = str(tmp_path / "other.md")
    assert desk.sheet("other", other, "You utilize it.\n", "utf-16").checked.findings == ()


def test_a_misspelling_goes_to_the_dictionary(tmp_path: Path) -> None:
    desk, path = shelf(tmp_path)
    text = "We recieve it.\n"
    titles = [one.title for one in desk.sheet("uri", path, text, "utf-16").remedies(Span(3, 3))]
    assert "Add “recieve” to the dictionary" in titles
    assert ignore(desk, path, text, "misspelling", "always") == []
    assert (tmp_path / "inkwright" / "dictionary.txt").read_text(encoding="utf-8") == "recieve\n"


def test_outside_a_workspace_nothing_can_be_ignored(tmp_path: Path) -> None:
    assert {one.ignored for one in sheet(tmp_path).remedies(Span(0, len(TEXT)))} == {""}


def test_a_finding_that_is_gone_is_not_ignored(tmp_path: Path) -> None:
    desk, path = shelf(tmp_path)
    desk.sheet("uri", path, TEXT, "utf-16")
    desk.ignore("uri", "wordy-phrase:000000000000", always=True)
    desk.ignore("never opened", "wordy-phrase:000000000000", always=False)
    assert [one.name for one in tmp_path.iterdir()] == ["inkwright.toml"]


def test_the_day_is_that_of_the_workspace(tmp_path: Path) -> None:
    (tmp_path / "inkwright.toml").write_text('timezone = "Asia/Tokyo"\n', encoding="utf-8")
    zones: list[str] = []
    Desk(lambda zone: zones.append(zone) or "2026-01-01").sheet("uri", str(tmp_path / "a.md"), "Fine.\n", "utf-16")
    assert zones == ["Asia/Tokyo"]
