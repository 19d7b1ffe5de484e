import asyncio
import socket
import ssl
import time
from pathlib import Path

import pytest
from tests.smtp_server import SmtpServer, relay_down

from inkwright.model.errors import NetError
from inkwright.model.relay import Patience, Relay, RelayReply
from inkwright.net.smtp import Line, send_one

PATIENT = Patience(connect=2, command=0.3, taken=0.3)
MESSAGE = b"Subject: hello\r\n\r\n.dotted\r\nlast\r\n"


def relay(server: SmtpServer, **more: str) -> Relay:
    return Relay("127.0.0.1", server.port, "none", **more)  # type: ignore[arg-type]


def replies(server: SmtpServer, *recipients: str, message: bytes = MESSAGE) -> list[RelayReply]:
    """One line for all of them, opened again when it was lost."""

    async def run() -> list[RelayReply]:
        line, said = Line(relay(server), PATIENT), []
        for recipient in recipients:
            if not line.is_open:
                await line.open()
            said.append(await line.send("bounce@example.org", recipient, message))
        await line.close()
        return said

    return asyncio.run(run())


def test_many_messages_go_over_one_connection_as_they_were_written() -> None:
    with SmtpServer() as server:
        said = replies(server, "a@example.org", "b@example.org")
    assert [one.said for one in said] == ["sent", "sent"]
    assert str(said[0]) == "250 2.0.0 taken"
    assert server.connections == 1
    assert [one.data for one in server.messages] == [MESSAGE, MESSAGE]
    assert {one.sender for one in server.messages} == {"bounce@example.org"}


@pytest.mark.parametrize(
    "message", [b".\r\n", b"..\r\n.\r\n", b"a\r\n.", b"\r\n.\r\n.\r\n", b"x" * 900 + b"\r\n" + b"." * 5]
)
def test_dots_at_the_start_of_a_line_arrive_as_they_were(message: bytes) -> None:
    with SmtpServer() as server:
        replies(server, "a@example.org", message=message)
    assert server.messages[0].data == message + (b"" if message.endswith(b"\r\n") else b"\r\n")


@pytest.mark.parametrize(
    ("fault", "said", "taken"),
    [
        ("421", "closing", 0), ("451", "later", 0), ("550", "refused", 0), ("data-451", "later", 0),
        ("drop-rcpt", "lost", 0), ("hang-rcpt", "lost", 0), ("after-451", "later", 0), ("after-550", "refused", 0),
        ("after-421", "closing", 0), ("lost-ack", "uncertain", 1), ("hang-ack", "uncertain", 1),
    ],
)  # fmt: skip
def test_what_became_of_a_message_is_told_apart_and_the_next_goes_through(fault: str, said: str, taken: int) -> None:
    with SmtpServer(lambda recipient, number: fault if recipient == "bad@example.org" else "") as server:
        found = replies(server, "bad@example.org", "good@example.org")
    assert [one.said for one in found] == [said, "sent"]
    assert server.taken("bad@example.org") == taken
    assert server.taken("good@example.org") == 1


def test_a_connection_dropped_inside_a_large_body_is_lost_before_the_dot() -> None:
    large = b"Subject: x\r\n\r\n" + (b"y" * 76 + b"\r\n") * 200_000
    with SmtpServer(lambda recipient, number: "drop-body") as server:
        assert [one.said for one in replies(server, "a@example.org", message=large)] == ["lost"]
    assert not server.messages


@pytest.mark.parametrize(("fault", "said"), [("550", "sender"), ("451", "later")])
def test_a_sender_who_is_refused_is_nobodys_fault_but_the_senders(fault: str, said: str) -> None:
    with SmtpServer(unwelcome=fault) as server:
        assert [one.said for one in replies(server, "a@example.org")] == [said]


@pytest.mark.parametrize("address", ["a b@example.org", "a>\r\nRCPT TO:<b@example.org", "a\x00@example.org", "<a@b.c>"])
def test_an_address_that_would_be_a_command_is_refused_before_it_is_said(address: str) -> None:
    with SmtpServer() as server:
        assert [one.said for one in replies(server, address, "good@example.org")] == ["refused", "sent"]
    assert list(server.tries) == ["good@example.org"]


@pytest.mark.parametrize("message", [b"a\nb\r\n", b"a\rb\r\n", b"a\r\n.\nMAIL FROM:<x>\r\n"])
def test_a_message_with_other_line_ends_is_not_sent(message: bytes) -> None:
    with SmtpServer() as server, pytest.raises(ValueError, match="CRLF"):
        replies(server, "a@example.org", message=message)


def test_letters_beyond_ascii_need_a_relay_that_takes_them() -> None:
    with SmtpServer() as server:
        assert replies(server, "jürgen@example.org")[0].said == "sent"
    with SmtpServer(features=()) as server:
        assert replies(server, "jürgen@example.org")[0].said == "refused"


def test_the_right_password_is_let_in_and_a_wrong_one_is_one_sentence() -> None:
    with SmtpServer(login=("me", "right")) as server:
        assert send_one(relay(server, user="me", password="right"), "a@b.org", "c@d.org", MESSAGE).said == "sent"
        with pytest.raises(NetError) as caught:
            send_one(relay(server, user="me", password="wrong"), "a@b.org", "c@d.org", MESSAGE)
    assert caught.value.kind == "login"
    assert not caught.value.passing
    assert "INKWRIGHT_SMTP_PASSWORD" in str(caught.value)
    assert "wrong" not in str(caught.value)


