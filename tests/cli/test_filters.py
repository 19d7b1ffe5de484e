from pathlib import Path

import pytest
from click.testing import CliRunner

from inkwright.cli.commands import ask, search

NOTES = {
    "notes/cache.md": "---\ntitle: Cache\ntags: [storage]\n---\n\nThe cache of a key is evicted after an hour.\n",
    "notes/queue.md": "---\ntitle: Queue\n---\n\nThe cache behind the queue is never evicted.\n",
    "posts/cache/index.md": "---\ntitle: On caches\n---\n\nA cache is evicted when it is full.\n",
}


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "inkwright.toml").write_text("", encoding="utf-8")
    for name, text in NOTES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", [ask.command, search.command])
@pytest.mark.parametrize(
    ("options", "there"),
    [
        ([], {"notes/cache.md", "notes/queue.md", "posts/cache/index.md"}),
        (["--kind", "notes"], {"notes/cache.md", "notes/queue.md"}),
        (["--tag", "storage"], {"notes/cache.md"}),
        (["--theme", "storage"], {"notes/cache.md"}),
        (["--kind", "post"], {"posts/cache/index.md"}),
    ],
)
def test_both_commands_narrow_alike(blog: Path, command, options: list[str], there: set[str]) -> None:
    said = CliRunner().invoke(command, ["cache", "evicted", *options])
    assert said.exception is None, said.output
    assert {name for name in NOTES if name in said.output} == there


@pytest.mark.parametrize("command", [ask.command, search.command])
def test_an_age_that_is_none_is_said_to_be_one(blog: Path, command) -> None:
    said = CliRunner().invoke(command, ["cache", "--since", "soon"])
    assert "soon" in str(said.exception)
