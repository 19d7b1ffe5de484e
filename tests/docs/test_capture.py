"""The guide to capturing tells what the commands do."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from inkwright.cli.commands import clip, comment, inbox
from inkwright.cli.main import main
from inkwright.model.clip import KINDS
from inkwright.model.paper import FIELDS
from inkwright.workspace.archive import BYTES, ENTRIES

GUIDE = (Path(__file__).parents[2] / "docs/guide/capture.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", [clip.command, inbox.command, comment.add])
def test_every_option_is_in_the_guide(command):
    options = [name for option in command.params for name in option.opts if name.startswith("--")]
    assert [name for name in options if name not in GUIDE and name not in ("--format", "--license")] == []


def test_kinds_headings_and_limits_are_those_of_the_program():
    assert all(f"`{kind}`" in GUIDE for kind in KINDS)
    words = " ".join(GUIDE.split())
    assert "problem, method, data, result, limits and your view" in words and len(FIELDS) == 6
    assert f"{ENTRIES:,} entries and {BYTES >> 30} GB" in GUIDE


def test_the_commands_of_the_guide_do_what_it_shows(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inkwright.toml").touch()
    (tmp_path / "posts/kv-cache").mkdir(parents=True)
    (tmp_path / "posts/kv-cache/index.md").write_text("---\ntitle: KV\n---\nText.\n")
    (tmp_path / "refs.bib").write_text("@misc{a2020, title={A paper with a title}}\n")
    shown = re.findall(r"^\$ inkwright (.+)\n((?:[^$`\n].*\n)*)", GUIDE, re.M)
    assert len(shown) == 9
    for words, output in shown:
        if "arXiv" in words:
            continue  # asks the network
        arguments = [quoted or bare for quoted, bare in re.findall(r'"([^"]*)"|(\S+)', words)]
        done = CliRunner().invoke(main, arguments, standalone_mode=False)
        assert done.exception is None and done.output.startswith(output), words
