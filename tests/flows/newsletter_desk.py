"""A workspace with a ledger for the tests of flows; `ledger_place` says on which database."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from inkwright.workspace.folder import Workspace, make_folder

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
SETTINGS = '[newsletter.lists]\ngpu = ["GPU programming"]\nLLM = ["language models"]\n'


def desk(folder: Path, settings: str = SETTINGS) -> Workspace:
    """A workspace in an empty folder."""
    folder.mkdir(exist_ok=True)
    (folder / "inkwright.toml").write_text(settings)
    return make_folder(folder)


def on(place: str | Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the flows use the ledger at a place."""
    monkeypatch.setenv("INKWRIGHT_LEDGER", str(place))
