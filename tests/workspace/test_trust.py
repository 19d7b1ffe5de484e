"""What was agreed to is kept with the user."""

import stat
from pathlib import Path

import pytest

from inkwright.model.errors import UnwritableError
from inkwright.workspace.trust import trust, trust_file, trusted


def test_where_it_is_kept(tmp_path: Path) -> None:
    assert trust_file({"XDG_STATE_HOME": str(tmp_path)}) == tmp_path / "inkwright/trusted"
    assert trust_file({"LOCALAPPDATA": str(tmp_path)}) == tmp_path / "inkwright/trusted"
    assert trust_file({}).parts[-4:] == (".local", "state", "inkwright", "trusted")


def test_hashes_are_added_once(tmp_path: Path) -> None:
    place = tmp_path / "deep/trusted"
    assert trusted(place) == frozenset()
    trust(["b", "a"], place)
    trust(["a", "c"], place)
    assert place.read_text(encoding="ascii") == "a\nb\nc\n"
    assert trusted(place) == {"a", "b", "c"}
    assert stat.S_IMODE(place.parent.stat().st_mode) & 0o077 == 0


def test_nowhere_to_keep_it_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnwritableError):
        trust(["a"], tmp_path / "file/trusted")
