import json

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.model.errors import UsageError


@pytest.fixture
def blog(tmp_path, monkeypatch):
    (tmp_path / "inkwright.toml").touch()
    (tmp_path / "posts/kv-cache").mkdir(parents=True)
    (tmp_path / "posts/kv-cache/index.md").write_text("---\ntitle: KV\ndate: 2026-01-02\n---\nText.\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words):
    return CliRunner().invoke(main, words, standalone_mode=False)


def test_a_comment_is_kept_for_its_post_and_the_post_is_not_touched(blog):
    before = (blog / "posts/kv-cache/index.md").read_bytes()
    done = run("comment", "add", "kv", "Which", "GPU?", "--from", "Ann")
    assert done.output == "Kept in ideas.md for kv-cache: Which GPU?\n"
    run("comment", "add", "kv-cache", "It is 45 ms.", "--errata")
    rows = json.loads(run("comment", "list", "kv-cache", "--format", "json").output)["comments"]
    assert [(row["kind"], row["by"], row["text"]) for row in rows] == [
        ("comment", "Ann", "Which GPU?"), ("errata", "", "It is 45 ms."),
    ]  # fmt: skip
    assert (blog / "posts/kv-cache/index.md").read_bytes() == before
    assert "Which GPU?" in run("ideas").output


def test_an_unknown_post_is_said_and_nothing_is_kept(blog):
    done = run("comment", "add", "kvv-cache", "x")
    assert isinstance(done.exception, UsageError) and "Did you mean kv-cache?" in str(done.exception)
    assert not (blog / "ideas.md").exists()


def test_no_comments(blog):
    assert run("comment", "list").output.startswith("No comments yet")


def test_a_pdf_is_no_post_and_nothing_is_kept(blog):
    (blog / "x.pdf").write_bytes(b"%PDF-1.7\n")
    assert "this is a PDF, not a text" in str(run("comment", "add", "x.pdf", "hi").exception)
    assert "hi" not in ((blog / "ideas.md").read_text() if (blog / "ideas.md").exists() else "")
