from pathlib import Path

import pytest

from inkwright.flows.paper_table import table_of_papers
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import Workspace, open_workspace

NOTE = "---\ntitle: {0}\nkey: {0}\nkind: paper\ntags: [{1}]\n---\n\n## Problem\n\n{2}\n\n## Result\n\n"
TOPICS = '[[topic]]\nname = "Caches"\nnotes = ["papers/alpha.md", "notes/n.md"]\n'


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    for folder in ("papers", "notes", "inkwright"):
        (tmp_path / folder).mkdir()
    (tmp_path / "inkwright.toml").touch()
    (tmp_path / "papers/alpha.md").write_text(NOTE.format("alpha", "gpu", "Slow reads."))
    (tmp_path / "papers/beta.md").write_text(NOTE.format("beta", "net", "Lost packets."))
    (tmp_path / "notes/n.md").write_text("# Cache\n\nMine.\n")
    (tmp_path / "inkwright/topics.toml").write_text(TOPICS)
    monkeypatch.chdir(tmp_path)
    return open_workspace(tmp_path)


def test_the_papers_of_a_topic_with_their_citations_and_holes(blog: Workspace) -> None:
    made, holes = table_of_papers(blog, (), "problem,result", topic="caches")
    assert made == "| Paper | Problem | Result |\n| --- | --- | --- |\n| alpha [@alpha] | Slow reads. | TK |\n"
    assert holes == (("papers/alpha.md", "Result"),)


def test_keys_and_tags_narrow_it(blog: Workspace) -> None:
    assert "beta" in table_of_papers(blog, (), tag="net")[0] and "alpha" not in table_of_papers(blog, ("beta",))[0]
    assert table_of_papers(blog, ("beta",), topic="Caches") == ("", ())


@pytest.mark.parametrize("wrong", [{"topic": "nothing"}, {"fields": "colour"}, {"keys": ("gamma",)}])
def test_what_there_is_not_is_said(blog: Workspace, wrong: dict) -> None:
    with pytest.raises(UsageError):
        table_of_papers(blog, **{"keys": (), **wrong})
