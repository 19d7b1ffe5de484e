"""`newsletter send` and its relatives, as a user calls them, over a relay on loopback."""

import contextlib
import json
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import jsonschema
import msgspec
import pytest
from click.testing import CliRunner, Result
from sqlalchemy import delete, update
from tests.flows.newsletter_blog import Blog, make_blog
from tests.ledger.sending import leave
from tests.smtp_server import SmtpServer

from inkwright.cli import asking
from inkwright.cli.commands.newsletter import command
from inkwright.cli.newsletter import send, status, verify
from inkwright.cli.newsletter._told import bar
from inkwright.flows.newsletter_sit import seat
from inkwright.ledger.issues import issues
from inkwright.ledger.marks import set_restored
from inkwright.ledger.open import open_ledger
from inkwright.ledger.tables import delivery, issue, subscriber
from inkwright.model.delivery import Issue
from inkwright.model.errors import InkwrightError, NetError, UsageError


@pytest.fixture
def server() -> Iterator[SmtpServer]:
    with SmtpServer() as found:
        yield found


@pytest.fixture
def blog(tmp_path: Path, server: SmtpServer, monkeypatch: pytest.MonkeyPatch) -> Blog:
    made = make_blog(tmp_path / "blog", server.port, 12)
    monkeypatch.chdir(made.folder)
    return made


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Sets the writer's clock."""

    def set_(moment: datetime) -> None:
        for name in ("send", "_run", "pause", "resume", "cancel", "status"):
            monkeypatch.setattr(f"inkwright.cli.newsletter.{name}.now", lambda zone: moment)

    return set_


def call(*words: str, answer: str | None = None) -> Result:
    return CliRunner().invoke(command, [*words], input=answer)


def refused(*words: str) -> str:
    found = call(*words).exception
    assert isinstance(found, InkwrightError), found
    return str(found)


def kept(blog: Blog) -> list[Issue]:
    with contextlib.closing(open_ledger(blog.place)) as ledger, ledger.read() as connection:
        return list(issues(connection))


@contextlib.contextmanager
def by_hand(blog: Blog) -> Iterator[object]:
    with contextlib.closing(open_ledger(blog.place)) as ledger, ledger.write() as connection:
        yield connection


def test_without_a_terminal_the_count_is_told_and_nothing_is_sent_before_yes(blog: Blog, server: SmtpServer) -> None:
    done = call("send", "hello")
    assert isinstance(done.exception, UsageError)
    assert "--yes" in str(done.exception)
    assert '"Hello there" to 12 readers.' in done.output
    assert kept(blog) == []
    assert not server.messages


def somebody_sits_there(monkeypatch: pytest.MonkeyPatch) -> None:
    for face in (asking, send):
        monkeypatch.setattr(face, "someone_is_there", lambda: True)


def test_on_a_terminal_it_is_asked(blog: Blog, server: SmtpServer, monkeypatch: pytest.MonkeyPatch) -> None:
    somebody_sits_there(monkeypatch)
    assert call("send", "hello", answer="n\n").exit_code == 1
    assert kept(blog) == []
    assert call("send", "hello", answer="y\n").exit_code == 0
    assert len(server.messages) == 12


def test_everyone_gets_it_and_the_account_adds_up(blog: Blog, server: SmtpServer) -> None:
    done = call("send", "hello", "--yes")
    assert done.exit_code == 0, done.output
    assert "hello is sent." in done.output
    assert "12 readers = 12 sent + 0 failed + 0 skipped + 0 uncertain + 0 open" in done.output
    one = next(message for message in server.messages if message.recipient == "reader3@example.org")
    assert b"List-Unsubscribe-Post: List-Unsubscribe=One-Click" in one.data
    assert b"https://letters.me.dev/unsubscribe/" in one.data
    assert b"<1.3." in one.data
    assert b"DKIM-Signature" not in one.data
    assert one.sender.startswith("bounces+")
    assert one.sender.endswith("@me.dev")


def test_a_post_is_sent_once_unless_again(blog: Blog, server: SmtpServer) -> None:
    call("send", "hello", "--yes")
    assert "12 readers have it" in refused("send", "hello", "--yes")
    assert call("send", "hello", "--yes", "--again").exit_code == 0
    assert [one.slug for one in kept(blog)] == ["hello", "hello#2"]
    assert set(server.copies.values()) == {2}


