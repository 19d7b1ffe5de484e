import pytest

from inkwright.flows.finding import opened_finder
from inkwright.flows.search import search
from inkwright.flows.search_narrow import admits, narrowed, used
from inkwright.flows.topics import topics
from inkwright.model.errors import UsageError
from inkwright.model.found import Wanted
from inkwright.notes.topic_edits import topic_named
from inkwright.workspace.finder import Line
from inkwright.workspace.folder import open_workspace


@pytest.fixture
def workspace(tmp_path):
    (tmp_path / "inkwright.toml").touch()
    found = open_workspace(tmp_path)
    found.write("notes/a.md", "---\naliases: [Warp Size]\npillar: GPU work\n---\n# A\n\nA kernel of one warp.\n")
    found.write("notes/b.md", "# B\n\nA kernel of two warps, #gpu/triton.\n")
    found.write("notes/c.md", "# C\n\nA kernel and a loaf.\n")
    found.write("posts/p/index.md", "---\ntitle: P\ndate: 2026-01-02\n---\n\nSee [[warp size]] on the kernel.\n")
    found.write("ideas.md", "- 2026-11-01 a kernel idea\n- 2026-11-02 another kernel idea\n")
    found.write(
        "inkwright/topics.toml",
        '[[topic]]\nname = "Kernels"\nnotes = ["notes/b.md", "notes/c.md", "idea: a kernel idea"]\n',
    )
    return found


def paths(workspace, **wanted):
    return {f"{hit.path}:{hit.line}" for hit in search(workspace, "kernel", Wanted(**wanted))}


def test_a_topic_keeps_its_notes_and_its_ideas(workspace):
    assert len(paths(workspace)) == 6
    members = topic_named(topics(workspace)[0], "Kernels").members
    found = paths(workspace, topic="kernels")
    assert {"notes/b.md:3", "notes/c.md:3", "ideas.md:1"} <= found and len(found) == len(members) < 6
    with pytest.raises(UsageError, match="no topic"):
        search(workspace, "kernel", Wanted(topic="bread"))
    assert narrowed(workspace, Wanted()) == Wanted()


def test_a_pillar_is_a_theme_and_so_is_a_tag_above(workspace):
    assert paths(workspace, tag="gpu WORK") == {"notes/a.md:7"}
    assert paths(workspace, tag="gpu") == {"notes/b.md:3"}
    assert paths(workspace, tag="triton") == set()


def test_a_note_linked_by_its_alias_is_used(workspace):
    with opened_finder(workspace) as finder:
        assert used(finder) == ["notes/a.md", "posts/p/index.md"]
    assert "notes/a.md:7" not in paths(workspace, unused=True)


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [(Wanted(), True), (Wanted(kind="idea"), True), (Wanted(kind="log"), False), (Wanted(tag="x"), False),
     (Wanted(origin="paper"), False), (Wanted(unused=True), False), (Wanted(topic="t"), False),
     (Wanted(topic="t", places=frozenset({"ideas.md:3"})), True)],
)  # fmt: skip
def test_captured_lines(wanted, kept):
    assert admits(wanted, Line("ideas.md", 3, "idea", "", "text", used=True)) is kept
