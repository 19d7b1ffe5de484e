from pathlib import Path

import pytest

from inkwright.model.errors import UsageError
from inkwright.workspace.maildir import MaildirMailbox


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("new", "cur", "tmp"):
        (tmp_path / name).mkdir()
    return tmp_path


def test_what_is_new_is_read_in_order_and_marked(folder: Path) -> None:
    for name in ("20.b.host", "10.a.host", ".hidden"):
        (folder / "new" / name).write_bytes(name.encode())
    (folder / "new" / "folder").mkdir()
    (folder / "cur" / "5.old:2,").write_bytes(b"read by somebody")
    with MaildirMailbox(str(folder)) as box:
        assert list(box.new()) == [("10.a.host", b"10.a.host"), ("20.b.host", b"20.b.host")]
        box.mark("10.a.host")
        box.mark("20.b.host", flagged=True)
        box.mark("gone")
        assert list(box.new()) == []
    assert sorted(path.name for path in (folder / "cur").iterdir()) == ["10.a.host:2,S", "20.b.host:2,FS", "5.old:2,"]


def test_a_mail_that_another_program_takes_meanwhile(folder: Path) -> None:
    (folder / "new" / "1").write_bytes(b"one")
    (folder / "new" / "2").write_bytes(b"two")
    with MaildirMailbox(str(folder)) as box:
        mails = box.new()
        next(mails)
        (folder / "new" / "2").unlink()
        assert list(mails) == []


def test_a_folder_that_is_no_maildir(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no maildir"), MaildirMailbox(str(tmp_path / "nothing")):
        pass
