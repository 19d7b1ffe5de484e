from pathlib import Path

import pytest

from inkwright.model.errors import UnwritableError
from inkwright.workspace.folder import Workspace, make_folder
from inkwright.workspace.private import make_private


def test_git_never_sees_it_and_only_its_owner_opens_it(tmp_path: Path) -> None:
    place = make_private(make_folder(tmp_path))
    assert (place / ".gitignore").read_text(encoding="utf-8") == "*\n"
    assert place.stat().st_mode & 0o077 == 0
    place.chmod(0o755)
    make_private(make_folder(tmp_path))
    assert place.stat().st_mode & 0o777 == 0o755  # who opened it again has a reason


def test_the_folder_of_another_user_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(self: Workspace, path: str) -> bool:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(Workspace, "exists", closed)
    with pytest.raises(UnwritableError, match="private: this folder is open to its owner only"):
        make_private(make_folder(tmp_path))
