"""Outside a workspace nothing is counted, and that is said instead of shown as nothing."""

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.model.errors import UsageError

VERBS = ("", "writing", "pillars", "next", "posts", "life", "newsletter", "report")


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_asks_for_a_workspace(verb, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("INKWRIGHT_WORKSPACE", raising=False)
    shown = CliRunner().invoke(main, ["stats", *verb.split()])
    assert isinstance(shown.exception, UsageError) and "in no workspace" in str(shown.exception)
    assert CliRunner().invoke(main, ["stats", *verb.split(), "--help"]).exit_code == 0


@pytest.mark.parametrize("verb", ("board", "today", "resume"))
def test_who_asks_where_posts_stand_is_told_that_there_is_no_workspace(verb, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("INKWRIGHT_WORKSPACE", raising=False)
    shown = CliRunner().invoke(main, [verb])
    assert isinstance(shown.exception, UsageError) and "in no workspace. Run `inkwright init`" in str(shown.exception)
    assert list(tmp_path.iterdir()) == []
