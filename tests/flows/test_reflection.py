"""What a post taught: asked once, kept in the workspace, told in an interview, published nowhere."""

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.flows.build import build
from inkwright.flows.interview import interview
from inkwright.flows.load import load_site
from inkwright.flows.reflection import PATH, answer_on, question_on, reflection_steps, told
from inkwright.flows.today import steps
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import open_workspace

TODAY = "2026-11-21"


@pytest.fixture
def blog(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("INKWRIGHT_WORKSPACE", raising=False)
    (tmp_path / "inkwright.toml").touch()
    (tmp_path / "posts").mkdir()
    for name, day in (("old", "2026-01-02"), ("new", "2026-11-15"), ("newer", "2026-11-20")):
        (tmp_path / f"posts/{name}.md").write_text(f"---\ntitle: {name.title()}\ndate: {day}\n---\n\nWords.\n")
    return open_workspace(tmp_path)


def asked(blog):
    return [step.command for step in reflection_steps(blog, load_site(blog, TODAY), TODAY)]


def test_one_post_is_asked_about_and_once(blog):
    assert asked(blog) == ["inkwright prompt --post newer"]
    assert [step.command for step in steps(blog, TODAY)] == [
        "inkwright prompt --post newer", "inkwright promote newer",
    ]  # fmt: skip
    answer_on(blog, "newer", "learned", "Caches lie.", TODAY)
    assert asked(blog) == ["inkwright prompt --post new"]
    answer_on(blog, "new", "clear", "Why it was slow.", TODAY)
    assert asked(blog) == []
    assert [step.command for step in steps(blog, TODAY)] == ["inkwright prompt", "inkwright promote newer"]


def test_each_question_comes_once_then_the_answers_are_shown(blog):
    assert question_on(blog, "new")[1].name == "learned"
    answer_on(blog, "new", "learned", "Caches lie.", TODAY)
    assert question_on(blog, "new")[1].name == "clear"
    assert question_on(blog, "new", "1")[1].name == "learned"
    answer_on(blog, "new", "clear", "Why.", TODAY)
    id_, prompt, before = question_on(blog, "new")
    assert (id_, prompt.name, [one.text for one in before]) == ("new", "learned", ["Caches lie.", "Why."])
    with pytest.raises(UsageError):
        question_on(blog, "nothing-of-that-name")
    with pytest.raises(UsageError, match="no question 9"):
        question_on(blog, "new", "9")


def test_on_the_command_line(blog):
    done = CliRunner().invoke(main, ["prompt", "--post", "new"], input="Caches  lie.\n")
    assert done.exit_code == 0 and done.output.endswith(f"Kept in {PATH}.\n")
    assert [(one.post, one.asked, one.text) for one in told(blog)] == [("new", "learned", "Caches lie.")]
    again = CliRunner().invoke(main, ["prompt", "1", "--post", "new"], input="\n")
    assert ": Caches lie." in again.output and len(told(blog)) == 1, "no answer writes nothing"
    assert '"learned"' in CliRunner().invoke(main, ["prompt", "1", "--post", "new", "--format", "json"]).output


def test_an_interview_tells_it_with_its_line(blog):
    answer_on(blog, "old", "learned", "Old things.", "2026-01-03")
    answer_on(blog, "newer", "learned", "Caches lie.", TODAY)
    learned = next(one for one in interview(blog, TODAY) if one.name == "learned")
    (quote,) = learned.quotes
    assert (quote.text, quote.path, quote.line) == ("Caches lie.", PATH, 2)
    assert "Caches lie" in blog.read(PATH).text.splitlines()[quote.line - 1]


def test_it_is_published_nowhere(blog):
    answer_on(blog, "new", "learned", "A secret lesson.", TODAY)
    build(blog, TODAY)
    made = [path for path in (blog.root / "public").rglob("*") if path.is_file()]
    assert len(made) > 5 and not any(b"secret lesson" in path.read_bytes() for path in made)
