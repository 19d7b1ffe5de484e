"""Which ledger a workspace has."""

import os
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.flows.newsletter_desk import NOW, desk

from inkwright.flows.ledger import ledger_for_reading, ledger_for_writing, ledger_of
from inkwright.flows.ledger_place import has_ledger
from inkwright.flows.subscribers_add import Wanted, add_subscriber
from inkwright.model.errors import UnwritableError
from inkwright.workspace.folder import Workspace


def test_by_default_it_is_a_file_that_nobody_else_sees(tmp_path: Path):
    workspace = desk(tmp_path / "blog")
    assert not has_ledger(workspace, {})
    ledger_of(workspace, {}).close()
    assert has_ledger(workspace, {})
    assert workspace.read("private/.gitignore").text == "*\n"
    if os.name != "nt":
        assert stat.S_IMODE(workspace.path("private").stat().st_mode) == 0o700
        assert stat.S_IMODE(workspace.path("private/inkwright.db").stat().st_mode) == 0o600


def test_a_folder_that_is_not_ours_to_open_holds_one_and_opening_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def closed(self: Workspace, path: str) -> bool:
        raise PermissionError(13, "Permission denied", path)

    workspace = desk(tmp_path / "blog")
    monkeypatch.setattr(Workspace, "exists", closed)
    assert has_ledger(workspace, {})
    with pytest.raises(UnwritableError, match="open to its owner only"):
        ledger_of(workspace, {})


def test_the_environment_names_another(tmp_path: Path, ledger_place: str | Path):
    workspace = desk(tmp_path / "blog")
    named = {"INKWRIGHT_LEDGER": str(ledger_place)}
    ledger = ledger_of(workspace, named)
    assert ledger.dialect == ("postgresql" if isinstance(ledger_place, str) else "sqlite")
    ledger.close()
    assert has_ledger(workspace, named) and not workspace.path("private").exists()


def test_who_only_asks_makes_no_copy_and_who_changes_makes_one_a_day(tmp_path: Path):
    workspace = desk(tmp_path / "blog")
    add_subscriber(workspace, Wanted("ada@example.com"), NOW)
    backups = workspace.path("private/backup")
    with ledger_for_reading(workspace):
        assert not backups.exists()
    for hours in (1, 2, 24):
        with ledger_for_writing(workspace, NOW + timedelta(hours=hours)):
            pass
    assert sorted(one.name for one in backups.iterdir()) == ["inkwright-2026-11-21.db", "inkwright-2026-11-22.db"]


def test_the_copy_is_from_before_the_change(tmp_path: Path):
    from inkwright.ledger.open import open_ledger

    workspace = desk(tmp_path / "blog")
    add_subscriber(workspace, Wanted("ada@example.com"), NOW)
    add_subscriber(workspace, Wanted("bob@example.com"), NOW + timedelta(days=1))
    copy = open_ledger(workspace.path("private/backup/inkwright-2026-11-22.db"))
    with copy.read() as connection:
        assert connection.execute(text("SELECT count(*) FROM subscriber")).scalar() == 1
    copy.close()


def test_a_missing_extra_is_one_sentence(monkeypatch: pytest.MonkeyPatch):
    import importlib

    from inkwright.flows.later import later
    from inkwright.model.errors import UsageError

    def missing(name: str):
        raise ModuleNotFoundError(f"No module named {missing_name!r}", name=missing_name)

    monkeypatch.setattr(importlib, "import_module", missing)
    missing_name = "sqlalchemy.exc"
    with pytest.raises(UsageError, match=r"pip install 'inkwright\[newsletter\]'"):
        later("subscribers_add")
    missing_name = "inkwright.flows.nothing"
    with pytest.raises(ModuleNotFoundError):
        later("nothing")