def test_scheduled_twice_is_once_and_cron_sends_it_when_its_time_has_come(
    blog: Blog, server: SmtpServer, at: Callable[[datetime], None]
) -> None:
    morning = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
    at(morning)
    assert "goes out at 2026-11-21 09:00 to 12 readers" in call("send", "hello", "--yes", "--at", "09:00").output
    assert call("send", "hello", "--yes", "--at", "2026-11-21T10:00").exit_code == 0
    (one,) = kept(blog)
    assert (one.state, one.send_at) == ("frozen", morning + timedelta(hours=2))
    at(morning + timedelta(hours=1, minutes=30))
    assert "No issue waits for a sender." in call("send", "--due").output
    at(morning + timedelta(hours=2, minutes=1))
    assert call("send", "--due").exit_code == 0
    assert call("send", "--due").exit_code == 0
    assert set(server.copies.values()) == {1}
    assert kept(blog)[0].state == "sent"


def test_a_reader_who_leaves_before_the_time_comes_gets_nothing(
    blog: Blog, server: SmtpServer, at: Callable[[datetime], None]
) -> None:
    at(datetime(2026, 11, 21, 8, 0, tzinfo=UTC))
    call("send", "hello", "--yes", "--at", "09:00")
    with by_hand(blog) as connection:
        leave(connection, 5)  # type: ignore[arg-type]
    at(datetime(2026, 11, 21, 9, 5, tzinfo=UTC))
    assert "1 skipped: unsubscribed" in call("send", "--due").output
    assert server.copies["reader5@example.org"] == 0


def test_a_schedule_that_is_long_past_is_asked_about(
    blog: Blog, server: SmtpServer, at: Callable[[datetime], None]
) -> None:
    at(datetime(2026, 11, 21, 8, 0, tzinfo=UTC))
    call("send", "hello", "--yes", "--at", "09:00")
    at(datetime(2026, 11, 21, 10, 1, tzinfo=UTC))
    assert "--yes" in refused("send", "hello")
    left = call("send", "--due")
    assert left.exit_code == 1
    assert "Left alone: hello: it was to go out at 2026-11-21 09:00, more than an hour ago" in left.stderr
    assert not server.messages
    assert call("send", "--due", "--yes").exit_code == 0
    assert len(server.messages) == 12


def test_a_ledger_that_was_brought_back_sends_nothing_unasked(blog: Blog, server: SmtpServer) -> None:
    call("send", "hello", "--yes", "--at", "23:59")
    with by_hand(blog) as connection:
        connection.execute(update(issue).values(state="sending"))  # type: ignore[attr-defined]
        set_restored(connection, datetime.now(UTC) + timedelta(seconds=1))  # type: ignore[arg-type]
    found = call("send", "hello")
    assert isinstance(found.exception, UsageError)
    assert "brought back from a copy" in found.output
    call("pause", "hello")
    assert "brought back from a copy" in refused("resume", "hello")
    assert not server.messages
    assert call("resume", "hello", "--yes").exit_code == 0
    assert len(server.messages) == 12


def _second_post(blog: Blog) -> None:
    place = blog.folder / "posts" / "second.md"
    place.write_text("---\ntitle: Second\ndate: 2026-11-02\n---\n\nMore words.\n", encoding="utf-8")


def test_one_doubtful_issue_keeps_no_other_from_going_out(blog: Blog, server: SmtpServer) -> None:
    _second_post(blog)
    call("send", "hello", "--yes", "--at", "23:59")
    with by_hand(blog) as connection:
        connection.execute(update(issue).values(state="sending"))  # type: ignore[attr-defined]
        set_restored(connection, datetime.now(UTC))  # type: ignore[arg-type]
    call("send", "second", "--yes", "--at", "23:59")
    with by_hand(blog) as connection:
        connection.execute(update(issue).values(state="sending"))  # type: ignore[attr-defined]
    done = call("send", "--due")
    assert done.exit_code == 1
    assert "Left alone: hello: the ledger was brought back from a copy" in done.stderr
    assert "`inkwright newsletter send hello` asks you about it" in done.stderr
    assert "hello goes on" not in done.output
    assert "second is sent." in done.output
    assert [one.state for one in kept(blog)] == ["sending", "sent"]
    assert set(server.copies.values()) == {1}


