import json
import os
import sys
from pathlib import Path

import pytest

from inkwright.cli.main import run
from inkwright.flows.check import check
from inkwright.model.errors import UnreadableError, UsageError

TODAY = "2026-11-21"
GOOD = "# A cache\n\nIt answered in 40 ms.\n"
PLANNED = """---
title: The cache
---
## What we measured
<!-- section: results 200-300 -->
<!-- plan
- int8 halves the memory
- latency doubles on small batches
-->

We measured that int8 halves the memory of the model, which is very good. TODO: the rest.

## What to do next
<!-- section: next 100 -->
<!-- plan
Q: What would you do?
-->
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: str, text: str | bytes = GOOD) -> None:
    place = Path(path)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(text if isinstance(text, bytes) else text.encode())


def command(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    before, sys.argv = sys.argv, ["inkwright", "check", *args]
    try:
        with pytest.raises(SystemExit) as ended:
            run()
    finally:
        sys.argv = before
    said = capsys.readouterr()
    return int(ended.value.code or 0), said.out, said.err


def rules(path: str) -> list[str]:
    return [finding.rule for one in check([path], TODAY) for finding in one.findings]


def test_paths_are_named_as_the_user_named_them(folder: Path) -> None:
    write("blog/a.md")
    write("blog/deep/b.mdx")
    write("blog/notes.txt", "x")
    write("blog/.hidden/c.md")
    write("blog/node_modules/d.md")
    assert [one.path for one in check(["blog"], TODAY)] == ["blog/a.md", "blog/deep/b.mdx"]
    assert [one.path for one in check(["blog/", "blog/a.md"], TODAY)] == ["blog/a.md", "blog/deep/b.mdx"]
    assert [one.path for one in check(["./blog/deep/../a.md"], TODAY)] == ["./blog/deep/../a.md"]
    assert [one.path for one in check([str(folder / "blog/a.md")], TODAY)] == [str(folder / "blog/a.md")]
    os.chdir("blog")
    assert [one.path for one in check(["."], TODAY)] == ["a.md", "deep/b.mdx"]


def test_outside_a_workspace_nothing_is_written(folder: Path) -> None:
    write("a.md", "It is very fast.\n")
    before = sorted(folder.rglob("*"))
    check(["a.md"], TODAY)
    check(["."], TODAY)
    assert sorted(folder.rglob("*")) == before
    assert Path("a.md").read_text() == "It is very fast.\n"


def test_exit_codes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("good.md")
    write("weak.md", "It is very fast.\n")
    write("broken.md", "See [the notes](./gone.md).\n")
    assert command(capsys, "good.md")[0] == 0
    assert command(capsys, "weak.md")[0] == 0
    assert command(capsys, "weak.md", "--fail-on", "suggestion")[0] == 1
    assert command(capsys, "broken.md", "good.md")[0] == 1
    code, out, err = command(capsys, "gone.md")
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert "gone.md" in err
    assert "Traceback" not in err
    assert command(capsys, "--unsafe", "good.md")[0] == 2


def test_one_unreadable_file_among_others_is_a_finding(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("good.md")
    write("latin.md", b"caf\xe9\n")
    code, out, _ = command(capsys, "--format", "json", "latin.md", "gone.md", "good.md")
    found = [(finding["path"], finding["rule"], finding["severity"]) for finding in json.loads(out)["findings"]]
    assert code == 1
    assert found == [("latin.md", "unreadable-file", "error"), ("gone.md", "unreadable-file", "error")]
    with pytest.raises(UnreadableError):
        check(["latin.md", "gone.md"], TODAY)


def test_a_folder_without_posts_is_wrong_use(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("empty").mkdir()
    with pytest.raises(UsageError, match="no Markdown file"):
        check(["empty"], TODAY)
    code, _, err = command(capsys, "empty")
    assert (code, err.count("\n")) == (2, 1)


def test_settings_of_the_workspace_count(folder: Path) -> None:
    write("inkwright.toml", '[check]\noff = ["wordiness"]\nwords = ["RLVR"]\n')
    write("posts/a.md", "---\ntitle: A\ndate: 2026-01-01\ntags: [x]\ndescription: d\n---\nIt is very RLVR.\n")
    assert rules("posts/a.md") == []


def test_a_setting_for_a_rule_that_is_not_there_is_one_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write("inkwright.toml", '[check.severity]\nweasel-word = "fatal"\n')
    write("posts/a.md")
    code, _, err = command(capsys, "posts/a.md")
    assert (code, err.count("\n")) == (2, 1)
    assert "error, warning or suggestion" in err
    write("inkwright.toml", '[check]\noff = ["wesel-word"]\n')
    write("posts/a.md")
    code, _, err = command(capsys, "posts/a.md")
    assert code == 2
    assert "weasel-word" in err


def test_posts_of_a_workspace_need_their_metadata(folder: Path) -> None:
    write("inkwright.toml", "")
    write("posts/a.md", "Text.\n")
    write("README.md", "Text.\n")
    assert rules("posts/a.md") == ["missing-date", "missing-description", "missing-tags", "missing-title"]
    assert rules("README.md") == []


def test_links_and_anchors_are_looked_up(folder: Path) -> None:
    write("a.md", "[b](b.md#there) [c](b.md#gone) [d](sub/d.md) ![p](p.png) ![q](q.png)\n")
    write("b.md", "# There\n")
    write("p.png", b"x")
    assert rules("a.md") == ["broken-anchor", "broken-link", "broken-image"]


def test_drafting_is_quiet(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("inkwright.toml", "")
    write("posts/a.md", PLANNED)
    (one,) = check(["posts/a.md"], TODAY)
    assert [finding.rule for finding in one.findings] == ["placeholder"]
    assert one.held == 4
    assert one.drafting == "0 of 2 sections written; 4 findings held"
    assert one.checklist == ()
    code, out, _ = command(capsys, "posts/a.md")
    assert code == 0
    assert "0 of 2 sections written" in out
    code, out, _ = command(capsys, "posts/a.md", "--force")
    assert code == 1
    assert "weasel-word" in out


def test_a_written_plan_is_checked_in_full(folder: Path) -> None:
    write("a.md", PLANNED.replace("- latency doubles on small batches\n", "") + "\nTry it on your own model.\n")
    (one,) = check(["a.md"], TODAY)
    assert one.drafting == ""
    assert "weasel-word" in [finding.rule for finding in one.findings]


def test_the_checklist_comes_with_one_file_or_when_asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("a.md")
    write("b.md")
    assert list(json.loads(command(capsys, "--format", "json", "a.md")[1])["checklist"]) == ["a.md"]
    assert json.loads(command(capsys, "--format", "json", "a.md", "b.md")[1])["checklist"] == {}
    both = json.loads(command(capsys, "--format", "json", "--checklist", "a.md", "b.md")[1])["checklist"]
    assert [len(items) for items in both.values()] == [18, 18]


def test_a_post_is_found_by_its_id(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("inkwright.toml", "")
    write("posts/kv-cache/index.md")
    assert [one.path for one in check(["kv-cache"], "2026-01-01")] == ["posts/kv-cache/index.md"]
    code, _, said = command(capsys, "kv-cash")
    assert code == 2
    assert "kv-cache" in said


def test_a_page_that_was_only_laid_out_is_quiet_until_its_first_sentence(folder: Path) -> None:
    plan = "---\ntitle: About\ndraft: true\n---\n\n## Who\n\n<!-- plan\n- ? What do you do?\n-->\n"
    write("a.md", plan)
    (one,) = check(["a.md"], TODAY)
    assert (one.findings, one.held) == ((), 1)
    assert one.drafting == "0 of 1 section written; 1 finding held"
    write("a.md", f"{plan}\nI build caches.\n")
    assert "open-question" in rules("a.md")


def test_a_file_among_others_gives_the_report_that_it_gives_alone(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write("a.md", "# A cache\n\nIt is very fast. Click [here](nowhere.md).\n")
    write("b.md")
    for format_, results in (
        ("json", lambda said: [one for one in said["findings"] if one["path"] == "a.md"]),
        ("sarif", lambda said: said["runs"][0]["results"]),
    ):
        alone = json.loads(command(capsys, "a.md", "--format", format_)[1])
        among = json.loads(command(capsys, "a.md", "b.md", "--format", format_)[1])
        assert results(alone)
        assert results(among)[: len(results(alone))] == results(alone)


def test_of_several_files_no_tree_is_kept(folder: Path) -> None:
    write("a.md")
    write("b.md")
    assert [bool(one.document.blocks) for one in check(["a.md"], TODAY)] == [True]
    assert [bool(one.document.blocks) for one in check(["a.md", "b.md"], TODAY)] == [False, False]
