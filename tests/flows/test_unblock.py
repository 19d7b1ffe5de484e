"""Questions about the emptiest point, answers as bullets, beside other programs on the same file."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from inkwright.cli.commands.unblock import command
from inkwright.flows.unblock import answer, questions
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import Workspace, open_workspace

POST = "---\ntitle: A\n---\n\n## One\n<!-- plan\n- first\n-->\n\n## Two\n"


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    (tmp_path / "inkwright.toml").write_text("")
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts/a.md").write_text(POST)
    monkeypatch.chdir(tmp_path)
    return open_workspace(tmp_path)


def run(*args: str, typed: str = "") -> Result:
    return CliRunner().invoke(command, list(args), input=typed)


def text(blog: Workspace) -> str:
    return blog.read("posts/a.md").text


def test_answers_stand_below_the_point_in_their_order(blog: Workspace) -> None:
    result = run("a", typed="see [[tiles]] first\n\nthird\n")
    assert text(blog) == POST.replace("- first\n", "- first\n- see [[tiles]] first\n- third\n")
    assert "posts/a.md:8: - see first" in result.output and "2 answers kept." in result.output


def test_no_answer_changes_nothing(blog: Workspace) -> None:
    assert "Nothing was changed." in run("a").output
    assert text(blog) == POST


def test_an_edit_made_meanwhile_is_kept(blog: Workspace) -> None:
    asked = questions(blog, "a")
    blog.path("posts/a.md").write_text(POST.replace("## One", "Hello.\n\n## One").replace("- first", "- zero\n- first"))
    kept = answer(blog, "a", asked, "mine")
    assert kept and kept.line == 11
    assert "Hello." in text(blog) and "- zero\n- first\n- mine\n-->" in text(blog)


def test_a_save_between_reading_and_writing_is_not_overwritten(
    blog: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, saved = Workspace.write, []

    def late(self: Workspace, path: str, words: str, expected: str | None = None) -> None:
        if not saved:
            saved.append(blog.path(path).write_text(POST + "\nAn outside edit.\n"))
        write(self, path, words, expected)

    asked = questions(blog, "a")
    monkeypatch.setattr(Workspace, "write", late)
    assert answer(blog, "a", asked, "mine")
    assert text(blog) == POST.replace("- first\n", "- first\n- mine\n") + "\nAn outside edit.\n"


def test_an_answer_is_never_lost_with_its_section(blog: Workspace) -> None:
    asked = questions(blog, "a")
    blog.path("posts/a.md").write_text("## Other\n")
    with pytest.raises(UsageError, match="is gone"):
        answer(blog, "a", asked, "mine")


def test_code_and_open_comments_are_left_alone(blog: Workspace) -> None:
    blog.path("posts/a.md").write_text("## One\n\n```\n<!-- plan\n- first\n-->\n")
    run("a", typed="mine\n")
    assert text(blog) == "## One\n<!-- plan\n- mine\n-->\n\n```\n<!-- plan\n- first\n-->\n", "a plan in a fence is code"
    blog.path("posts/a.md").write_text("<!-- a comment that is never closed\n\n## One\n")
    before = text(blog)
    run("a", typed="mine\n")
    assert text(blog) == f"<!-- plan\n- mine\n-->\n\n{before}"


def test_listing_and_json_only_read(blog: Workspace) -> None:
    assert run("a", "--list").output.startswith("About “first” in One:\n1. Who asked you")
    found = json.loads(run("a", "--format", "json").output)
    assert (found["section"], found["bullet"], len(found["questions"])) == ("One", "first", 3)
    assert text(blog) == POST
