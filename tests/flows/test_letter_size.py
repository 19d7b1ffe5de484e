import json

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.flows.letter_size import SHORT, letter_size
from inkwright.flows.newsletter_preview import preview
from inkwright.newsletter.cut import LIMIT
from inkwright.workspace.folder import open_workspace

TODAY = "2026-11-21"
FRONT = "---\ntitle: Long\ndate: 2026-01-01\n---\n"
LONG = FRONT + "".join(f"\n## Part {number}\n\n" + "Plain words of a long post. " * 420 for number in range(10)) + "\n"


@pytest.fixture
def blog(tmp_path, monkeypatch):
    (tmp_path / "inkwright.toml").write_text('base_url = "https://me.example"\n[newsletter]\nsender = "a@me.example"\n')
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "long.md").write_text(LONG)
    (tmp_path / "posts" / "short.md").write_text(FRONT.replace("Long", "Short") + "Words.\n")
    monkeypatch.chdir(tmp_path)
    return open_workspace(tmp_path)


def run(*args):
    return CliRunner().invoke(main, args).output


def test_one_number_everywhere(blog):
    size = letter_size(blog, "posts/long.md", LONG, TODAY)
    shown = preview(blog, "long", TODAY, kept=False, force=False)
    assert size and size.html == shown.issue.composed.full > LIMIT and size.is_cut
    assert size.before == shown.issue.composed.cut.before and size.before.startswith("Part ")
    assert size.said in run("outline", "long") and size.said in run("board")
    found = json.loads(run("check", "--format", "json", "--force", "posts/long.md"))["findings"]
    (letter,) = [one for one in found if one["rule"] == "long-letter"]
    assert letter["message"].rstrip(".") == size.said
    assert LONG.split("\n")[letter["line"] - 1] == f"## {size.before}"
    assert json.loads(run("outline", "long", "--format", "json"))["letter"]["html"] == size.html


def test_a_short_post_costs_nothing_and_is_measured_when_asked(blog):
    text = (blog.root / "posts" / "short.md").read_text()
    assert len(text) < SHORT and letter_size(blog, "posts/short.md", text, TODAY) is None
    size = letter_size(blog, "posts/short.md", text, TODAY, short=True)
    assert size and not size.is_cut and f"{size.html // 1000} KB of HTML as a letter" in run("outline", "short")
    assert "long-letter" not in run("check", "--format", "json", "--force", "posts/short.md")


def test_without_a_newsletter_nobody_is_told(blog):
    (blog.root / "inkwright.toml").write_text("")
    assert letter_size(open_workspace(blog.root), "posts/long.md", LONG, TODAY) is None
    assert "letter" not in run("outline", "long") + run("board")


def test_a_text_that_is_being_edited_is_not_measured(blog):
    assert letter_size(blog, "posts/long.md", LONG + "more", TODAY) is None
