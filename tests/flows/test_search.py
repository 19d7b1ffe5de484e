import hashlib

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.flows.ask import ask
from inkwright.flows.search import search
from inkwright.flows.search_words import wanted_of
from inkwright.model.errors import UsageError
from inkwright.model.found import Wanted
from inkwright.workspace.folder import open_workspace


@pytest.fixture
def workspace(tmp_path):
    (tmp_path / "inkwright.toml").touch()
    found = open_workspace(tmp_path)
    found.write(
        "notes/gpu/triton.md", "---\ntags: [gpu/triton]\ndate: 2026-10-01\n---\n# Launching\n\nA Triton kernel.\n"
    )
    found.write("notes/other.md", "---\nfrom: paper\nkind: code\naliases: [Warp Size]\n---\nKernel things, #tuning.\n")
    found.write("notes/used.md", "A kernel note that a post used.\n")
    found.write("posts/p/index.md", "---\ntitle: P\ndate: 2026-01-02\n---\n\nSee [[used]] on the kernel.\n")
    found.write("ideas.md", "- 2026-11-01 why is my kernel slow? [from:: question]\n- [x] 2026-11-02 kernel, done\n")
    found.write("log/2026-11-20.md", "- 10:00 fixed the triton kernel [project:: x]\n")
    return found


def paths(hits):
    return [f"{hit.path}:{hit.line}" for hit in hits]


def test_every_kind_of_text_is_found_with_its_line(workspace):
    found = search(workspace, "triton kernels", Wanted())
    assert paths(found)[0] == "notes/gpu/triton.md:7"
    assert {hit.kind for hit in found} == {"note", "post", "idea", "log"}
    assert "ideas.md:1" in paths(found) and "log/2026-11-20.md:1" in paths(found)
    assert [found[0].snippet[a:b] for a, b in found[0].marks] == ["Triton", "kernel"]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(kind="post"), ["posts/p/index.md:6"]),
        (Wanted(kind="log"), ["log/2026-11-20.md:1"]),
        (Wanted(kind="code"), ["notes/other.md:6"]),
        (Wanted(origin="paper"), ["notes/other.md:6"]),
        (Wanted(origin="question"), ["ideas.md:1"]),
        (Wanted(tag="gpu"), ["notes/gpu/triton.md:7"]),
        (Wanted(tag="#tuning"), ["notes/other.md:6"]),
        (Wanted(since="2026-11-02", kind="idea"), ["ideas.md:2"]),
    ],
)
def test_filters(workspace, wanted, expected):
    assert paths(search(workspace, "kernel", wanted)) == expected


def test_unused_leaves_out_what_a_post_links_to_and_used_ideas(workspace):
    found = set(paths(search(workspace, "kernel", Wanted(unused=True))))
    assert found == {"notes/gpu/triton.md:7", "notes/other.md:6", "ideas.md:1", "log/2026-11-20.md:1"}


def test_an_alias_a_beginning_and_a_phrase_find_a_note(workspace):
    assert paths(search(workspace, "warp size", Wanted()))[:1] == ["notes/other.md:6"]
    assert paths(search(workspace, "trit", Wanted(kind="note"))) == ["notes/gpu/triton.md:7"]
    assert paths(search(workspace, '"kernel things"', Wanted())) == ["notes/other.md:6"]
    assert search(workspace, "absent", Wanted()) == []


def test_outside_a_workspace_files_are_read_and_nothing_is_written(tmp_path):
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault" / "a.md").write_text("# Batches\n\nBig ones.\n")
    (tmp_path / "vault" / "bad.md").write_bytes(b"\xff\xfe")
    before = {path: hashlib.sha256(path.read_bytes()).digest() for path in tmp_path.rglob("*") if path.is_file()}
    assert paths(search(open_workspace(tmp_path / "vault"), "batching", Wanted())) == ["a.md:1"]
    assert before == {
        path: hashlib.sha256(path.read_bytes()).digest() for path in tmp_path.rglob("*") if path.is_file()
    }


def test_what_is_typed_to_narrow_a_search():
    assert wanted_of("Notes", "papers", "gpu", "30d", True, "2026-11-21") == Wanted(
        "note", "paper", "gpu", "2026-10-22", True
    )
    assert wanted_of("", "", "", "2026-01-05", False, "").since == "2026-01-05"
    for since in ("soon", "99999y"):
        with pytest.raises(UsageError):
            wanted_of("", "", "", since, False, "2026-11-21")


def test_the_command_prints_place_title_and_excerpt(workspace, monkeypatch):
    monkeypatch.chdir(workspace.root)
    done = CliRunner().invoke(main, ["search", "triton", "kernel", "--kind", "note"])
    assert done.exit_code == 0
    assert done.output.startswith("notes/gpu/triton.md:7  Launching\n    A Triton kernel.\n")
    assert "Nothing found" in CliRunner().invoke(main, ["search", "absent"]).output


def test_a_kind_that_nothing_has_is_said_with_those_there_are(workspace):
    with pytest.raises(UsageError, match=r'the kind "nte"\. There are: note, paper, post, page, idea, log, code'):
        search(workspace, "kernel", Wanted(kind="nte"))
    with pytest.raises(UsageError, match='the kind "nte"'):
        ask(workspace, "why is the kernel slow?", Wanted(kind="nte"))
    assert search(workspace, "sourdough", Wanted(kind="code")) == []
