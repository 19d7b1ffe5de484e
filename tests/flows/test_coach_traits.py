"""The traits of the demo's posts, of a foreign blog, and of nothing."""

import json
import shutil

import pytest
from click.testing import CliRunner

from inkwright.cli import output
from inkwright.cli.main import main
from inkwright.flows.coach_traits import coach_traits
from inkwright.flows.demo import lay_out
from inkwright.workspace.folder import open_workspace

TODAY = "2026-11-21"


def test_of_the_demo(tmp_path, monkeypatch):
    workspace = lay_out(str(tmp_path / "blog"))
    found = {one.trait.name: one for one in coach_traits(workspace, TODAY)}
    assert "posts/nan-is-not-json/index.md" in found["visuals"].posts
    assert all(one.numbers for one in found.values())
    monkeypatch.chdir(workspace.root)
    text = CliRunner().invoke(main, ["coach", "--traits"]).output
    assert text.startswith("A consistent format: ") and text.count("Seen at: ") == len(found)
    monkeypatch.setattr(output, "room", lambda stream=None: 80)
    assert all(len(line) <= 80 for line in CliRunner().invoke(main, ["coach", "--traits"]).output.splitlines())
    rows = json.loads(CliRunner().invoke(main, ["coach", "--traits", "--format", "json"]).output)["traits"]
    assert [row["trait"]["name"] for row in rows] == list(found)


def test_of_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = CliRunner().invoke(main, ["coach", "--traits"]).output
    assert text.startswith("No post is published yet") and "Look at" not in text


@pytest.mark.corpus
def test_of_a_blog_that_nobody_here_wrote(corpus, tmp_path):
    shutil.copytree(corpus / "posts/docusaurus-llm-d", tmp_path / "site")
    (tmp_path / "site/inkwright.toml").write_text('posts = ["blog"]\n')
    found = {one.trait.name: one.numbers for one in coach_traits(open_workspace(tmp_path / "site"), TODAY)}
    assert "25 of 25 have a description" in found["format"] and "a post in 7 days" in found["rhythm"]
