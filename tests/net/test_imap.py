from pathlib import Path

import pytest
from tests.imap_server import ImapServer

from inkwright.model.errors import NetError
from inkwright.net.imap import ImapMailbox

MAILS = [b"Subject: one\r\n\r\nbody\r\n", b"Subject: two\r\n\r\n" + b"x" * 3_000_000]


def visit(server: ImapServer, password: str = "pass word", folder: str = "INBOX", **more: object) -> ImapMailbox:
    return ImapMailbox("127.0.0.1", server.port, "b@me.dev", password, folder, tls=server.client, **more)


def test_what_is_new_is_read_once_it_is_marked(tmp_path: Path) -> None:
    with ImapServer(tmp_path, MAILS) as server:
        with visit(server) as box:
            found = list(box.new())
            assert [name for name, _ in found] == ["11", "12"]
            assert found[0][1] == MAILS[0]
            assert len(found[1][1]) == 2_000_000
        assert server.flags == {11: set(), 12: set()}, "reading marks nothing"
        with visit(server) as box:
            box.mark("11")
            box.mark("12", flagged=True)
            assert list(box.new()) == []
        assert server.flags == {11: {"\\Seen"}, 12: {"\\Seen", "\\Flagged"}}
        assert not any("DELETE" in said.upper() or "EXPUNGE" in said.upper() for said in server.said)
        assert server.said[-1].endswith("LOGOUT")


@pytest.mark.parametrize(
    ("password", "folder", "fault", "kind", "said"),
    [
        ("wrong", "INBOX", "", "login", "INKWRIGHT_IMAP_PASSWORD"),
        ("é", "INBOX", "", "login", "refused the login"),
        ("pass word", "Gone", "", "protocol", "imap_folder"),
        ("pass word", "IN\r\nBOX", "", "protocol", "plain letters"),
        ("pass word", "INBOX", "drop-fetch", "connect", "ended the connection"),
    ],
)
def test_what_goes_wrong_is_said(tmp_path: Path, password: str, folder: str, fault: str, kind: str, said: str) -> None:
    with ImapServer(tmp_path, MAILS, fault) as server:
        with pytest.raises(NetError) as caught, visit(server, password, folder) as box:
            list(box.new())
        assert caught.value.kind == kind
        assert said in str(caught.value)


def test_a_certificate_that_nobody_knows(tmp_path: Path) -> None:
    with ImapServer(tmp_path, MAILS) as server:
        with pytest.raises(NetError) as caught, ImapMailbox("127.0.0.1", server.port, "b", "p", "INBOX"):
            pass
        assert caught.value.kind == "issuer"
        assert not server.said


def test_nobody_there(tmp_path: Path) -> None:
    with ImapServer(tmp_path, []) as server:
        port = server.port
    with pytest.raises(NetError, match="cannot be reached"), ImapMailbox("127.0.0.1", port, "b", "p", "INBOX"):
        pass


def test_offline_is_offline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INKWRIGHT_OFFLINE", "1")
    with pytest.raises(NetError, match="INKWRIGHT_OFFLINE"), ImapMailbox("127.0.0.1", 1, "b", "p", "INBOX"):
        pass
