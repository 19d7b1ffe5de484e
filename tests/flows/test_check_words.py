"""What a workspace knows besides the dictionary: its own list and what its notes use."""

from pathlib import Path

import pytest

from inkwright.flows.check import check
from inkwright.flows.index import index_workspace
from inkwright.workspace.folder import open_workspace

TODAY = "2026-11-21"
SLIP = "parameer"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "inkwright.toml").write_text("")
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "a.md").write_text(f"# A cache\n\nEach {SLIP} has a default in this post.\n")
    (tmp_path / "notes").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def misspelled() -> list[str]:
    (checked,) = check(["posts/a.md"], TODAY, force=True)
    found = [finding for finding in checked.findings if finding.rule == "misspelling"]
    return [checked.document.slice(finding.span) for finding in found]


def test_a_slip_is_flagged_where_nothing_knows_it(folder: Path) -> None:
    assert misspelled() == [SLIP]


def test_a_word_of_the_personal_dictionary_is_known(folder: Path) -> None:
    (folder / "inkwright").mkdir()
    (folder / "inkwright" / "dictionary.txt").write_text("# ours\n\nother\nParameer  # the product\n")
    assert misspelled() == []


def test_a_word_of_the_settings_is_known(folder: Path) -> None:
    (folder / "inkwright.toml").write_text('[check]\nwords = ["parameer"]\n')
    assert misspelled() == []


@pytest.mark.parametrize("indexed", [False, True])
def test_a_word_that_notes_use_three_times_is_known(folder: Path, indexed: bool) -> None:
    (folder / "notes" / "a.md").write_text("The parameer and the Parameer.\n")
    (folder / "notes" / "b.md").write_text("Parameers are many, reparameered.\n")
    if indexed:
        index_workspace(open_workspace(folder))
    assert misspelled() == [SLIP]
    (folder / "notes" / "b.md").write_text("One parameer.\n")
    if indexed:
        index_workspace(open_workspace(folder))
    assert misspelled() == []


def test_a_spoilt_index_is_as_none(folder: Path) -> None:
    (folder / "notes" / "a.md").write_text("A parameer, a parameer, a parameer.\n")
    index_workspace(open_workspace(folder))
    (folder / ".inkwright" / "index.db").write_bytes(b"no database at all" * 100)
    assert misspelled() == []


def test_outside_a_workspace_no_list_is_read(folder: Path) -> None:
    (folder / "inkwright.toml").unlink()
    (folder / "inkwright").mkdir()
    (folder / "inkwright" / "dictionary.txt").write_text(SLIP)
    assert misspelled() == [SLIP]
