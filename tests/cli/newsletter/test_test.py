from email import message_from_bytes
from email.policy import default

import pytest
from click.testing import CliRunner
from tests.smtp_server import SmtpServer

from inkwright.cli.main import main
from inkwright.model.errors import InkwrightError, NetError, UsageError


@pytest.fixture
def blog(tmp_path, monkeypatch):
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "a.md").write_text("---\ntitle: Caches\ndate: 2026-02-01\n---\nWords.\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def settings(blog, port, sender='sender = "Ada <ada@me.example>"\nurl = "https://post.me.example"\n'):
    (blog / "inkwright.toml").write_text(
        f'author = "Ada Example"\nbase_url = "https://me.example"\n[newsletter]\n{sender}'
        f'[relay]\nhost = "127.0.0.1"\nport = {port}\nsecurity = "none"\n'
    )


def run(*args):
    return CliRunner().invoke(main, ["newsletter", "test", *args])


def test_it_goes_to_the_sender_alone_and_says_that_it_is_a_test(blog):
    with SmtpServer() as relay:
        settings(blog, relay.port)
        result = run("a")
    assert result.exit_code == 0 and "ada@me.example: sent" in result.output
    (received,) = relay.messages
    message = message_from_bytes(received.data, policy=default)
    assert (received.sender, received.recipient) == ("ada@me.example", "ada@me.example")
    assert message["Subject"] == "[Test] Caches" and "Hello Ada," in message.get_body(("plain",)).get_content()
    assert "https://post.me.example/unsubscribe/test" in message["List-Unsubscribe"]
    assert not (blog / "private").exists()  # no ledger was made


def test_it_goes_to_who_is_named(blog):
    with SmtpServer() as relay:
        settings(blog, relay.port)
        assert run("a", "one@reader.example", "two@reader.example").exit_code == 0
    assert [one.recipient for one in relay.messages] == ["one@reader.example", "two@reader.example"]


def test_a_refusal_is_told_and_is_a_failure(blog):
    with SmtpServer(lambda recipient, number: "550") as relay:
        settings(blog, relay.port)
        result = run("a", "one@reader.example")
    assert result.exit_code == 1 and "one@reader.example: not sent (550" in result.output


@pytest.mark.parametrize("address", ["nobody", "a b@x.example", "x@y.example\r\nBcc: z@y.example"])
def test_what_is_no_address_is_refused(blog, address):
    settings(blog, 9)
    result = run("a", address)
    assert isinstance(result.exception, UsageError) and "no address" in str(result.exception)


def test_without_a_sender_nothing_is_sent(blog):
    settings(blog, 9, sender="")
    assert "`newsletter.sender` is not set" in str(run("a").exception)


def test_a_relay_that_is_not_there_is_one_sentence(blog):
    with SmtpServer() as relay:
        port = relay.port
    settings(blog, port)
    result = run("a")
    assert isinstance(result.exception, NetError) and isinstance(result.exception, InkwrightError)
