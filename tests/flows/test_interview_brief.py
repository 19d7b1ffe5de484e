"""What would be asked about a post: about the demo, and about posts that nobody here wrote."""

import shutil

import pytest

from inkwright.flows.demo import lay_out
from inkwright.flows.interview_brief import brief_of
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import open_workspace

from .test_promote_posts import letters, readable

TODAY = "2026-11-21"


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    return lay_out(str(tmp_path_factory.mktemp("demo") / "blog"))


def test_a_post_is_asked_about_by_its_numbers(demo):
    found = brief_of(demo, "dynamic-batching", TODAY)
    assert any("20.9 ms" in one.question for one in found) and all(one.quote.line > 0 for one in found)
    assert not any("made-up" in one.quote.text for one in found)


def test_a_comparison_is_asked_about_as_one_first(demo):
    first = brief_of(demo, "sqlite-or-jsonl", TODAY)[0]
    assert first.question == "SQLite or JSON Lines: which would you take today, and when the other?"
    assert demo.read(first.quote.path).text.split("\n")[first.quote.line - 1].startswith('title: "SQLite vs')


def test_what_a_model_is_called_is_no_measurement(demo):
    questions = [one.question for one in brief_of(demo, "kv-cache", TODAY)]
    assert questions and not any(size in one for one in questions for size in ("7B", "8B", "70B"))
    assert not any(one.startswith("Why this") for one in questions)


def test_a_post_that_is_not_there_is_said_to_be_missing(demo):
    with pytest.raises(UsageError, match="there is no post"):
        brief_of(demo, "nothing", TODAY)


def test_a_post_without_front_matter_is_asked_about_by_its_heading(tmp_path):
    (tmp_path / "inkwright.toml").touch()
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts/x.md").write_text("\n# Rust vs Go\n\nA text.\n", encoding="utf-8")
    (one,) = brief_of(open_workspace(tmp_path), "x", TODAY)
    assert (one.quote.text, one.quote.line) == ("Rust vs Go", 2)


@pytest.mark.corpus
def test_posts_that_nobody_here_wrote_are_asked_about_by_their_sentences(corpus, tmp_path):
    shutil.copytree(corpus / "posts/docusaurus-llm-d", tmp_path / "site")
    (tmp_path / "site/inkwright.toml").write_text('base_url = "https://me.dev"\nposts = ["blog"]\n')
    workspace = open_workspace(tmp_path / "site")
    several = 0
    for path in sorted((tmp_path / "site/blog").glob("20*")):
        source = readable(path.read_text())
        found = brief_of(workspace, path.stem, TODAY)
        several += len(found) > 1
        assert len({one.question for one in found}) >= len(found) - 4
        assert all(letters(one.quote.text) in source for one in found), path
    assert several > 10
