"""The server reads the mailbox by itself, every ten minutes, and a mailbox that is away stops nothing else."""

import pytest
from tests.imap_server import ImapServer
from tests.newsletter.test_bounce import mail
from tests.server.test_whole_way import READER, become, reader_of, token_of

from inkwright.net import imap

BOX = 'imap_host = "127.0.0.1"\nimap_port = {port}\nimap_user = "b@me.dev"\n'


@pytest.fixture
def box(tmp_path, monkeypatch):
    monkeypatch.setenv("INKWRIGHT_IMAP_PASSWORD", "pass word")
    folder = tmp_path / "imap"
    folder.mkdir()
    with ImapServer(folder, []) as server:
        monkeypatch.setattr(imap.ImapMailbox, "_context", lambda self: server.client)
        yield server


def test_a_mail_to_leave_is_read_by_the_server(serve, box):
    served = serve(BOX.format(port=box.port))
    become(served)
    leave = mail("Subject: unsubscribe\n\n", to=f"bounces+{token_of(served, 'unsubscribe')}@me.dev")
    box.mails[11], box.flags[11] = leave, set()
    assert served.turn() == []
    assert reader_of(served).status == "active"
    served.later(minutes=10)
    assert served.turn() == ["mail came back: 1 unsubscribed"]
    assert reader_of(served).status == "unsubscribed"
    served.later(minutes=10)
    assert served.turn() == []


def test_a_mailbox_that_is_away_stops_nothing(serve, box):
    served = serve(BOX.format(port=1))
    served.sign_up(READER)
    said = served.turn()
    assert said[0] == "asked 1 to confirm"
    assert "cannot be reached" in said[1]
    assert len(served.mails(READER)) == 1
