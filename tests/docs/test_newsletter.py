"""What the guide to letters says is what happens."""

import re
import tomllib
from pathlib import Path

from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.text.markdown import parse_text
from inkwright.text.only import only_for, parts
from inkwright.workspace.settings import load_settings

GUIDE = (Path(__file__).parents[2] / "docs/guide/newsletter.md").read_text(encoding="utf-8")
FENCES = re.findall(r"```(\w+)\n(.*?)```", GUIDE, re.S)


def test_the_settings_are_ones(tmp_path):
    (written,) = [text for kind, text in FENCES if kind == "toml"]
    (tmp_path / "inkwright.toml").write_text(written)
    assert (
        load_settings(tmp_path / "inkwright.toml").newsletter.sender == tomllib.loads(written)["newsletter"]["sender"]
    )


def test_the_figures_are_named_as_the_guide_shows_them(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inkwright.toml").write_text("")
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "kv-cache.md").write_text("---\ntitle: KV\ndate: 2026-01-01\n---\nWords.\n")
    (shown,) = [text for kind, text in FENCES if kind == "console"]
    said = CliRunner().invoke(main, ["newsletter", "preview", "kv-cache"]).output
    for line in shown.splitlines()[1:]:
        assert line.partition(":")[0] in said


def test_each_reader_sees_their_part():
    (text,) = [text for kind, text in FENCES if kind == "markdown"]
    document = parse_text(text)
    assert [part.where for part in parts(document)] == ["web", "mail"]
    assert (
        "Answer this letter" not in only_for(document, "web").text and "Try it" not in only_for(document, "mail").text
    )
