"""The limits of asking, the traps for programs, and the same as JSON."""

import concurrent.futures
from datetime import timedelta

import pytest
from tests.server.test_whole_way import READER, become, reader_of, token_of
from tests.smtp_server import SmtpServer

from inkwright.ledger import outbox
from inkwright.ledger.subscribers import find
from inkwright.newsletter import limits
from inkwright.newsletter.forms import form_token


def waiting(served):
    with served.office.ledger.read() as connection:
        return outbox.count_waiting(connection, outbox.SIGN_UP)


def test_one_mail_a_day_and_three_in_all(database, serve):
    served = serve()
    for day in range(6):
        for hour in range(2):
            served.sign_up(READER, network=f"203.{day}.{hour}.1")
            served.turn()
            served.later(hours=1)
        served.later(hours=22)
    assert len(served.mails(READER)) == 3
    assert waiting(served) == 0


def test_who_confirmed_begins_anew(served):
    become(served)
    for day in range(3):
        served.client.post("/unsubscribe/" + token_of(served, "unsubscribe"))
        served.later(days=1, minutes=1)
        served.sign_up(READER, network=f"203.{day}.0.1")
        served.turn()
        assert served.client.post(served.link(READER)).status_code == 200
    assert len(served.mails(READER)) == 4


def test_five_an_hour_from_one_network(served):
    answers = [served.sign_up(f"r{number}@example.org", network=f"203.0.113.{number}") for number in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
    assert answers[-1].headers["retry-after"] == "3600"
    assert "Too many" in answers[-1].text
    assert waiting(served) == 5
    assert served.sign_up("other@example.org", network="198.51.100.1").status_code == 200
    served.later(hours=1)
    assert served.sign_up("r6@example.org", network="203.0.113.9").status_code == 200


def test_sixty_an_hour_in_all_and_the_rest_waits(served, monkeypatch):
    monkeypatch.setattr(limits, "IN_ALL", 4)
    for number in range(7):
        served.sign_up(f"r{number}@example.org", network=f"203.0.{number}.1")
    said = served.turn()
    assert said[0].startswith("3 sign-ups wait:")
    assert said[1] == "asked 4 to confirm"
    assert served.turn() == [], "the owner hears it once an hour"
    served.later(minutes=61)
    assert served.turn() == ["asked 3 to confirm"]
    assert len({mail["to"] for mail in served.mails()}) == 7


def test_the_form_closes_when_very_many_wait(served, monkeypatch):
    monkeypatch.setattr("inkwright.flows.newsletter_server_sign_up.WAITING", 2)
    codes = [served.sign_up(f"r{number}@example.org", network=f"203.0.{number}.1").status_code for number in range(4)]
    assert codes == [200, 200, 503, 503]


def test_programs_that_fill_in_forms(served):
    good = served.form()
    assert served.client.post("/subscribe", data={"email": READER, "form": good}).status_code == 422, "too fast"
    served.later(seconds=3)
    trapped = served.client.post("/subscribe", data={"email": READER, "form": good, "website": "https://spam.example"})
    taken = served.sign_up("other@example.org")
    assert (trapped.status_code, trapped.text) == (taken.status_code, taken.text)
    assert waiting(served) == 1
    served.later(days=1, seconds=1)
    assert served.client.post("/subscribe", data={"email": READER, "form": good}).status_code == 422, "too old"
    forged = form_token(b"x" * 32, served.now() - timedelta(seconds=9))
    assert served.client.post("/subscribe", data={"email": READER, "form": forged}).status_code == 200
    assert waiting(served) == 1


def test_the_box_on_the_blog_leads_to_the_form_with_the_address_in_it(served):
    """The blog is made of files, so its box knows no form token: one more click, and no script."""
    answer = served.client.post("/subscribe", data={"email": READER})
    assert answer.status_code == 200
    assert f'value="{READER}"' in answer.text
    assert waiting(served) == 0
    found = answer.text.split('name="form" value="')[1].split('"')[0]
    served.later(seconds=3)
    assert "Look into your mail" in served.client.post("/subscribe", data={"email": READER, "form": found}).text
    assert waiting(served) == 1


@pytest.mark.parametrize("email", ["", "nobody", "a@b", "a b@example.org", "a@example.org\r\nBcc: x@y.org", "é@é"])
def test_what_is_no_address(served, email):
    answer = served.sign_up(email)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert waiting(served) == 0


def test_nobody_writes_headers_through_the_form(served):
    served.sign_up(READER, name="Rea\r\nBcc: x@y.org", **{"list.gpu\r\nX: y": "on", "list.none": "on"})
    served.turn()
    (sent,) = served.relay.messages
    assert sent.recipient == READER
    assert b"Bcc" not in sent.data
    assert reader_of(served).tags == ()


def test_the_mail_holds_nothing_that_the_asker_wrote(served):
    served.sign_up(READER, name="Buy cheap watches")
    served.turn()
    assert b"watches" not in served.relay.messages[0].data


def test_json_for_a_box_with_a_script(database, serve):
    served = serve()
    offered = served.client.get("/subscribe.json")
    assert offered.headers["access-control-allow-origin"] == "https://me.dev"
    assert offered.json()["lists"] == {"gpu": "GPU", "careers": "careers"}
    served.later(seconds=3)
    wish = {"email": READER, "name": "Rea", "lists": ["gpu"], "form": offered.json()["form"]}
    foreign = served.client.post("/subscribe.json", json=wish, headers={"origin": "https://evil.example"})
    assert foreign.status_code == 403
    assert "access-control-allow-origin" not in foreign.headers
    answer = served.client.post("/subscribe.json", json=wish, headers={"origin": "https://me.dev"})
    assert (answer.status_code, answer.json()["taken"]) == (200, True)
    served.turn()
    assert reader_of(served).tags == ("gpu",)
    ahead = served.client.options("/subscribe.json", headers={"origin": "https://me.dev"})
    assert ahead.status_code == 204
    assert ahead.headers["access-control-allow-headers"] == "content-type"


def test_a_relay_that_is_away_loses_nobody(served):
    served.sign_up(READER)
    port = served.relay.port
    served.relay.__exit__(None, None, None)
    (said,) = served.turn()
    assert "relay cannot be reached" in said
    assert served.turn() == []
    served.relay.port = port
    served.relay.__enter__()
    served.later(minutes=16)
    assert served.turn() == ["asked 1 to confirm"]
    assert served.client.post(served.link(READER)).status_code == 200


@pytest.mark.parametrize(
    ("fault", "mails", "tries"),
    [("451", 1, 3), ("421", 1, 3), ("drop-body", 1, 3), ("lost-ack", 3, 3), ("550", 0, 1)],
)
def test_a_relay_that_misbehaves(serve, fault, mails, tries):
    served = serve(relay=SmtpServer(lambda recipient, number: fault if number < 3 else ""))
    served.sign_up(READER)
    for _ in range(8):
        served.turn()
        served.later(hours=1)
    assert served.relay.tries[READER] == tries
    assert len(served.mails(READER)) == mails
    with served.office.ledger.read() as connection:
        assert outbox.count_waiting(connection, outbox.CONFIRM) == 0
    assert len({mail["message-id"] for mail in served.mails(READER)}) == min(1, mails), "the same at every try"


def test_many_who_sign_up_at_once(served):
    """As many as threads allow, and each is kept once."""
    form = served.form()
    served.later(seconds=3)

    def ask(number):
        return served.client.post(
            "/subscribe", data={"email": f"r{number}@example.org", "form": form},
            headers={"x-forwarded-for": f"203.{number}.0.1"},
        ).status_code  # fmt: skip

    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        assert set(pool.map(ask, range(48))) == {200}
    served.turn()
    assert len(served.mails()) == 48
    with served.office.ledger.read() as connection:
        assert all(find(connection, f"r{number}@example.org") for number in range(48))
