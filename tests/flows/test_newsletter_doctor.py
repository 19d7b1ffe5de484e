from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner
from tests.smtp_server import SmtpServer

from inkwright.cli.main import main
from inkwright.cli.newsletter.doctor import OUTPUT
from inkwright.flows import newsletter_doctor
from inkwright.flows.newsletter_doctor import doctor
from inkwright.flows.newsletter_doctor_paths import find_reverse_name, find_server
from inkwright.model.errors import NetError, UsageError
from inkwright.workspace.folder import open_workspace

SETTINGS = """
[newsletter]
sender = "Ada <ada@me.dev>"
bounces = "bounces@me.dev"
url = "http://127.0.0.1:9"
[relay]
host = "127.0.0.1"
port = {port}
security = "none"
"""
RECORDS = {
    ("example.com", "A"): ["93.184.216.34"],
    ("me.dev", "TXT"): ["v=spf1 mx ~all"],
    ("_dmarc.me.dev", "TXT"): ["v=DMARC1; p=none"],
    ("me.dev", "MX"): ["mx.me.dev"],
    ("mail.relay.example", "A"): ["93.184.216.40"],
    ("93.184.216.40", "PTR"): ["out.relay.example"],
    ("out.relay.example", "A"): ["93.184.216.40"],
}


def lookup(name, kind):
    return RECORDS.get((name, kind), [])


def found(workspace, domain="", lookup=lookup, environment=None):
    return {one.subject: one for one in doctor(workspace, domain, environment or {}, lookup)}


@pytest.fixture
def place(tmp_path: Path):
    def make(port: int = 1, more: str = "") -> Path:
        (tmp_path / "inkwright.toml").write_text(SETTINGS.format(port=port) + more, encoding="utf-8")
        return tmp_path

    return make


def test_a_domain_that_is_well(place) -> None:
    with SmtpServer() as relay:
        said = found(open_workspace(place(relay.port)))
    states = {subject: one.state for subject, one in said.items()}
    assert states == {
        "SPF": "ok", "DKIM": "unknown", "DMARC": "ok", "alignment": "ok", "mailbox": "ok", "relay": "ok",
        "reverse DNS": "unknown", "one-click": "problem",
    }  # fmt: skip
    assert "not https" in said["one-click"].detail
    assert not relay.messages, "nothing is sent"


def test_a_domain_that_has_nothing(place) -> None:
    said = found(open_workspace(place()), "other.example")
    assert said["sender"].detail == "your mail comes from me.dev, not from other.example"
    assert said["DMARC"].state == "problem"
    assert said["relay"].state == "problem"
    assert "cannot be reached" in said["relay"].detail


def test_without_the_internet_nothing_is_called_wrong(place) -> None:
    """Neither when every name is unknown, nor when nobody answers."""

    def silence(name, kind):
        raise NetError("dns", "nobody answers")

    for lookup_ in (lambda name, kind: [], silence):
        said = found(open_workspace(place()), lookup=lookup_)
        for subject in ("SPF", "DMARC", "mailbox"):
            assert said[subject].state == "unknown"
            assert said[subject].detail.startswith("not checkable here: ")


def test_offline(place, monkeypatch) -> None:
    monkeypatch.setenv("INKWRIGHT_OFFLINE", "1")
    said = {one.subject: one.state for one in doctor(open_workspace(place()), "", {})}
    assert {subject for subject, state in said.items() if state == "problem"} == {"one-click"}, "http is wrong anyhow"


def test_a_key_that_is_missing_is_a_diagnosis(place) -> None:
    said = found(open_workspace(place(more='dkim_domain = "me.dev"\ndkim_selector = "ink"\n')))
    assert said["DKIM"].state == "problem"
    assert "INKWRIGHT_DKIM_KEY" in said["DKIM"].detail


def test_names_of_addresses() -> None:
    assert find_reverse_name("mail.relay.example", lookup).state == "ok"
    broken = {**RECORDS, ("out.relay.example", "A"): ["93.184.216.41"]}
    assert find_reverse_name("mail.relay.example", lambda *asked: broken.get(asked, [])).state == "problem"
    assert find_reverse_name("10.1.2.3", lookup).state == "unknown"
    assert find_reverse_name("", lookup).state == "unknown"


def test_a_server_that_is_not_ours_or_not_there() -> None:
    assert find_server("").state == "problem"
    assert "cannot be reached" in find_server("https://127.0.0.1:9").detail


def test_without_any_domain(tmp_path: Path) -> None:
    (tmp_path / "inkwright.toml").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="which domain"):
        list(doctor(open_workspace(tmp_path), "", {}, lookup))


def test_from_the_command_line(place, monkeypatch) -> None:
    monkeypatch.chdir(place())
    monkeypatch.setattr(newsletter_doctor.doctor, "__defaults__", (lookup,))
    done = CliRunner().invoke(main, ["newsletter", "doctor", "me.dev"])
    assert done.exit_code == 1
    assert "ok       SPF" in done.output
    assert "?        DKIM" in done.output
    done = CliRunner().invoke(main, ["newsletter", "doctor", "--format", "json"])
    told = msgspec.json.decode(done.output, type=OUTPUT)
    assert "DMARC" in [one.subject for one in told.diagnoses]


def test_the_page_fits_the_terminal(tmp_path, monkeypatch):
    monkeypatch.setattr(newsletter_doctor, "lookup", lookup)
    with SmtpServer() as server:
        (tmp_path / "inkwright.toml").write_text(SETTINGS.format(port=server.port))
        monkeypatch.chdir(tmp_path)
        whole = CliRunner().invoke(main, ["newsletter", "doctor"]).output
        monkeypatch.setattr("inkwright.cli.output.room", lambda stream=None: 80)
        shown = CliRunner().invoke(main, ["newsletter", "doctor"]).output
    assert max(map(len, whole.splitlines())) > 80
    assert max(map(len, shown.splitlines())) <= 80
    assert shown.split() == whole.split()
