"""W8: five answers with numbers of one's own, each linked to its line."""

import json

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.flows.demo import lay_out
from inkwright.flows.interview import interview
from inkwright.workspace.folder import open_workspace

TODAY = "2026-11-21"
PAPER = (
    "---\ntitle: Paged attention\nyear: 2023\nread: 2026-10-02\narxiv: '2309.06180'\n---\n\n# Paged attention\n\n"
    "## Problem\n\nMemory is wasted.\n\n## My view\n\nBlocks are pages, and that is all\nit takes.\n"
)


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    return lay_out(str(tmp_path_factory.mktemp("demo") / "blog"))


def squeezed(text):
    return "".join(char for char in text if char.isalnum())


def test_every_sentence_stands_where_it_is_said_to_stand(demo):
    found = interview(demo, TODAY)
    assert [one.name for one in found if one.quotes] == ["write", "current", "learned", "explain", "tools"]
    told = [f"{one.counts} {' '.join(quote.text for quote in one.quotes)}" for one in found]
    assert all(quote.head for one in found for quote in one.quotes)
    assert sum(any(char.isdigit() for char in one) for one in told) >= 4, "W8: answers with numbers"
    assert any(char.isdigit() for char in found[0].quotes[0].text)
    for quote in (quote for one in found for quote in one.quotes):
        lines = demo.read(quote.path).text.split("\n")
        there = squeezed("".join(lines[quote.line - 1 : quote.line + 12]))
        assert squeezed(quote.text)[:30] in there, quote


def test_papers_answer_how_one_stays_current(tmp_path):
    (tmp_path / "inkwright.toml").touch()
    workspace = open_workspace(tmp_path)
    workspace.write("papers/paged.md", PAPER)
    workspace.write("papers/new.md", PAPER.partition("## Problem")[0].replace("2309.06180", "2401.00001"))
    found = next(one for one in interview(workspace, TODAY) if one.name == "current")
    assert found.counts == "1 paper read and summed up, this year"
    (quote,) = found.quotes
    assert (quote.text, quote.line) == ("Blocks are pages, and that is all it takes.", 16)


def test_the_newest_posts_and_papers_are_the_ones_that_are_quoted(tmp_path):
    (tmp_path / "inkwright.toml").touch()
    workspace = open_workspace(tmp_path)
    old = PAPER.replace("2309.06180", "2401.00001").replace("2026-10-02", "2024-01-01").replace("# Paged", "# Old")
    workspace.write("papers/a.md", old.replace("title: Paged attention", "title: Old"))
    workspace.write("papers/b.md", PAPER.partition("## My view")[0])
    workspace.write("papers/c.md", PAPER.replace("read: 2026-10-02\n", "").replace("title: Paged", "title: Undated"))
    found = next(one for one in interview(workspace, TODAY) if one.name == "current")
    assert found.counts == "3 papers read and summed up, 1 of them this year"
    assert [(one.head, one.text) for one in found.quotes] == [
        ("Paged attention (2026-10-02)", "Memory is wasted."),
        ("Old (2024-01-01)", "Blocks are pages, and that is all it takes."),
    ]


def test_a_long_answer_is_quoted_by_its_first_sentences(tmp_path):
    (tmp_path / "inkwright.toml").touch()
    workspace = open_workspace(tmp_path)
    long = "- Blocks are pages. " + "They are handed out one by one as the answer grows. " * 20
    workspace.write("papers/paged.md", PAPER.partition("Blocks are")[0] + long)
    (quote,) = next(one for one in interview(workspace, TODAY) if one.name == "current").quotes
    assert quote.text.startswith("Blocks are pages. They") and quote.text.endswith("grows.") and len(quote.text) <= 320


def test_the_demo_has_learned_from_its_two_newest_posts(demo):
    found = next(one for one in interview(demo, TODAY) if one.name == "learned")
    assert [quote.path.split("/")[1] for quote in found.quotes] == ["nan-is-not-json", "dynamic-batching"]
    assert all(quote.head.endswith(("(2026-11-07)", "(2026-10-10)")) for quote in found.quotes)


def test_as_text_and_as_json(demo, monkeypatch):
    monkeypatch.chdir(demo.root)
    text = CliRunner().invoke(main, ["interview"]).output
    assert text.startswith("Do you write?\n  ") and "(nothing yet)" not in text
    assert len(json.loads(CliRunner().invoke(main, ["interview", "--format", "json"]).output)["answers"]) == 5
    asked = CliRunner().invoke(main, ["interview", "kv-cache", "--format", "json"]).output
    assert json.loads(asked)["questions"]


def test_without_papers_the_answer_says_what_is_missing(demo, monkeypatch):
    monkeypatch.chdir(demo.root)
    demo.path("papers/dean2013tail.md").unlink()
    text = CliRunner().invoke(main, ["interview"]).output
    assert "(nothing yet) Keep papers as notes" in text