def test_a_password_never_goes_over_an_open_line_to_another_machine() -> None:
    with pytest.raises(NetError, match="open line"):
        send_one(Relay("mail.example.org", 25, "none", "me", "secret"), "a@b.org", "c@d.org", MESSAGE)


def test_a_relay_that_is_down_or_silent_or_unwilling_is_one_sentence() -> None:
    with SmtpServer() as server:
        with relay_down(server), pytest.raises(NetError) as down:
            send_one(relay(server), "a@b.org", "c@d.org", MESSAGE)
        assert send_one(relay(server), "a@b.org", "c@d.org", MESSAGE).said == "sent"
    assert (down.value.kind, down.value.passing) == ("connect", True)
    assert "the relay cannot be reached (Connection refused). Look at host and port in [relay]." in str(down.value)
    with SmtpServer(greeting=b"421 come back later") as server, pytest.raises(NetError) as busy:
        send_one(relay(server), "a@b.org", "c@d.org", MESSAGE)
    assert (busy.value.kind, busy.value.passing) == ("protocol", True)
    with SmtpServer(greeting=b"554 go away") as server, pytest.raises(NetError) as unwilling:
        send_one(relay(server), "a@b.org", "c@d.org", MESSAGE)
    assert (unwilling.value.kind, unwilling.value.passing) == ("protocol", False)


def test_a_relay_that_accepts_and_says_nothing_is_given_up() -> None:
    with SmtpServer(greeting=b"220-still") as server, pytest.raises(NetError) as silent:
        send_one(relay(server), "a@b.org", "c@d.org", MESSAGE, Patience(0.2, 0.2, 0.2))
    assert (silent.value.kind, silent.value.passing) == ("timeout", True)


def test_starttls_that_is_not_offered_is_not_gone_without() -> None:
    with SmtpServer() as server, pytest.raises(NetError, match="no encryption by STARTTLS"):
        send_one(Relay("127.0.0.1", server.port, "starttls"), "a@b.org", "c@d.org", MESSAGE)


def test_nothing_is_asked_offline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INKWRIGHT_OFFLINE", "1")
    with SmtpServer() as server, pytest.raises(NetError) as offline:
        send_one(relay(server), "a@b.org", "c@d.org", MESSAGE)
    assert offline.value.kind == "offline"
    assert server.connections == 0


def test_a_long_answer_is_one_short_line() -> None:
    with SmtpServer(greeting=b"554-no\r\n554 " + b"never \x1b[31m" * 100) as server, pytest.raises(NetError) as caught:
        send_one(relay(server), "a@b.org", "c@d.org", MESSAGE)
    assert len(str(caught.value)) < 350
    assert "\x1b" not in str(caught.value)


def test_a_password_is_in_no_picture_of_the_relay() -> None:
    assert "secret" not in repr(Relay("mail.example.org", 587, "starttls", "me", "secret"))


def test_messages_while_the_relay_takes_its_time() -> None:
    with SmtpServer(delay=0.05) as server:
        began = time.monotonic()
        assert replies(server, "a@example.org")[0].said == "sent"
        assert time.monotonic() - began >= 0.05


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """`blog.dev`, whose certificate we have, is this machine."""
    usual = socket.getaddrinfo
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, *rest, **more: usual(host.replace("blog.dev", "127.0.0.1"), *rest, **more)
    )


CERTIFICATES = Path(__file__).parent / "tls"


def serving(name: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATES / f"{name}.pem")
    return context


def encrypted(server: SmtpServer, security: str) -> RelayReply:
    async def run() -> RelayReply:
        trusted = ssl.create_default_context(cafile=CERTIFICATES / "ca.pem")
        line = Line(Relay("blog.dev", server.port, security, "me", "right"), PATIENT, trusted)  # type: ignore[arg-type]
        await line.open()
        said = await line.send("a@b.org", "c@d.org", MESSAGE)
        await line.close()
        return said

    return asyncio.run(run())


@pytest.mark.usefixtures("here")
def test_an_encrypted_line_from_the_first_byte_and_by_starttls() -> None:
    with SmtpServer(tls=serving("good"), login=("me", "right")) as server:
        assert encrypted(server, "tls").said == "sent"
        assert server.messages[0].data == MESSAGE
    with SmtpServer(starttls=serving("good"), login=("me", "right")) as server:
        assert encrypted(server, "starttls").said == "sent"
        assert server.messages[0].data == MESSAGE


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("name", ["expired", "other", "self"])
def test_a_certificate_that_is_not_the_relays_is_refused(name: str) -> None:
    with SmtpServer(tls=serving(name)) as server, pytest.raises(NetError) as direct:
        encrypted(server, "tls")
    with SmtpServer(starttls=serving(name)) as server, pytest.raises(NetError) as later:
        encrypted(server, "starttls")
    assert [direct.value.kind, later.value.kind] == ["issuer", "issuer"]
    assert not server.messages


@pytest.mark.usefixtures("here")
def test_a_port_that_speaks_no_tls_is_one_sentence() -> None:
    with SmtpServer() as server, pytest.raises(NetError) as caught:
        encrypted(server, "tls")
    assert caught.value.kind == "tls"
    assert "587" in str(caught.value)
