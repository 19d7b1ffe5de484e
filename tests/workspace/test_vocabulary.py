import pytest

from inkwright.flows.index import index_workspace
from inkwright.workspace.folder import open_workspace
from inkwright.workspace.vocabulary import count_uses, uses_in_notes


@pytest.fixture
def workspace(tmp_path):
    (tmp_path / "inkwright.toml").touch()
    found = open_workspace(tmp_path)
    found.write("notes/a.md", "# Triton\n\nTriton's kernels; triton. A tritonic scale.\n")
    found.write("posts/p.md", "---\ntitle: P\n---\ntriton triton\n")
    return found


def test_notes_count_and_posts_do_not(workspace):
    index_workspace(workspace)
    assert uses_in_notes(workspace, ["triton", "absent"]) == {"triton": 3, "absent": 0}


def test_without_an_index_or_with_a_spoilt_one_nothing_is_known_and_nothing_is_made(workspace):
    assert uses_in_notes(workspace, ["triton"]) is None and not (workspace.state / "index.db").exists()
    index_workspace(workspace)
    (workspace.state / "index.db").write_bytes(b"spoilt " * 999)
    assert uses_in_notes(workspace, ["triton"]) is None
    assert (workspace.state / "index.db").read_bytes() == b"spoilt " * 999


@pytest.mark.parametrize(
    ("text", "uses"), [("JIT jit's Jit’s", 3), ("jitter ajit jit2 _jit_", 2), ("", 0), ("jité", 0)]
)
def test_a_use_is_the_whole_word(text, uses):
    assert count_uses(text, "jit") == uses
