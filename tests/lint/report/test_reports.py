"""All report formats on one text whose findings are known: golden answers, and the rules of each format."""

import json
from pathlib import Path

import jsonschema
import pytest
from msgspec.structs import replace

from inkwright.lint.engine import check
from inkwright.lint.fingerprint import fingerprint
from inkwright.lint.page import page_names
from inkwright.lint.report import github, sarif, text
from inkwright.lint.report import json as json_report
from inkwright.lint.report.style import Style
from inkwright.lint.rule import table
from inkwright.model.context import Context
from inkwright.model.finding import Checked, ChecklistItem, Edit, Finding, Fix
from inkwright.model.rates import Usual
from inkwright.model.span import Span
from inkwright.text.markdown import parse_text

SOURCE = "# Title\r\n\r\n🎉 We did the the work in order to win.\r\nIt is very fast: TODO.\r\n"


def checked(path: str = "posts/a.md") -> Checked:
    document = parse_text(SOURCE, path)
    return Checked(path, document, tuple(check(document, Context(path=path))), words=17)


def test_json_says_where_in_lines_and_characters() -> None:
    one = checked()
    said = json.loads(json_report.report([one], Style()))
    assert said["version"] == 1
    first, second, third, fourth = said["findings"]
    assert first == {
        "path": "posts/a.md", "line": 3, "column": 10, "end_line": 3, "end_column": 17, "rule": "repeated-word",
        "category": "grammar", "severity": "warning", "message": "“the” stands here twice",
        "why": "It is a slip of typing or of cutting and pasting, and readers stumble over it.",
        "fix": {"title": "Say it once", "safe": True,
                "edits": [{"line": 3, "column": 13, "end_line": 3, "end_column": 17, "text": ""}]},
        "fingerprint": fingerprint(one.document, one.findings[0]),
        "usual": None,
    }  # fmt: skip
    assert second["fix"]["safe"] is False
    assert (third["rule"], third["line"], third["column"]) == ("weasel-word", 4, 7)
    assert (fourth["rule"], fourth["severity"], fourth["fix"]) == ("placeholder", "error", None)
    assert said["checklist"] == {}
    assert said["summary"] == {
        "files": 1, "words": 17, "error": 1, "warning": 1, "suggestion": 2, "held": 0, "drafting": {}, "unclear": {},
    }  # fmt: skip


def test_json_holds_the_checklist_by_path() -> None:
    item = ChecklistItem("thesis", "The thesis is one sentence", "fail", "none")
    document = parse_text("x\n", "a.md")
    said = json.loads(json_report.report([Checked("a.md", document, (), checklist=(item,))], Style()))
    assert said["checklist"] == {"a.md": [{"id": "thesis", "text": item.text, "state": "fail", "evidence": "none"}]}


