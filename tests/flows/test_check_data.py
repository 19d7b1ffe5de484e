from pathlib import Path

import pytest

from inkwright.flows.check import check

TODAY = "2026-11-21"
RULES = ("broken-data-block", "benchmark-without-facts", "missing-image-alt")


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write("inkwright.toml", "")
    return tmp_path


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text.encode())


def told() -> list[tuple[int, str, str, str]]:
    (one,) = check(["posts/a/index.md"], TODAY, force=True)
    return [
        (one.document.position(finding.span.start).line, finding.rule, finding.severity, finding.message)
        for finding in one.findings
        if finding.rule in RULES
    ]


def test_a_lost_file_a_lost_column_and_lost_words_are_named_with_their_line(blog: Path) -> None:
    write("posts/a/load.csv", "way,ms\nbulk,174.2\n")
    write(
        "posts/a/index.md",
        "Words.\n\n```table from=gone.csv facts=none\n```\n\n"
        "- ```chart from=load.csv y=seconds alt=x facts=none\n  ```\n\n"
        "```chart from=load.csv y=ms facts=none\n```\n\n```table from=load.csv\n```\n",
    )
    assert told() == [
        (3, "broken-data-block", "error",
         "this table cannot be drawn: there is no gone.csv beside the post: run what writes it, or correct the name"),
        (6, "broken-data-block", "error",
         "this chart cannot be drawn: load.csv has no column `seconds`; it has way, ms"),
        (9, "missing-image-alt", "warning", 'this chart has no description: add alt="..." with what it shows'),
        (12, "benchmark-without-facts", "warning",
         "it is not said on which machine, with which versions, when, how often and with what spread this was "
         "measured: add `machine`, `versions`, `date`, `n`, `spread` to the fence, or write facts=none when "
         "nothing was measured"),
    ]  # fmt: skip


def test_what_changes_in_the_file_shows_at_once(blog: Path) -> None:
    write("posts/a/index.md", "```table from=load.csv columns=ms facts=none\n```\n")
    assert [rule for _, rule, _, _ in told()] == ["broken-data-block"]
    write("posts/a/load.csv", "way,ms\nbulk,174.2\n")
    assert told() == []
    write("posts/a/load.csv", "way,seconds\nbulk,0.2\n")
    assert [rule for _, rule, _, _ in told()] == ["broken-data-block"]


def test_a_binary_or_huge_file_is_a_finding_not_a_crash(blog: Path) -> None:
    write("posts/a/index.md", "```table from=load.csv facts=none\n```\n")
    Path("posts/a/load.csv").write_bytes(b"\x00\xff\xfe" * 1000)
    assert [rule for _, rule, _, _ in told()] == ["broken-data-block"]
    Path("posts/a/load.csv").unlink()
    Path("posts/a/load.csv").mkdir()
    assert [rule for _, rule, _, _ in told()] == ["broken-data-block"]