def test_a_doubtful_issue_is_asked_about_where_somebody_sits(
    blog: Blog, server: SmtpServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    call("send", "hello", "--yes", "--at", "23:59")
    with by_hand(blog) as connection:
        connection.execute(update(issue).values(state="sending"))  # type: ignore[attr-defined]
        set_restored(connection, datetime.now(UTC))  # type: ignore[arg-type]
    somebody_sits_there(monkeypatch)
    assert call("send", "--due", answer="\n").exit_code == 1
    assert not server.messages
    assert call("send", "--due", answer="y\n").exit_code == 0
    assert len(server.messages) == 12


def test_what_went_out_after_the_copy_is_not_sent_again_unasked(blog: Blog, server: SmtpServer) -> None:
    call("backup", "--out", "copy.db")
    call("send", "hello", "--yes")
    said = call("restore", "copy.db", "--yes").stderr
    assert "What went out since is not in it: hello." in said
    assert "hello went out to 12 readers after the copy was made" in refused("send", "hello", "--yes")
    assert set(server.copies.values()) == {1}
    assert call("send", "hello", "--yes", "--again").exit_code == 0
    assert set(server.copies.values()) == {2}


def test_what_was_agreed_to_is_not_asked_again_before_the_next_restore(blog: Blog, server: SmtpServer) -> None:
    server.fault = lambda to, number: "451" if to == "reader4@example.org" and number < 3 else ""
    call("send", "hello", "--yes", "--at", "23:59")
    with by_hand(blog) as connection:
        connection.execute(update(issue).values(state="sending"))  # type: ignore[attr-defined]
        set_restored(connection, datetime.now(UTC))  # type: ignore[arg-type]
    with pytest.MonkeyPatch.context() as hurry:
        hurry.setattr("inkwright.newsletter.sending.PATIENCE", timedelta(seconds=1))
        assert "Some readers are tried again" in call("send", "hello", "--yes").output
        done = call("send", "--due")
        assert (done.exit_code, done.stderr) == (0, "")
        with by_hand(blog) as connection:
            set_restored(connection, datetime.now(UTC))  # type: ignore[arg-type]
        assert call("send", "--due").exit_code == 1


def test_a_message_that_was_changed_keeps_no_other_from_going_out(blog: Blog, server: SmtpServer) -> None:
    _second_post(blog)
    for name in ("hello", "second"):
        call("send", name, "--yes", "--at", "23:59")
    with by_hand(blog) as connection:
        connection.execute(update(issue).values(state="sending"))  # type: ignore[attr-defined]
        connection.execute(update(issue).where(issue.c.slug == "hello").values(body=b"other"))  # type: ignore[attr-defined]
    done = call("send", "--due")
    assert done.exit_code == 1
    assert "the message of hello is not the one that was frozen" in done.stderr
    assert [one.state for one in kept(blog)] == ["sending", "sent"]


def test_who_stops_a_run_of_many_stops_all(blog: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    _second_post(blog)
    for name in ("hello", "second"):
        call("send", name, "--yes", "--at", "23:59")
    with by_hand(blog) as connection:
        connection.execute(update(issue).values(state="sending"))  # type: ignore[attr-defined]
    ran: list[str] = []
    monkeypatch.setattr(send, "run", lambda workspace, ledger, one, policy: ran.append(one.slug) or 130)
    assert call("send", "--due").exit_code == 130
    assert ran == ["hello"]


def test_times_are_those_of_the_blog(blog: Blog, server: SmtpServer, at: Callable[[datetime], None]) -> None:
    settings = blog.folder / "inkwright.toml"
    settings.write_text(f'timezone = "Asia/Kathmandu"\n{settings.read_text(encoding="utf-8")}', encoding="utf-8")
    at(datetime(2026, 11, 21, 20, 0, tzinfo=UTC).astimezone(ZoneInfo("Asia/Kathmandu")))
    call("send", "hello", "--yes", "--at", "2026-11-22T09:00")
    assert "hello  goes out at 2026-11-22 09:00\n" in call("status").output
    (row,) = json.loads(call("status", "--format", "json").output)["issues"]
    assert row["send_at"] == "2026-11-22T09:00:00+05:45"
    at(datetime(2026, 11, 22, 3, 16, tzinfo=UTC).astimezone(ZoneInfo("Asia/Kathmandu")))
    assert (
        "hello  was to go out at 2026-11-22 09:00: `inkwright newsletter send --due` does it" in call("status").output
    )
    call("send", "--due")
    assert "hello  sent 2026-11-22 09:01\n" in call("status").output
    told = call("verify", "--reader", "reader3@example.org").output
    assert "hello  sent   1      2026-11-22 09:01  250 2.0.0 taken" in told
    found = json.loads(call("verify", "--reader", "reader3@example.org", "--format", "json").output)
    assert found["deliveries"][0]["sent_at"].endswith("+05:45")


@pytest.mark.parametrize("typed", ["soon", "2020-01-01T10:00", "25:00", "2026-13-01T00:00"])
def test_a_time_that_is_none_or_has_gone_by_is_refused(blog: Blog, typed: str) -> None:
    assert typed in refused("send", "hello", "--yes", "--at", typed)
    assert kept(blog) == []


def test_a_time_of_day_is_the_next_one_in_the_writers_zone() -> None:
    moment = datetime(2026, 11, 21, 18, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    assert send._moment("19:30", moment).isoformat() == "2026-11-21T19:30:00+01:00"
    assert send._moment("17:30", moment).isoformat() == "2026-11-22T17:30:00+01:00"
    assert send._moment("2026-12-01 09:00", moment).isoformat() == "2026-12-01T09:00:00+01:00"


def test_what_is_missing_is_said_before_anything_is_frozen(blog: Blog) -> None:
    settings = blog.folder / "inkwright.toml"
    whole = settings.read_text(encoding="utf-8")
    settings.write_text(whole.replace('sender = "Ada <ada@me.dev>"', ""), encoding="utf-8")
    assert "newsletter.sender" in refused("send", "hello", "--yes")
    settings.write_text(whole.replace('security = "none"', 'security = "none"\nuser = "ada"'), encoding="utf-8")
    assert "INKWRIGHT_SMTP_PASSWORD" in refused("send", "hello", "--yes")
    with by_hand(blog) as connection:
        connection.execute(delete(subscriber))  # type: ignore[attr-defined]
    settings.write_text(whole, encoding="utf-8")
    assert "nobody would get it" in refused("send", "hello", "--yes")
    assert kept(blog) == []


def test_a_wrong_password_freezes_nothing(blog: Blog, server: SmtpServer, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = blog.folder / "inkwright.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + 'user = "ada"\n', encoding="utf-8")
    server.login = ("ada", "right")
    monkeypatch.setenv("INKWRIGHT_SMTP_PASSWORD", "wrong")
    assert isinstance(call("send", "hello", "--yes").exception, NetError)
    assert kept(blog) == []
    monkeypatch.setenv("INKWRIGHT_SMTP_PASSWORD", "right")
    assert call("send", "hello", "--yes").exit_code == 0


def test_who_is_refused_makes_the_exit_code_1_and_can_be_tried_again(blog: Blog, server: SmtpServer) -> None:
    server.fault = lambda to, number: "550" if to == "reader4@example.org" and number == 1 else ""
    done = call("send", "hello", "--yes")
    assert done.exit_code == 1
    assert "1 failed: 550 5.1.1 no such mailbox" in done.output
    assert "There is nothing to try again" in refused("resume", "hello", "--uncertain")
    assert call("resume", "hello", "--failed").exit_code == 0
    assert set(server.copies.values()) == {1}
    assert len(server.copies) == 12


def test_an_issue_is_paused_and_gone_on_with(blog: Blog, server: SmtpServer) -> None:
    call("send", "hello", "--yes", "--at", "23:59")
    assert "hello is paused" in call("pause", "hello", "--why", "a figure is wrong").output
    assert "a figure is wrong" in refused("send", "hello", "--yes")
    assert "paused: a figure is wrong" in call("status", "hello").output
    assert "no send of hello is on its way" in refused("pause", "hello")
    assert call("resume", "hello").exit_code == 0
    assert len(server.messages) == 12
    assert "is paused" in refused("resume", "hello")


def test_an_issue_is_found_by_any_name_of_its_post(blog: Blog, server: SmtpServer) -> None:
    place = blog.folder / "posts" / "2026-11-02-second-thoughts.md"
    place.write_text("---\ntitle: Second\nslug: other\ndate: 2026-11-02\n---\n\nMore words.\n", encoding="utf-8")
    assert call("send", "second-thoughts", "--yes", "--at", "23:59").exit_code == 0
    for name in ("other", "second-thoughts", "posts/2026-11-02-second-thoughts.md"):
        assert call("status", name).output.startswith("other  goes out at")
        assert call("verify", name).exit_code == 0
    assert "other is paused" in call("pause", "second-thoughts").output
    assert call("cancel", "second-thoughts", "--yes").exit_code == 0
    assert "there is no issue 'second'. There are other." in refused("status", "second")  # no mere beginning


def test_an_issue_is_given_up_for_good_and_the_account_still_adds_up(blog: Blog, server: SmtpServer) -> None:
    call("send", "hello", "--yes", "--at", "23:59")
    assert "--yes" in refused("cancel", "hello")
    done = call("cancel", "hello", "--yes")
    assert "12 readers = 0 sent + 0 failed + 12 skipped" in done.output
    assert "can be cancelled" in refused("cancel", "hello", "--yes")
    assert call("verify").exit_code == 0
    assert call("send", "hello", "--yes").exit_code == 0  # nobody had it
    assert [one.slug for one in kept(blog)] == ["hello", "hello#2"]
    assert len(server.messages) == 12


def test_what_the_status_says_as_text_and_as_json(blog: Blog, server: SmtpServer) -> None:
    assert "No issue yet" in call("status").output
    server.fault = lambda to, number: "451" if to == "reader4@example.org" else ""
    with pytest.MonkeyPatch.context() as hurry:
        hurry.setattr("inkwright.newsletter.sending.PATIENCE", timedelta(seconds=1))
        done = call("send", "hello", "--yes")
    assert done.exit_code == 0
    assert "Some readers are tried again from" in done.output
    text = call("status").output
    assert "begun; nobody is sending" in text
    assert "91 %" in text
    assert "1 to be tried again: 451 4.2.1 try later" in text
    found = json.loads(call("status", "--format", "json").output)
    jsonschema.validate(found, msgspec.json.schema(status.OUTPUT))
    assert (found["issues"][0]["sent"], found["issues"][0]["open"], found["senders"]) == (11, 1, 0)
    assert "there is no issue 'nothing'" in refused("status", "nothing")


def test_the_proof_as_text_and_as_json_and_of_one_reader(blog: Blog, server: SmtpServer) -> None:
    call("send", "hello", "--yes")
    assert "it adds up" in call("verify", "hello").output
    found = json.loads(call("verify", "--format", "json", "--reader", "Reader3@Example.org").output)
    jsonschema.validate(found, msgspec.json.schema(verify.OUTPUT))
    assert found["accounts"][0]["faults"] == []
    assert found["deliveries"][0]["reply"] == "250 2.0.0 taken"
    told = call("verify", "--reader", "reader3@example.org").output
    assert "hello  sent   1" in told
    assert "250 2.0.0 taken" in told
    assert "is no reader" in refused("verify", "--reader", "nobody@example.org")
    assert "there is no issue" in refused("verify", "nothing")


def test_an_account_that_does_not_add_up_is_exit_code_1(blog: Blog, server: SmtpServer) -> None:
    call("send", "hello", "--yes")
    with by_hand(blog) as connection:
        connection.execute(delete(delivery).where(delivery.c.sub == 3))  # type: ignore[attr-defined]
    done = call("verify")
    assert done.exit_code == 1
    assert "frozen for 12 readers and accounts for 11: 1 are missing" in done.output


def test_a_message_that_was_changed_in_the_ledger_is_not_sent(blog: Blog, server: SmtpServer) -> None:
    call("send", "hello", "--yes", "--at", "23:59")
    with by_hand(blog) as connection:
        connection.execute(update(issue).values(body=b"other"))  # type: ignore[attr-defined]
    assert "not the one that was frozen" in refused("send", "hello", "--yes")
    assert call("verify").exit_code == 1
    assert not server.messages


def test_two_senders_on_one_file_are_told_apart(blog: Blog, server: SmtpServer) -> None:
    with (
        contextlib.closing(open_ledger(blog.place)) as ledger,
        seat(ledger, lambda: datetime.now(UTC), time.monotonic, "resend"),
    ):
        said = refused("send", "hello", "--yes")
        assert "Another program is sending already" in call("send", "--due").output  # cron need not hear of it
    assert "another program is sending from this ledger (process" in said
    assert kept(blog) == []  # and so a change of the post meanwhile still counts
    assert call("send", "hello", "--yes").exit_code == 0


def test_a_bar_is_full_only_at_the_end() -> None:
    assert bar(0.0) == f"[{'-' * 30}] 0 %"
    assert bar(0.999) == f"[{'#' * 29}-] 99 %"
    assert bar(1.0) == f"[{'#' * 30}] 100 %"


def test_a_list_gets_what_is_meant_for_it_and_stays_what_it_was_frozen_for(blog: Blog, server: SmtpServer) -> None:
    settings = blog.folder / "inkwright.toml"
    settings.write_text(
        settings.read_text(encoding="utf-8") + '[newsletter.lists]\ngpu = ["GPU"]\nessays = []\n', encoding="utf-8"
    )
    with by_hand(blog) as connection:
        connection.execute(update(subscriber).where(subscriber.c.id <= 4).values(tags=",essays,"))  # type: ignore[attr-defined]
    assert "there is no list" in refused("send", "hello", "--yes", "--list", "nothing")
    done = call("send", "hello", "--yes", "--at", "23:59", "--list", "GPU")
    assert '"Hello there" to 8 readers of the list gpu.' in done.output
    assert "frozen for the list gpu already" in refused("send", "hello", "--yes", "--list", "essays")
    with by_hand(blog) as connection:
        connection.execute(update(subscriber).where(subscriber.c.id == 9).values(tags=",essays,"))  # type: ignore[attr-defined]
    assert "1 skipped: left the list" in call("send", "hello", "--yes").output
    assert {int(to[6:-12]) for to in server.copies} == {5, 6, 7, 8, 10, 11, 12}


@pytest.mark.parametrize("key", ["draft: true", "visibility: private"])
def test_what_is_not_for_readers_yet_is_not_mailed(blog: Blog, server: SmtpServer, key: str) -> None:
    place = blog.folder / "posts" / "secret.md"
    place.write_text(f"---\ntitle: Not yet\ndate: 2026-01-01\n{key}\n---\n\nNobody reads this.\n", encoding="utf-8")
    assert "is not for readers yet" in refused("send", "secret", "--yes")
    assert "inkwright publish secret" in refused("send", "secret", "--yes", "--at", "2027-01-01 08:00")
    place.write_text(place.read_text(encoding="utf-8").replace(f"{key}\n", ""), encoding="utf-8")
    assert call("send", "secret", "--yes").exit_code == 0


def test_status_and_proof_fit_the_terminal(blog: Blog, server: SmtpServer, monkeypatch: pytest.MonkeyPatch) -> None:
    server.fault = lambda to, number: "451" if to == "reader4@example.org" else ""
    monkeypatch.setattr("inkwright.newsletter.sending.PATIENCE", timedelta(seconds=1))
    call("send", "hello", "--yes")
    whole = call("status").output
    assert max(map(len, whole.splitlines())) > 80
    monkeypatch.setattr("inkwright.cli.output.room", lambda stream=None: 80)
    for words in (["status"], ["verify"], ["verify", "--reader", "reader4@example.org"], ["pause", "hello"]):
        shown = call(*words).output
        assert max(map(len, shown.splitlines())) <= 80, shown
        assert "…" not in shown