def test_sarif() -> None:
    said = json.loads(sarif.report([checked("posts/a b.md")], Style()))
    assert said["version"] == "2.1.0"
    (run,) = said["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["placeholder", "repeated-word", "weasel-word", "wordy-phrase"]
    assert [result["level"] for result in run["results"]] == ["warning", "note", "note", "error"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["message"]["text"]
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "posts/a%20b.md"
        assert place["region"]["startLine"] <= place["region"]["endLine"]
    fix = run["results"][0]["fixes"][0]
    assert fix["artifactChanges"][0]["replacements"][0]["deletedRegion"]["startColumn"] == 13
    assert run["columnKind"] == "unicodeCodePoints"


SCHEMA = json.loads((Path(__file__).parent / "code_scanning.schema.json").read_text(encoding="utf-8"))


def test_sarif_is_what_code_scanning_demands() -> None:
    every = Checked(
        "posts/ä b.md",
        parse_text("a b\n", "a.md"),
        tuple(Finding(name, category, "error", Span(0, 1), "m") for name, category in page_names().items()),
    )  # so that the page of each rule is shown as code hosts read it
    for report in (sarif.report([checked("a b.md"), checked("/x/y.md"), every], Style()), sarif.report([], Style())):
        jsonschema.validate(json.loads(report), SCHEMA)


def test_sarif_knows_a_finding_again_after_the_text_moved() -> None:
    def prints(source: str) -> list[str]:
        document = parse_text(source, "a.md")
        one = Checked("a.md", document, tuple(check(document, Context(path="a.md"))))
        results = json.loads(sarif.report([one], Style()))["runs"][0]["results"]
        return [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]

    before = prints(SOURCE)
    assert prints(SOURCE.replace("# Title", "# Title\r\n\r\nOne more line.")) == before
    twice = prints(SOURCE + "\r\n" + SOURCE)
    assert len(set(twice)) == len(twice)
    assert set(before) <= set(twice)


def test_json_fits_on_a_line_for_programs_that_read_lines() -> None:
    said = json_report.report([checked(), checked("b.md")], Style(compact=True))
    assert said.count("\n") == 1
    assert json.loads(said) == json.loads(json_report.report([checked(), checked("b.md")], Style()))


@pytest.mark.parametrize("message", ["still open: what is up?", "it stops…", "say “so.”", "so it is"])
def test_github_has_no_double_full_stops(message: str) -> None:
    one = Finding("open-question", "template", "error", Span(0, 1), message, "You asked.")
    said = github.report([Checked("a.md", parse_text("a\n", "a.md"), (one,))], Style())
    assert said.endswith(f"::{message}{'.' if message == 'so it is' else ''} You asked.\n")


def test_github_commands_are_escaped() -> None:
    document = parse_text("a\nb\n", "a.md")
    odd = Finding("weasel-word", "wordiness", "error", Span(0, 3), "100 % sure:\nyes", "why, indeed")
    said = github.report([Checked("dir,a:b.md", document, (odd,))], Style())
    assert said == (
        "::error file=dir%2Ca%3Ab.md,line=1,endLine=2,title=weasel-word::100 %25 sure:%0Ayes. why, indeed\n"
    )


def test_github_levels_and_columns() -> None:
    lines = github.report([checked()], Style()).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::warning", "::notice", "::notice", "::error"]
    assert "line=3,endLine=3,col=10,endColumn=16" in lines[0]


def test_text_shows_place_reason_and_hint() -> None:
    said = text.report([checked()], Style())
    assert said == (
        "posts/a.md:4:18: error: “TODO” is a gap still to fill [placeholder]\n"
        "    why: It marks a gap that only you can fill, and once published everyone sees it.\n"
        "posts/a.md:3:10: warning: “the” stands here twice [repeated-word]\n"
        "    why: It is a slip of typing or of cutting and pasting, and readers stumble over it.\n"
        "    - 🎉 We did the the work in order to win.\n"
        "    + 🎉 We did the work in order to win.\n"
        "posts/a.md:3:23: suggestion: “in order to” is the long way to say it: say “to” [wordy-phrase]\n"
        "    why: The longer form adds reading time and nothing else.\n"
        "    - 🎉 We did the the work in order to win.\n"
        "    + 🎉 We did the the work to win.\n"
        "posts/a.md:4:7: suggestion: “very” weakens the sentence: leave it out [weasel-word]\n"
        f"    why: {table().rules['weasel-word'].why}\n"
        "    - It is very fast: TODO.\n"
        "    + It is fast: TODO.\n"
        "1 error, 1 warning, 2 suggestions in 1 file, 17 words\n"
        "--fix mends 1 of these; --fix --unsafe mends 2 more and shows them first.\n"
    )


def test_text_says_nothing_of_mending_where_nothing_mends_itself() -> None:
    assert "--fix" not in text.report([replace(checked(), findings=())], Style())
    only = replace(checked(), findings=tuple(one for one in checked().findings if one.fix and not one.fix.safe))
    assert text.report([only], Style()).endswith("\n--fix --unsafe mends 2 and shows them first.\n")


def test_text_starts_with_what_is_gravest_then_with_what_cuts_most() -> None:
    lines = text.report([checked()], Style()).splitlines()
    rules = [line.rpartition("[")[2].rstrip("]") for line in lines if line.startswith("posts/")]
    assert rules == ["placeholder", "repeated-word", "wordy-phrase", "weasel-word"]


@pytest.mark.parametrize("limit", [1, 3])
def test_text_counts_what_it_leaves_out(limit: int) -> None:
    said = text.report([checked(), checked("b.md")], Style(limit=limit))
    assert sum(line.startswith(("posts/", "b.md")) for line in said.splitlines()) == limit
    assert f"... and {8 - limit} more; --all shows them." in said


def test_a_full_screen_holds_the_gravest_of_all_files() -> None:
    said = text.report([checked(), checked("b.md")], Style(limit=2))
    shown = [line for line in said.splitlines() if ": error: " in line]
    assert [line.split(":")[0] for line in shown] == ["posts/a.md", "b.md"]


def test_text_has_colours_only_when_asked() -> None:
    assert "\x1b" not in text.report([checked()], Style())
    assert "\x1b[31;1merror\x1b[0m" in text.report([checked()], Style(colour=True))


def test_text_says_one_line_for_a_draft() -> None:
    one = Checked(
        "a.md", parse_text("x\n", "a.md"), (), words=1, held=12, drafting="3 of 7 sections written; 12 findings held"
    )
    assert text.report([one], Style()).splitlines()[0] == (
        "a.md: 3 of 7 sections written; 12 findings held. --force shows them."
    )


def test_what_nobody_could_tell_is_one_line_and_a_part_of_the_summary() -> None:
    robots, slow = "403 Forbidden", "no whole answer in 10 s"
    one = Checked("a.md", parse_text("x", "a.md"), (), unclear=(("https://a.dev/1", robots), ("https://b.dev/", slow)))
    two = Checked(
        "b.md", parse_text("x", "b.md"), (), unclear=(("https://a.dev/1", robots), ("https://a.dev/2", robots))
    )
    last = text.report([one, two], Style()).splitlines()[-1]
    assert last == f"could not tell about 3 links: {robots} (2), {slow} (1); --format json names them"
    assert json.loads(json_report.report([one, two], Style()))["summary"]["unclear"] == {
        "https://a.dev/1": robots, "https://b.dev/": slow, "https://a.dev/2": robots,
    }  # fmt: skip


def test_a_single_reason_is_not_counted_twice() -> None:
    one = Checked("a.md", parse_text("x", "a.md"), (), unclear=(("https://a.dev/1", "no network"),))
    assert text.report([one], Style()).splitlines()[-1] == "could not tell about 1 link: no network"


def test_many_reasons_are_cut_short() -> None:
    unclear = tuple((f"https://a.dev/{n}", f"why {n}") for n in range(5))
    last = text.report([Checked("a.md", parse_text("x", "a.md"), (), unclear=unclear)], Style()).splitlines()[-1]
    assert last.endswith("why 2 (1), other reasons (2); --format json names them")


def test_every_format_takes_nothing_and_odd_fixes() -> None:
    document = parse_text("ab\n", "a.md")
    edits = (Edit(Span(0, 0), "<"), Edit(Span(2, 2), ">"))
    odd = Finding("bare-url", "links", "suggestion", Span(0, 2), "m", "w", Fix("t", edits, True))
    for module in (json_report, sarif, github, text):
        assert isinstance(module.report([], Style()), str)
        assert module.report([Checked("a.md", document, (odd,))], Style())
    assert "    + <ab>" in text.report([Checked("a.md", document, (odd,))], Style())


def test_text_for_people_leaves_out_what_is_usual() -> None:
    document = parse_text("It is really slow, and very odd.\n", "a.md")
    weasels = tuple(
        Finding("weasel-word", "wordiness", "suggestion", Span(at, at + 4), "say it straight") for at in (6, 23)
    )
    grave = replace(weasels[0], severity="warning")
    one = Checked("a.md", document, weasels, words=7, usual={"weasel-word": Usual(2, 3.0, 1.4, True)})
    held = "2 findings held: usual for you; --no-adapt shows them."
    assert text.report([one], Style(adapt=True)).splitlines() == [held, "nothing to mark in 1 file, 7 words"]
    single = text.report([replace(one, findings=(weasels[0], grave))], Style(adapt=True))
    assert "a.md:1:7: warning" in single and "1 finding held: usual for you; --no-adapt shows it." in single
    assert "usual:" not in single
    everything = text.report([one], Style())
    assert everything.count("suggestion:") == 2
    assert everything.count("    usual: 2 in 7 words; you usually have 3.0, good prose 1.4\n") == 1
    above = replace(one, usual={"weasel-word": Usual(2, 0.3, 0.1, False)})
    assert text.report([above], Style(adapt=True)) == text.report([above], Style())
