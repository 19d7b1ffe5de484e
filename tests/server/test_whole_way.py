"""Subscribing, confirming, choosing and leaving over real HTTP, with a real relay, on both databases."""

import httpx
import pytest

from inkwright.ledger import consent
from inkwright.ledger.keys import address_hash, address_key, rotate, signing_keys
from inkwright.ledger.subscribers import find
from inkwright.ledger.suppression import suppress, suppression_of
from inkwright.newsletter.tokens import make_token

READER = "reader@example.org"


def reader_of(served, email=READER):
    with served.office.ledger.read() as connection:
        return find(connection, email)


def token_of(served, purpose, issue=3, email=READER):
    reader = reader_of(served, email)
    with served.office.ledger.read() as connection:
        key = signing_keys(connection, served.now())[0].value
    return make_token(key, purpose, issue, reader.id, reader.token_salt)


def become(served, email=READER):
    served.sign_up(email)
    served.turn()
    served.client.post(served.link(email))


def test_from_the_form_to_the_last_letter(database, serve):
    served = serve()
    said = served.sign_up(" Reader@Example.ORG ", name="Rea", **{"list.gpu": "on"})
    assert said.status_code == 200
    assert "Look into your mail" in said.text
    assert reader_of(served) is None, "nobody is looked up while somebody waits for the answer"

    assert served.turn() == ["asked 1 to confirm"]
    reader = reader_of(served)
    assert (reader.status, reader.name, reader.tags) == ("pending", "Rea", ("gpu",))
    (mail,) = served.mails()
    assert mail["to"] == "Reader@example.org"
    assert mail["subject"] == "Please confirm: Ada writes"
    link = served.link("Reader@example.org")

    page = served.client.get(link)
    assert (page.status_code, reader_of(served).status) == (200, "pending")
    assert f'action="{link}"'.replace("/", "&#x2f;") in page.text
    assert served.client.post(link).status_code == 200
    assert reader_of(served).status == "active"
    assert "already" in served.client.post(link).text

    choose = "/preferences/" + token_of(served, "preferences")
    assert "checked" in served.client.get(choose).text
    served.client.post(choose, data={"name": "Rea L", "list.careers": "on"})
    assert (reader_of(served).tags, reader_of(served).name) == (("careers",), "Rea L")

    leave = "/unsubscribe/" + token_of(served, "unsubscribe")
    assert served.client.get(leave).status_code == 200
    assert reader_of(served).status == "active"
    assert served.client.post(leave).status_code == 200
    assert reader_of(served).status == "unsubscribed"
    with served.office.ledger.read() as connection:
        said = [(event.kind, event.source) for event in consent.history(connection, reader.id)]
    assert said == [
        ("asked", "form"), ("confirmed", "link in the mail"), ("lists", "preferences"),
        ("unsubscribed", "page, issue 3"),
    ]  # fmt: skip


def test_one_click_without_cookie_or_redirect(database, serve):
    served = serve()
    become(served)
    address = f"{served.office.base}/unsubscribe/{token_of(served, 'unsubscribe')}"
    answer = httpx.post(address, data={"List-Unsubscribe": "One-Click"}, follow_redirects=False, trust_env=False)
    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers
    assert reader_of(served).status == "unsubscribed"
    again = httpx.post(address, data={"List-Unsubscribe": "One-Click"}, follow_redirects=False, trust_env=False)
    assert again.status_code == 200
    with served.office.ledger.read() as connection:
        left = [event.source for event in consent.history(connection, reader_of(served).id)]
    assert left[-1] == "one click, issue 3"
    assert len(left) == 3


@pytest.mark.parametrize("kind", ["multipart/form-data; boundary=x", "", "text/plain"])
def test_one_click_whatever_the_mail_program_calls_the_body(served, kind):
    become(served)
    body = b'--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n'
    headers = {"content-type": kind} if kind else {}
    answer = served.client.post("/unsubscribe/" + token_of(served, "unsubscribe"), content=body, headers=headers)
    assert answer.status_code == 200
    assert reader_of(served).status == "unsubscribed"


def test_a_link_to_confirm_expires_and_one_to_leave_never(served):
    served.sign_up(READER)
    served.turn()
    link = served.link(READER)
    served.later(days=6, hours=23)
    assert served.client.get(link).status_code == 200
    served.later(hours=2)
    assert served.client.get(link).status_code == 410
    assert served.client.post(link).status_code == 410
    assert reader_of(served).status == "pending"
    leave = "/unsubscribe/" + token_of(served, "unsubscribe")
    with served.office.ledger.write() as connection:
        for _ in range(3):
            rotate(connection, served.now())
    served.later(days=4000)
    assert served.client.post(leave).status_code == 200
    assert reader_of(served).status == "unsubscribed"


def test_an_old_link_brings_nobody_back(served):
    become(served)
    link = served.link(READER)
    served.client.post("/unsubscribe/" + token_of(served, "unsubscribe"))
    assert served.client.post(link).status_code == 410
    served.later(days=2)
    served.sign_up(READER)
    served.turn()
    assert reader_of(served).status == "pending"
    assert served.client.post(link).status_code == 410, "a link from before they left"
    assert served.client.post(served.link(READER)).status_code == 200
    assert reader_of(served).status == "active"


def test_purposes_do_not_stand_in_for_each_other(served):
    become(served)
    for page, purpose in (("confirm", "unsubscribe"), ("unsubscribe", "preferences"), ("preferences", "unsubscribe"),
                          ("unsubscribe", "confirm"), ("unsubscribe", "bounce")):  # fmt: skip
        path = f"/{page}/{token_of(served, purpose)}"
        assert served.client.get(path).status_code == 404
        assert served.client.post(path).status_code == 404
    assert reader_of(served).status == "active"


def test_after_two_rotations_only_leaving_works(served):
    become(served)
    choose, leave = (f"/{page}/{token_of(served, page)}" for page in ("preferences", "unsubscribe"))
    with served.office.ledger.write() as connection:
        rotate(connection, served.now())
    assert served.client.get(choose).status_code == 200
    with served.office.ledger.write() as connection:
        rotate(connection, served.now())
    assert served.client.get(choose).status_code == 404
    assert served.client.get(leave).status_code == 200


def test_who_is_suppressed_gets_no_mail_and_no_button(served):
    served.sign_up(READER)
    served.turn()
    link = served.link(READER)
    with served.office.ledger.write() as connection:
        hashed = address_hash(address_key(connection, served.now()), READER)
        suppress(connection, hashed, "complaint", served.now())
    assert served.client.post(link).status_code == 410
    assert reader_of(served).status == "pending"
    served.later(days=2)
    assert served.sign_up(READER).status_code == 200
    assert served.turn() == []
    assert len(served.mails()) == 1


def test_a_bounce_of_the_first_mail_suppresses(served):
    served.sign_up(READER)
    served.turn()
    (sent,) = served.relay.messages
    assert sent.sender.startswith("bounces+")
    assert sent.sender.endswith("@me.dev")
    token = sent.sender[len("bounces+") : -len("@me.dev")]
    event = {"id": "1", "kind": "hard", "token": token}
    headers = {"authorization": "Bearer correct-horse-battery-staple"}
    assert served.client.post("/hooks/generic", json=event, headers=headers).status_code == 200
    with served.office.ledger.read() as connection:
        hashed = address_hash(address_key(connection, served.now()), READER)
        assert suppression_of(connection, hashed).reason == "hard-bounce"
