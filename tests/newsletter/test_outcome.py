from datetime import UTC, datetime, timedelta

import pytest

from inkwright.model.delivery import Addressee, Mark
from inkwright.model.relay import RelayReply
from inkwright.newsletter.outcome import Health, outcome

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
SENT, LATER, REFUSED = RelayReply("sent", 250, "ok"), RelayReply("later", 451, "busy"), RelayReply("refused", 550, "no")


def reader(attempts: int = 1) -> Addressee:
    return Addressee(7, "a@example.org", "", b"", attempts, NOW)


def said(reply: RelayReply, attempts: int = 1, policy: str = "resend") -> Mark:
    return outcome(reader(attempts), reply, NOW, 0.0, policy)  # type: ignore[arg-type]


def test_what_each_answer_means() -> None:
    lost, closing = RelayReply("lost", 0, "reset"), RelayReply("closing", 421, "bye")
    assert said(SENT) == Mark(7, "sent", "250 ok", sent_at=NOW)
    assert said(REFUSED) == Mark(7, "failed", "550 no")
    assert said(LATER) == Mark(7, "retry", "451 busy", due=NOW + timedelta(minutes=5))
    assert said(lost) == Mark(7, "retry", "reset", due=NOW + timedelta(seconds=5))
    assert said(closing) == Mark(7, "retry", "421 bye", due=NOW + timedelta(seconds=5))
    assert said(RelayReply("sender", 550, "who are you")) == Mark(7, "queued", "550 who are you", counts=False)
    assert said(RelayReply("unopened", 0, "down")) == Mark(7, "queued", "down", counts=False)


def test_what_nobody_knows_follows_the_policy() -> None:
    uncertain = RelayReply("uncertain", 0, "reset")
    assert said(uncertain).state == "retry"
    assert said(uncertain, policy="hold") == Mark(7, "uncertain", "reset")


@pytest.mark.parametrize(("kind", "state"), [("later", "failed"), ("lost", "failed"), ("uncertain", "uncertain")])
def test_after_the_last_try_it_is_over(kind: str, state: str) -> None:
    found = said(RelayReply(kind, 451, "busy"), attempts=8)  # type: ignore[arg-type]
    assert (found.state, found.reply, found.due) == (state, "8 tries: 451 busy", None)


def health(*replies: RelayReply) -> str:
    found = Health()
    for one in replies:
        found.record(one)
    return found.trouble


def test_more_than_a_fifth_of_the_last_200_stops_the_sending() -> None:
    assert health(*[SENT] * 160, *[LATER] * 40) == ""
    assert health(*[SENT] * 160, *[LATER] * 20, *[REFUSED] * 21) == "41 of the last 200 messages failed (550 no)"


def test_failures_that_are_long_ago_are_forgotten() -> None:
    assert health(SENT, *[LATER] * 40, *[SENT] * 200, *[LATER] * 40) == ""


def test_the_first_ten_without_exception_are_the_senders_fault() -> None:
    assert health(*[REFUSED] * 9) == ""
    assert health(*[REFUSED] * 10) == "the first 10 messages all failed (550 no)"
    assert health(*[REFUSED] * 9, SENT, *[REFUSED] * 9) == ""


def test_a_relay_that_could_not_be_asked_said_nothing() -> None:
    assert health(*[RelayReply("unopened", 0, "down")] * 300) == ""


def test_a_sender_whom_the_relay_does_not_take_stops_at_once() -> None:
    assert "takes nothing from this sender (550 not you)" in health(SENT, RelayReply("sender", 550, "not you"))
