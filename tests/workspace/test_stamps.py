"""What tells that a file changed."""

import os
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.seen import of_stamps
from inkwright.workspace.stamps import changed, stamps

NAMES = ("a.md", "deep/b.md", "gone.md", "bad\0name")
OLD = 1_000_000_000


def put(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, "utf-8")
    os.utime(root / name, (OLD, OLD))


def test_what_is_as_it_was_did_not_change(tmp_path: Path) -> None:
    put(tmp_path, "a.md", "a")
    put(tmp_path, "deep/b.md", "b")
    before = of_stamps({name: stamps(tmp_path, NAMES).get(name, "") for name in NAMES})
    assert changed(tmp_path, before) == []


@given(st.lists(st.tuples(st.sampled_from(NAMES[:3]), st.sampled_from(("write", "replace", "remove"))), max_size=4))
def test_numbers_tell_the_same_as_stamps(tmp_path_factory, moves) -> None:
    root = tmp_path_factory.mktemp("blog")
    put(root, "a.md", "a")
    put(root, "deep/b.md", "b")
    first = stamps(root, NAMES)
    for name, move in moves:
        if move == "write":
            put(root, name, "c")
        elif move == "replace":
            put(root, "new", "c")
            (root / "new").replace(root / name)
        else:
            (root / name).unlink(missing_ok=True)
    now = stamps(root, NAMES)
    wanted = [name for name in NAMES if first.get(name) != now.get(name)]
    assert changed(root, of_stamps({name: first.get(name, "") for name in NAMES})) == wanted


def test_a_file_written_just_now_counts_as_changed(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("a", "utf-8")
    assert changed(tmp_path, of_stamps(stamps(tmp_path, ["a.md"]))) == ["a.md"]
