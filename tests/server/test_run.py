"""Starting the server from the command line: what is missing is said in one sentence."""

import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.model.errors import InkwrightError, UsageError
from inkwright.server.app import _told
from inkwright.server.run import listen

URL = '[newsletter]\nurl = "https://letters.me.dev"\n'
SENDER = f'{URL}sender = "Ada <ada@me.dev>"\n'
RELAY = f'{SENDER}[relay]\nhost = "smtp.me.dev"\n'


def said(words: list[str]) -> str:
    done = CliRunner().invoke(main, words, standalone_mode=False)
    assert isinstance(done.exception, InkwrightError), done.output
    return str(done.exception)


@pytest.mark.parametrize(
    ("settings", "missing"),
    [
        ("", "url ="),
        (URL, "sender ="),
        (SENDER, "host ="),
        (f'{SENDER}[relay]\nhost = "smtp.me.dev"\nuser = "ada"\n', "INKWRIGHT_SMTP_PASSWORD"),
        (
            f'{SENDER}[relay]\nhost = "smtp.me.dev"\ndkim_domain = "me.dev"\ndkim_selector = "ink"\n',
            "INKWRIGHT_DKIM_KEY",
        ),
    ],
)
def test_what_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: str, missing: str) -> None:
    (tmp_path / "inkwright.toml").write_text(settings, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("INKWRIGHT_SMTP_PASSWORD", "INKWRIGHT_DKIM_KEY"):
        monkeypatch.delenv(name, raising=False)
    assert missing in said(["newsletter", "server"])


def test_a_port_that_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        settings = f'{SENDER}[relay]\nhost = "127.0.0.1"\nsecurity = "none"\n'
        (tmp_path / "inkwright.toml").write_text(settings, encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        assert f"port {port} is in use" in said(["newsletter", "server", "--port", str(port)])


def test_an_address_that_this_machine_has_not() -> None:
    for host in ("203.0.113.1", "no.such.host.invalid"):
        with pytest.raises(UsageError, match="cannot be used"):
            listen(host, 0)


def test_rotating_from_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "inkwright.toml").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["newsletter", "rotate-key"])
    assert done.exit_code == 0
    assert "key 2 from now on" in done.output
    assert "Those of key 1" in done.output


def test_the_log_holds_no_text_of_errors_that_are_not_ours() -> None:
    try:
        raise KeyError("reader@example.org")
    except KeyError as error:
        assert _told(error).startswith("KeyError in test_run.py:")
        assert "reader" not in _told(error)
