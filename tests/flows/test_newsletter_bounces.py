from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner
from tests.newsletter.test_bounce import report

from inkwright.cli.main import main
from inkwright.cli.newsletter.bounces import OUTPUT
from inkwright.flows.ledger import ledger_of
from inkwright.flows.newsletter_bounces import mailbox_of, read_bounces
from inkwright.ledger.consent import ask, confirm
from inkwright.ledger.keys import address_hash, address_key, signing_keys
from inkwright.ledger.subscribers import find
from inkwright.ledger.suppression import suppression_of
from inkwright.model.errors import InkwrightError
from inkwright.model.subscriber import Address
from inkwright.newsletter.tokens import make_token
from inkwright.workspace.folder import open_workspace
from inkwright.workspace.maildir import MaildirMailbox

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
READER = Address("reader@example.org", "reader@example.org")


class Desk:
    """A workspace with a reader, and a maildir beside it."""

    def __init__(self, root: Path) -> None:
        (root / "inkwright.toml").write_text('[newsletter]\nbounces = "bounces@me.dev"\n', encoding="utf-8")
        self.workspace = open_workspace(root)
        self.ledger = ledger_of(self.workspace)
        self.mail = root / "mail"
        for name in ("new", "cur", "tmp"):
            (self.mail / name).mkdir(parents=True)
        with self.ledger.write() as connection:
            hashed = address_hash(address_key(connection, NOW), READER.norm)
            self.id = ask(connection, READER, hashed, NOW).subscriber
            confirm(connection, self.id, NOW)
            self.key = signing_keys(connection, NOW)[0].value
            self.salt = find(connection, READER.norm).token_salt
        self.count = 0

    def token(self, purpose: str, issue: int = 1) -> str:
        return make_token(self.key, purpose, issue, self.id, self.salt)

    def arrives(self, raw: bytes, token: str) -> None:
        self.count += 1
        head, _, rest = raw.partition(b"\r\n")
        named = f"To: bounces+{token}@me.dev\r\nMessage-ID: <{self.count}@mx>\r\n".encode() if token else head + b"\r\n"
        body = rest.replace(b"Message-ID: <m1@mx.example>\r\n", b"")
        (self.mail / "new" / f"{self.count:04}.mx").write_bytes(named + body)

    def read(self, now: datetime = NOW):
        return read_bounces(self.workspace, MaildirMailbox(str(self.mail)), now)

    def reason(self) -> str | None:
        with self.ledger.write() as connection:
            found = suppression_of(connection, address_hash(address_key(connection, NOW), READER.norm))
        return found.reason if found else None

    def status(self) -> str:
        with self.ledger.read() as connection:
            return find(connection, READER.norm).status


@pytest.fixture
def desk(tmp_path: Path, database: str):
    made = Desk(tmp_path)
    yield made
    made.ledger.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "postgresql":
        monkeypatch.setenv("INKWRIGHT_LEDGER", request.getfixturevalue("postgres_url"))
    return request.param


LEAVE = b"To: x\r\nMessage-ID: <m1@mx.example>\r\nFrom: reader@example.org\r\nSubject: unsubscribe\r\n\r\n"


def test_a_hard_bounce(desk) -> None:
    desk.arrives(report("failed", "5.1.1"), desk.token("bounce"))
    found = desk.read()
    assert (found.mails, found.outcome, found.kinds) == (1, {"suppressed": 1}, {"hard": 1})
    assert desk.reason() == "hard-bounce"
    assert desk.read().mails == 0
    assert [path.name for path in (desk.mail / "cur").iterdir()] == ["0001.mx:2,S"]


def test_killed_between_the_ledger_and_the_mark_it_counts_once(desk) -> None:
    """What was done is known by the mail's own name, so that reading it again does nothing."""
    desk.arrives(report("failed", "4.4.7"), desk.token("bounce"))
    desk.read()
    (read,) = (desk.mail / "cur").iterdir()
    for _ in range(4):
        read.rename(desk.mail / "new" / "0001.mx")
        assert desk.read().outcome == {"known": 1}
    assert desk.reason() is None


def test_soft_bounces_of_three_issues(desk) -> None:
    for week, issue in enumerate((1, 2, 3)):
        assert desk.reason() is None
        desk.arrives(report("failed", "4.2.2"), desk.token("bounce", issue))
        assert desk.read(NOW + timedelta(days=7 * week)).mails == 1
    assert desk.reason() == "soft-bounces"


def test_a_mail_to_leave(desk) -> None:
    desk.arrives(LEAVE, desk.token("unsubscribe"))
    assert desk.read().outcome == {"unsubscribed": 1}
    assert desk.status() == "unsubscribed"


@pytest.mark.parametrize("purpose", ["unsubscribe", "confirm", "preferences", "form"])
def test_a_bounce_needs_the_token_of_a_bounce(desk, purpose: str) -> None:
    desk.arrives(report("failed", "5.1.1"), desk.token(purpose))
    assert desk.read().outcome == {"nobody": 1}
    assert (desk.reason(), desk.status()) == (None, "active")


def test_what_strangers_send_changes_nothing(desk) -> None:
    good = desk.token("bounce")
    forged = make_token(b"x" * 32, "bounce", 1, desk.id, desk.salt)
    for token in (forged, good[:-1] + ("a" if good[-1] != "a" else "b"), ""):
        desk.arrives(report("failed", "5.1.1"), token)
        desk.arrives(LEAVE, token)
    desk.arrives(LEAVE, good)
    desk.arrives(b"\xff\xfe\x00 no mail at all", "")
    found = desk.read()
    assert set(found.outcome) == {"nobody", "other"}
    assert found.mails == 8
    assert (desk.reason(), desk.status()) == (None, "active")
    assert all(path.name.endswith(":2,FS") for path in (desk.mail / "cur").iterdir())


BOX = '[newsletter]\nbounces = "b@me.dev"\n'


@pytest.mark.parametrize(
    ("settings", "said"),
    [("", "bounces ="), (BOX, "imap_host"), (f'{BOX}imap_host = "imap.me.dev"\n', "INKWRIGHT_IMAP_PASSWORD")],
)
def test_without_a_mailbox_it_is_said_what_to_set(tmp_path: Path, settings: str, said: str) -> None:
    (tmp_path / "inkwright.toml").write_text(settings, encoding="utf-8")
    with pytest.raises(InkwrightError, match=said):
        mailbox_of(open_workspace(tmp_path), "", {})


def test_from_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(tmp_path)
    desk.arrives(report("failed", "5.1.1"), desk.token("bounce"))
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["newsletter", "bounces", "--maildir", "mail"])
    assert (done.exit_code, done.output.split()) == (0, ["1", "never", "mailed", "again"])
    done = CliRunner().invoke(main, ["newsletter", "bounces", "--maildir", "mail", "--format", "json"])
    assert msgspec.json.decode(done.output, type=OUTPUT) == OUTPUT(1, 0, {}, {})
    desk.ledger.close()
